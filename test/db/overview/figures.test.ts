import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repoResources } from '../../../build/resources.ts';
import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { newId, StaffId, VisitId } from '../../../db/model/ids.ts';
import { fromYuan } from '../../../db/model/money.ts';
import type { MonthlyReport } from '../../../db/model/monthly.ts';
import { FIGURES } from '../../../db/model/overview.ts';
import { keysOf } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { listOf } from '../../../db/overview/lists.ts';
import { figureList, overview } from '../../../db/overview/overview.ts';
import { planLedgerPaper } from '../../../db/papers/paperRecords.ts';
import { planRows } from '../../../db/plans/plans.ts';
import { assistanceVisit } from '../../../db/schema.ts';
import { selectedCount } from '../../../db/selection/selectedPlaces.ts';
import { monthlyOf } from '../../../db/summary/monthly.ts';
import { startWorks } from '../../../db/works/startWorks.ts';
import { closeTasks } from '../../../db/works/taskClosing.ts';
import { saveProgress } from '../../../db/works/works.ts';
import { worksOf } from '../../../db/works/worksRecords.ts';
import { saveApplicant } from '../../../db/workshops/applicants.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { makeListWorkbook } from '../../../reports/office/lists.ts';
import { actOn, newOffice, onRoster, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { columnSum } from '../../fixtures/sheets.ts';
import { applicantInput } from '../aprilOffice.ts';
import { cleanUp, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const TODAY = isoDate('2021-07-10');

/** One that finished, one in the works and late, one on the list without a plan, one that only applied. */
async function playedOffice(): Promise<Office> {
  const office = await newOffice();
  for (const [name, finished] of [
    ['示例豆腐坊', true],
    ['示例粉条坊', false],
  ] as const) {
    const workshopId = signedPlan(
      office,
      name,
      task('铺地面砖', isoDate('2021-06-30')),
      task('装排烟罩', isoDate('2021-06-30')),
    );
    const { planId } = viewOf(office, workshopId, '2021-05-10');
    must(startWorks(office, planId, isoDate('2021-05-12'), actOn('2021-05-12')));
    const lines = worksOf(office, workshopId, TODAY)?.tasks.map((one) => one.line) ?? [];
    const done = finished ? lines : lines.slice(0, 1);
    const progress = done.map((line, index) => ({
      line,
      progressPercent: 100,
      costOwn: fromYuan(6500),
      costOther: fromYuan(800),
      finishedOn: isoDate(index === 0 ? '2021-06-05' : '2021-07-02'),
      note: '',
    }));
    must(saveProgress(office, planId, progress, actOn('2021-07-05')));
    if (finished) {
      const closing = { closedOn: isoDate('2021-07-06'), closedBy: '示例帮扶', noPhotoReason: '照片遗失' };
      must(closeTasks(office, planId, lines, closing, actOn('2021-07-06')));
    }
  }
  const listed = onRoster(office, '示例糕点铺');
  must(saveApplicant(office, applicantInput('示例酱菜园'), actOn('2021-04-08')));
  const staffId = StaffId.parse(office.sqlite.prepare('SELECT id FROM staff LIMIT 1').pluck().get());
  office.db
    .insert(assistanceVisit)
    .values({
      id: newId(VisitId),
      campaignId: currentCampaign(office).id,
      workshopId: listed,
      staffId,
      visitedOn: isoDate('2021-06-20'),
      findings: '',
      advice: '',
      ownerResponse: '',
      progressPercent: null,
    })
    .run();
  return office;
}

const numberOf = (office: Office, sql: string): number =>
  z.number().parse(office.sqlite.prepare(sql).pluck().get());

const lineOf = (report: MonthlyReport, item: string) => report.lines.find((one) => one.item === item);

const SPENT = (column: string) => `SELECT coalesce(sum(${column}), 0) FROM task_work`;
const NEWEST = `SELECT id FROM plan_revision r WHERE number = (SELECT max(number) FROM plan_revision WHERE plan_id = r.plan_id)`;
const PLANNED = (column: string) =>
  `SELECT coalesce(sum(${column}), 0) FROM plan_task WHERE revision_id IN (${NEWEST})`;

describe('the figures agree wherever they stand', () => {
  it('dashboard, lists, papers and the database give the same counts', async () => {
    const office = await playedOffice();
    const figures = overview(office, TODAY);
    const funnel = new Map(figures.funnel.map((one) => [one.figure, one.count]));
    expect(funnel.get('applied')).toBe(numberOf(office, 'SELECT count(*) FROM application'));
    expect(funnel.get('listed')).toBe(numberOf(office, 'SELECT count(*) FROM roster_entry'));
    expect(funnel.get('signed')).toBe(
      numberOf(office, `SELECT count(DISTINCT revision_id) FROM signature WHERE role = 'leader'`),
    );
    expect(funnel.get('started')).toBe(
      numberOf(office, 'SELECT count(*) FROM plan WHERE works_started_on IS NOT NULL'),
    );
    expect(funnel.get('finished')).toBe(1);
    expect(figures.selected).toBe(
      numberOf(office, 'SELECT count(*) FROM selection_decision WHERE selected = 1'),
    );
    expect(figures.selected).toBe(selectedCount(office));
    const watches = new Map(figures.watches.map((one) => [one.figure, one.count]));
    expect(watches.get('lateTasks')).toBe(
      numberOf(
        office,
        `SELECT count(DISTINCT t.revision_id) FROM plan_task t
         JOIN plan_revision r ON r.id = t.revision_id
         LEFT JOIN task_work w ON w.plan_id = r.plan_id AND w.line = t.line
         WHERE t.due_on < '${TODAY}' AND w.finished_on IS NULL`,
      ),
    );
    expect(watches.get('unvisited')).toBe(1);
    expect(planLedgerPaper(office, TODAY).rows).toHaveLength(funnel.get('signed') ?? -1);
  });

  it('money is the sum of the records: budget of the plans, cost of the works, owners apart from others', async () => {
    const office = await playedOffice();
    const figures = overview(office, TODAY);
    expect(figures.plannedOwn).toBe(numberOf(office, PLANNED('budget_own')));
    expect(figures.plannedOther).toBe(numberOf(office, PLANNED('budget_other')));
    expect(figures.spentOwn).toBe(numberOf(office, SPENT('cost_own')));
    expect(figures.spentOther).toBe(numberOf(office, SPENT('cost_other')));
    expect(figures.spentOwn).toBe(fromYuan(19_500));
    const rows = planRows(office, TODAY);
    expect(rows.reduce((sum, row) => sum + row.budgetOwn, 0)).toBe(figures.plannedOwn);
    expect(rows.reduce((sum, row) => sum + (row.works?.spentOwn ?? 0), 0)).toBe(figures.spentOwn);
    const july = must(monthlyOf(office, '2021-07', TODAY));
    expect(lineOf(july, '业主自筹投入')?.done).toBe(figures.spentOwn);
    expect(lineOf(july, '业主自筹投入')?.target).toBe(figures.plannedOwn);
  });

  it('the workbook of a list adds up to the dashboard, its money as numbers', async () => {
    const office = await playedOffice();
    const figures = overview(office, TODAY);
    const made = must(
      await makeListWorkbook(office, listOf(office, 'plans', TODAY), {
        today: TODAY,
        make: (paper, format) => makePaper(paper, format, { fontsDir: repoResources().fontsDir }),
      }),
    );
    expect(await columnSum(made.bytes, '业主自筹预算（元）')).toBe(figures.plannedOwn / 100);
    expect(await columnSum(made.bytes, '业主自筹实际（元）')).toBe(figures.spentOwn / 100);
    expect(await columnSum(made.bytes, '其他资金实际（元）')).toBe(figures.spentOther / 100);
  });

  it('every figure is as long as the list it opens, and that list as its export', async () => {
    const office = await playedOffice();
    const { watches, funnel } = overview(office, TODAY);
    expect([...watches, ...funnel].map((one) => one.figure)).toEqual(keysOf(FIGURES));
    for (const { figure, count } of [...watches, ...funnel]) {
      expect(figureList(office, figure, TODAY).members).toHaveLength(count);
      expect(listOf(office, figure, TODAY).rows).toHaveLength(count);
    }
  });

  it('the report of a month that is over shows the records as they stood on its last day', async () => {
    const office = await playedOffice();
    const may = must(monthlyOf(office, '2021-05', TODAY));
    expect(may.asOf).toBe('2021-05-31');
    expect(lineOf(may, '开工改造')?.done).toBe(2);
    expect(lineOf(may, '完成改造任务')?.done).toBe(0);
    const june = must(monthlyOf(office, '2021-06', TODAY));
    expect(lineOf(june, '完成改造任务')).toMatchObject({ done: 2, target: 4, rate: 500 });
    expect(lineOf(june, '业主自筹投入')?.done).toBe(fromYuan(13_000));
    expect(lineOf(june, '本月走访帮扶')?.done).toBe(1);
    expect(lineOf(june, '改造完成')?.done).toBe(0);
    const july = must(monthlyOf(office, '2021-07', TODAY));
    expect(july.asOf).toBe(TODAY);
    expect(lineOf(july, '改造完成')?.done).toBe(1);
    expect(lineOf(july, '本月走访帮扶')?.done).toBe(0);
    const { funnel } = overview(office, TODAY);
    expect(funnel.find((one) => one.figure === 'signed')?.count).toBe(lineOf(july, '方案签批')?.done);
  });
});
