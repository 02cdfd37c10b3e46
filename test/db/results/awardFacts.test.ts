import { afterEach, expect, it } from 'vitest';
import { inspectionSummaryPaper } from '../../../db/inspections/scoreSheetPaper.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { OutsideEventInput } from '../../../db/model/results.ts';
import { overview } from '../../../db/overview/overview.ts';
import { saveOutsideEvent } from '../../../db/results/outsideEvents.ts';
import { decideResults, takeBackDecisions } from '../../../db/results/results.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { actOn, newOffice, onRoster } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';
import { cleanUp, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const LATE = isoDate('2021-12-17');

it('a workshop that the city refused and the office withholds the award from is waited for no more', async () => {
  const office = await newOffice();
  const workshopId = onRoster(office, '示例豆腐坊');
  scored(office, workshopId, '2021-10-11', 910);
  const scores = OutsideEventInput.parse({
    kind: 'cityScores',
    happenedOn: '2021-11-03',
    lastDay: null,
    documentNo: '',
    place: '',
    note: '',
    workshops: [{ workshopId, score: 865, veto: '' }],
  });
  const act = actOn('2021-11-04');
  must(saveOutsideEvent(office, null, scores, '', act));
  const stage = () => workshopRows(office, LATE)[0]?.stage;
  const overdue = () => overview(office, LATE).watches.find((one) => one.figure === 'overdue')?.count;
  expect([stage(), overdue()]).toEqual(['recheckFailed', 1]);
  const withheld = { decision: 'withhold', decidedOn: act.today, reason: '市级复评86.5分' } as const;
  must(decideResults(office, { ...withheld, workshopIds: [workshopId] }, act));
  expect([stage(), overdue()]).toEqual(['notAwarded', 0]);
  expect(inspectionSummaryPaper(office, LATE).rows).toMatchObject([
    { county: 910, city: 865, province: null, stage: '不予发放奖补' },
  ]);
  must(takeBackDecisions(office, [workshopId], '重新研究', act));
  expect([stage(), overdue()]).toEqual(['recheckFailed', 1]);
});
