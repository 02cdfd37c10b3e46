import { afterEach, expect, it } from 'vitest';
import { inspectionList } from '../../../db/inspections/inspectionList.ts';
import { OutsideEventInput } from '../../../db/model/results.ts';
import { saveOutsideEvent } from '../../../db/results/outsideEvents.ts';
import { decideResults } from '../../../db/results/results.ts';
import { inspectionGroupOf } from '../../../renderer/inspections/inspectionGroups.ts';
import { cleanUp, must } from '../../db/open/fixtures.ts';
import { actOn, newOffice, onRoster } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';

afterEach(cleanUp);

const act = actOn('2021-11-26');

it('a workshop that city passed by what was told stays 复评合格 when the province has announced it', async () => {
  const office = await newOffice();
  const workshopId = onRoster(office, '示例豆腐坊');
  scored(office, workshopId, '2021-10-11', 930);
  const group = () => inspectionList(office, act.today).map(inspectionGroupOf);
  const decision = { decision: 'recommend', decidedOn: act.today, reason: '' } as const;
  must(decideResults(office, { ...decision, workshopIds: [workshopId] }, act));
  expect(group()).toEqual(['passed']);
  const tell = (kind: string, happenedOn: string, score: number | null, documentNo: string) =>
    must(
      saveOutsideEvent(
        office,
        null,
        OutsideEventInput.parse({
          ...{ lastDay: null, place: '', note: '' },
          kind,
          happenedOn,
          documentNo,
          workshops: [{ workshopId, score, veto: '' }],
        }),
        '',
        act,
      ),
    );
  tell('cityScores', '2021-11-03', 950, '');
  expect(group()).toEqual(['rechecked']);
  tell('announcement', '2021-11-26', null, '示例公告1号');
  expect(group()).toEqual(['rechecked']);
});
