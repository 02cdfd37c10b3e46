import { afterEach, expect, it } from 'vitest';
import { inspectionList, inspectionPage } from '../../db/inspectionList.ts';
import { recordTotal } from '../../db/inspectionStart.ts';
import { toldAt } from '../../db/model/inspection.ts';
import { OutsideEventInput } from '../../db/model/results.ts';
import { saveOutsideEvent } from '../../db/outsideEvents.ts';
import { actOn, newOffice, onRoster } from '../fixtures/plannedOffice.ts';
import { scored } from '../fixtures/scoredOffice.ts';
import { cleanUp, must } from './open/fixtures.ts';

afterEach(cleanUp);

const act = actOn('2021-11-26');
const NOTHING = { lastDay: null, documentNo: '', place: '', note: '' };

/** A workshop passed by the county, with a city total entered here and one told in an event. */
async function scoredTwice(enteredOn: string, toldOn: string) {
  const office = await newOffice();
  const workshopId = onRoster(office, '示例豆腐坊');
  scored(office, workshopId, '2021-10-11', 930);
  const entered = {
    workshopId,
    level: 'city',
    inspectedOn: enteredOn,
    total: 910,
    veto: '',
    note: '',
  } as const;
  must(recordTotal(office, { ...entered, inspectedOn: actOn(enteredOn).today }, act));
  const workshops = [{ workshopId, score: 950, note: '' }];
  const event = { ...NOTHING, kind: 'cityScores', happenedOn: toldOn, workshops };
  must(saveOutsideEvent(office, null, OutsideEventInput.parse(event), '', act));
  const [row] = inspectionList(office, act.today);
  if (!row) throw new Error('No workshop');
  return { office, workshopId, row };
}

it.each([
  ['2021-11-02', '2021-11-03', 950],
  ['2021-11-03', '2021-11-03', 950],
  ['2021-11-04', '2021-11-03', 910],
])(
  'entered on %s and told on %s the city gave %i: what was told counts on the same day',
  async (entered, told, total) => {
    const { office, workshopId, row } = await scoredTwice(entered, told);
    expect(toldAt(row, 'city')?.total ?? row.outcomes.city?.total).toBe(total);
    const { totals } = must(inspectionPage(office, workshopId, act.today)).comparison;
    expect(totals.find((one) => one.level === 'city')?.total).toBe(total);
  },
);
