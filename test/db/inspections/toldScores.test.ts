import { afterEach, describe, expect, it } from 'vitest';
import { inspectionList, inspectionPage } from '../../../db/inspections/inspectionList.ts';
import { recordTotal } from '../../../db/inspections/inspectionStart.ts';
import { inspectionSummaryPaper } from '../../../db/inspections/scoreSheetPaper.ts';
import { toldAt } from '../../../db/model/inspection.ts';
import { OutsideEventInput, scoredWords } from '../../../db/model/results.ts';
import { outsideEvents, saveOutsideEvent } from '../../../db/results/outsideEvents.ts';
import { resultRows } from '../../../db/results/results.ts';
import { actOn, newOffice, onRoster } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

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
  const workshops = [{ workshopId, score: 950, veto: '' }];
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

describe('a veto told in 市级省级结果', () => {
  it.each([
    [950, '95分（有否决项）'],
    [null, '有否决项'],
  ])('fails the workshop with the score %s', async (score, words) => {
    const office = await newOffice();
    const workshopId = onRoster(office, '示例豆腐坊');
    scored(office, workshopId, '2021-10-11', 930);
    const workshops = [{ workshopId, score, veto: '使用非食品原料' }];
    const event = { ...NOTHING, kind: 'cityScores', happenedOn: '2021-11-03', workshops };
    must(saveOutsideEvent(office, null, OutsideEventInput.parse(event), '', act));
    const [result] = resultRows(office, act.today);
    expect(result).toMatchObject({ state: 'failed', city: { total: score, passed: false } });
    expect(result?.city && scoredWords(result.city)).toBe(words);
    const { totals } = must(inspectionPage(office, workshopId, act.today)).comparison;
    expect(totals.at(-1)).toMatchObject({ level: 'city', total: score, conclusion: 'vetoed' });
    expect(totals.at(-1)?.change).toBe(score === null ? null : 20);
    const [line] = inspectionSummaryPaper(office, act.today).rows;
    expect(line).toMatchObject({ city: score, vetoes: '市级否决项：使用非食品原料' });
    const [told] = outsideEvents(office, act.today);
    expect(told?.workshops).toMatchObject([{ score, veto: '使用非食品原料' }]);
  });

  it('is refused where nothing was scored, and stands in for a score of the city only', async () => {
    const office = await newOffice();
    const workshopId = onRoster(office, '示例豆腐坊');
    const save = (kind: string, veto: string) =>
      codesOf(
        saveOutsideEvent(
          office,
          null,
          OutsideEventInput.parse({
            ...NOTHING,
            kind,
            happenedOn: '2021-11-03',
            workshops: [{ workshopId, score: null, veto }],
          }),
          '',
          act,
        ),
      );
    expect(save('annex', '使用非食品原料')).toEqual(['outside.veto']);
    expect(save('cityScores', '')).toEqual(['outside.score']);
    expect(save('cityScores', '使用非食品原料')).toEqual([]);
  });
});
