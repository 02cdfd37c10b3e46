import { afterEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../db/import/workbook.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { WORK_COLUMNS } from '../../../db/model/import/works.ts';
import type { Office } from '../../../db/office.ts';
import { startWorks } from '../../../db/works/startWorks.ts';
import { importWorks, openTasks, previewWorks } from '../../../db/works/worksImport.ts';
import { gatherWorks } from '../../../db/works/worksRecords.ts';
import { worksTemplate } from '../../../reports/excel/worksTemplate.ts';
import { sheetOf, type Value, workbookOf } from '../../fixtures/applicants.ts';
import { actOn, newOffice, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { cleanUp, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const HEADER = Object.values(WORK_COLUMNS);
const TODAY = isoDate('2021-07-10');
const act = actOn('2021-07-10');

async function twoWorkshops(): Promise<Office> {
  const office = await newOffice();
  const due = isoDate('2021-06-30');
  const begun = signedPlan(office, '示例豆腐坊', task('铺地面砖', due), task('装排烟罩', due));
  signedPlan(office, '示例挂面坊', task('换灯', due, 12_000));
  const { planId } = viewOf(office, begun, '2021-05-12');
  must(startWorks(office, planId, isoDate('2021-05-12'), actOn('2021-05-12')));
  return office;
}

const preview = (office: Office, ...rows: readonly (readonly Value[])[]) =>
  previewWorks(office, workbookOf(sheetOf([HEADER, ...rows])), TODAY);

describe('importing progress', () => {
  it('reads percent in every spelling, keeps what is blank, and takes a day of completion as 100 %', async () => {
    const office = await twoWorkshops();
    const first = preview(
      office,
      ['示例豆腐坊', '铺地面砖', { kind: 'number', value: 0.6, format: { unit: null, scaled: true } }, 3000],
      ['', '装排烟罩', '—', '1.2万元', '无', '2021.6.20', '换了品牌'],
    );
    expect(first.problems).toEqual([]);
    expect(must(importWorks(office, first, act))).toBe(2);
    must(importWorks(office, preview(office, ['示例豆腐坊', '铺地面砖', '80%']), act));
    const works = gatherWorks(office, TODAY)[0]?.tasks.map((one) => one.work);
    expect(works).toMatchObject([
      { progressPercent: 80, costOwn: 300_000, finishedOn: null },
      { progressPercent: 100, costOwn: 1_200_000, finishedOn: '2021-06-20', note: '换了品牌' },
    ]);
    expect(preview(office, ['示例豆腐坊', '铺地面砖', 80]).matches).toEqual([]);
  });

  it('names every bad row and changes nothing', async () => {
    const office = await twoWorkshops();
    const bad = preview(
      office,
      ['示例豆腐坊', '铺地面砖', 1],
      ['示例豆腐坊', '装排烟罩', 120],
      ['示例挂面坊', '换灯', 50],
      ['无此坊', '换灯', 50],
      ['示例豆腐坊', '刷墙', 50],
      ['示例豆腐坊', '铺地面砖', '', '', '', '2021-05-01'],
      ['示例豆腐坊', '装排烟罩', 30],
      ['示例豆腐坊', '装排烟罩', 40],
    );
    expect(bad.problems.map((one) => [one.row, one.code])).toEqual([
      [2, 'works.percentUnit'],
      [3, 'works.percent'],
      [4, 'works.notStarted'],
      [5, 'works.unknown'],
      [6, 'works.task'],
      [7, 'works.finishedOn'],
      [9, 'works.twice'],
    ]);
    expect(importWorks(office, bad, act).ok).toBe(false);
    expect(gatherWorks(office, TODAY)[0]?.totals.progressPercent).toBe(0);
  });

  it('knows an older heading of a column, and never drops one without a word', async () => {
    const office = await twoWorkshops();
    const read = (heading: string, ...rows: readonly (readonly Value[])[]) =>
      previewWorks(
        office,
        workbookOf(sheetOf([['小作坊名称', '改造任务', '进度', '业主自筹实际（元）', heading], ...rows])),
        TODAY,
      );
    const older = read('其他实际（元）', ['示例豆腐坊', '铺地面砖', 60, 3000, 500]);
    expect([older.problems, older.matches[0]?.work.costOther]).toEqual([[], 50_000]);

    const own = read('验收意见', ['示例豆腐坊', '铺地面砖', 60, 3000, '合格']);
    expect(own.problems).toMatchObject([
      { code: 'import.unknownColumn', severity: 'warning', column: '验收意见' },
    ]);
    expect(own.problems[0]?.message).toContain('“验收意见”（E列）');
    expect(must(importWorks(office, own, act))).toBe(1);
    // A heading above nothing is none of anybody's business.
    expect(read('验收意见', ['示例豆腐坊', '铺地面砖', 70]).problems).toEqual([]);

    const twice = read('进度（%）', ['示例豆腐坊', '铺地面砖', 60, 3000, 70]);
    expect(twice.problems).toMatchObject([{ code: 'import.sameColumn', column: '进度' }]);
    expect(importWorks(office, twice, act).ok).toBe(false);
  });

  it('gives a template that reads back as it was written', async () => {
    const office = await twoWorkshops();
    must(importWorks(office, preview(office, ['示例豆腐坊', '铺地面砖', 60, 3000.5]), act));
    const bytes = await worksTemplate(openTasks(office, TODAY), new Date(Date.UTC(2021, 6, 10)));
    const read = previewWorks(office, must(await readWorkbook(bytes)), TODAY);
    expect(read).toEqual({ matches: [], problems: [] });
  });
});
