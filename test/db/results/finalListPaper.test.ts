import { afterEach, expect, it } from 'vitest';
import { inspectionSummaryPaper } from '../../../db/inspections/scoreSheetPaper.ts';
import { isoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { OutsideEventInput } from '../../../db/model/results.ts';
import type { Office } from '../../../db/office.ts';
import { finalListPaper, finalListPublicPaper } from '../../../db/results/finalListPaper.ts';
import { saveOutsideEvent } from '../../../db/results/outsideEvents.ts';
import { recommendedPaper } from '../../../db/results/recommendedPaper.ts';
import { decideResults } from '../../../db/results/results.ts';
import { documentOf } from '../../../reports/documents/document.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { actOn, newOffice, onRoster } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';
import { cleanUp, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const TODAY = isoDate('2021-11-15');

const recommend = (office: Office, ...workshopIds: readonly WorkshopId[]) => {
  const decision = { decision: 'recommend' as const, reason: '', decidedOn: isoDate('2021-10-20') };
  must(decideResults(office, { workshopIds: [...workshopIds], ...decision }, actOn('2021-10-20')));
};

const tell = (office: Office, event: Partial<OutsideEventInput>) => {
  const blank = { lastDay: null, documentNo: '', place: '', note: '', workshops: [] };
  const given = OutsideEventInput.parse({ ...blank, ...event });
  must(saveOutsideEvent(office, null, given, '', actOn('2021-11-12')));
};

it('holds who is recommended and stands, with the scores of county and city and the days of the notice', async () => {
  const office = await newOffice();
  const [good, refuted, poor] = ['示例豆腐坊', '示例酱菜坊', '示例粉条坊'].map((name) =>
    onRoster(office, name),
  );
  if (!good || !refuted || !poor) throw new Error('three workshops');
  scored(office, good, '2021-10-11', 930);
  scored(office, refuted, '2021-10-12', 910);
  scored(office, poor, '2021-10-12', 860);
  recommend(office, good, refuted);
  const named = (workshopId: WorkshopId, score: number | null) => ({ workshopId, score, veto: '' });
  tell(office, {
    kind: 'cityScores',
    happenedOn: isoDate('2021-10-29'),
    workshops: [named(good, 955), named(refuted, 870)],
  });
  tell(office, {
    kind: 'resultPublicity',
    place: '示例市人民政府网站',
    happenedOn: isoDate('2021-11-01'),
    lastDay: isoDate('2021-11-08'),
    workshops: [named(good, null)],
  });

  const paper = finalListPaper(office, TODAY);
  expect(paper.rows.map(({ position, name, county, city }) => ({ position, name, county, city }))).toEqual([
    { position: 1, name: '示例豆腐坊', county: 930, city: 955 },
  ]);
  expect(paper.publicity).toEqual({ firstDay: '2021-11-01', lastDay: '2021-11-08' });
  const text = textOf(documentOf(paper)).join('\n');
  expect(text).toContain('经2021年11月1日至2021年11月8日公示的食品加工小作坊共1家');

  const shown = finalListPublicPaper(office, TODAY);
  expect(shown.entries.map((one) => Object.keys(one).sort())).toEqual([
    ['address', 'district', 'name', 'position', 'products'],
  ]);
  expect(documentOf(shown).isPublic).toBe(true);
});

it('is empty while nobody is recommended', async () => {
  const office = await newOffice();
  onRoster(office, '示例豆腐坊');
  expect(finalListPaper(office, TODAY)).toMatchObject({ rows: [], publicity: null });
});

it('lists the workshops in the order of the 创建名单 on every paper, whoever applied first', async () => {
  const office = await newOffice();
  const workshopIds = ['示例豆腐坊', '示例酱菜坊'].map((name) => onRoster(office, name));
  for (const id of workshopIds) scored(office, id, '2021-10-11', 930);
  recommend(office, ...workshopIds);
  const [first, last] = ['min', 'max'].map((end) => `(SELECT ${end}(id) FROM roster)`);
  office.sqlite.exec(
    `UPDATE roster_entry SET roster_id = CASE roster_id WHEN ${first} THEN ${last} ELSE ${first} END`,
  );
  const names = ['示例酱菜坊', '示例豆腐坊'];
  expect(finalListPaper(office, TODAY).rows.map((row) => row.name)).toEqual(names);
  expect(recommendedPaper(office, TODAY).rows.map((row) => row.name)).toEqual(names);
  expect(inspectionSummaryPaper(office, TODAY).rows.map((row) => row.name)).toEqual(names);
});
