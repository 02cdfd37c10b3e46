import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { STORY, WORKS_OVER } from '../../../build/demo/story.ts';
import { fen, formatYuan } from '../../../db/model/money.ts';
import { columnOf, columnSum } from '../../fixtures/sheets.ts';
import { pdfText } from '../../reports/read.ts';
import {
  DECIDED,
  handedUp,
  LISTED,
  NEWEST,
  OPEN_TASKS,
  Overview,
  type PlayedYear,
  STAYING,
  TASKS,
} from './played.ts';

const sorted = (names: readonly unknown[]): readonly unknown[] => [...names].sort();

const Monthly = z.looseObject({
  asOf: z.string(),
  files: z.array(z.string()),
  lines: z.array(z.looseObject({ item: z.string(), target: z.number().nullable(), done: z.number() })),
});

/** What the year looks like when the works are over. */
export const worksOverChecks = (year: PlayedYear): void => {
  const all: PlayedYear['all'] = (...given) => year.all(...given);
  const count: PlayedYear['count'] = (...given) => year.count(...given);
  const planned = (column: string): number =>
    count(`SELECT sum(${column}) FROM plan_task WHERE revision_id IN (${NEWEST})`);
  const spent = (column: string): number => count(`SELECT sum(${column}) FROM task_work`);
  const finished = (): number =>
    count(`SELECT count(*) FROM plan_revision WHERE id IN (${NEWEST}) AND id NOT IN (${OPEN_TASKS})`);
  const idOf = (name: string): unknown => all('SELECT id FROM workshop WHERE name = ?', name)[0];
  const namesListed = (): readonly unknown[] =>
    all(`SELECT name FROM workshop WHERE id IN (${LISTED}) ORDER BY name`);
  const overviewNow = async () => Overview.parse(await year.bureau.run(WORKS_OVER, ['overview']));

  it('has everything the records of a real year bring', () => {
    expect(count('SELECT count(*) FROM application')).toBe(16);
    expect(namesListed()).toHaveLength(10);
    expect(namesListed()).not.toContain(STORY.upheld);
    expect(namesListed()).not.toContain(STORY.withdrawn);
    expect(sorted(all('SELECT outcome FROM objection'))).toEqual(['rejected', 'upheld']);
    expect(all('SELECT removed_on FROM publicity_entry WHERE removed_on IS NOT NULL')).toHaveLength(1);
    expect(all('SELECT replaces_id FROM selection_decision WHERE replaces_id IS NOT NULL')).toHaveLength(2);
    expect(all('SELECT id FROM roster')).toHaveLength(2);
    expect(count(`SELECT count(*) FROM signature WHERE outcome = 'return'`)).toBe(1);
    const revisions = `SELECT count(*) FROM plan_revision r JOIN plan p ON p.id = r.plan_id WHERE p.workshop_id = ?`;
    expect(count(revisions, idOf(STORY.returned))).toBe(2);
    const helpers = 'SELECT count(DISTINCT staff_id) FROM helper_assignment WHERE workshop_id = ?';
    expect(count(helpers, idOf(STORY.handedOver))).toBe(2);
    const own =
      'SELECT sum(cost_own) FROM task_work w JOIN plan p ON p.id = w.plan_id WHERE p.workshop_id = ?';
    expect(count(own, idOf(STORY.short))).toBeLessThan(1_000_000);
    expect(
      all(`SELECT DISTINCT substr(subject, 1, instr(subject, ':') - 1) FROM attachment ORDER BY 1`),
    ).toEqual(['meeting', 'publicity', 'revision', 'task', 'visit']);
  });

  it('shows on the dashboard what the database adds up to', async () => {
    const { funnel, watches, ...figures } = await overviewNow();
    expect(Object.fromEntries(funnel.map((one) => [one.figure, one.count]))).toEqual({
      applied: count('SELECT count(*) FROM application'),
      agreed: count(`SELECT count(*) FROM ${STAYING} AND 'agree' = (SELECT opinion FROM review v
        WHERE v.application_id = a.id AND v.level = 'leader' ORDER BY v.id DESC LIMIT 1)`),
      selected: count(`SELECT count(*) FROM ${STAYING} AND ${DECIDED} = 1`),
      published: count(
        `SELECT count(*) FROM ${STAYING} AND a.workshop_id IN (SELECT workshop_id FROM publicity_entry)`,
      ),
      listed: namesListed().length,
      signed: count(`SELECT count(*) FROM signature WHERE role = 'leader' AND outcome = 'agree'
        AND revision_id IN (${NEWEST})`),
      started: count('SELECT count(*) FROM plan WHERE works_started_on IS NOT NULL'),
      finished: finished(),
      passed: 0,
    });
    expect(figures).toMatchObject({
      quota: count(`SELECT json_extract(policy, '$.quota') FROM campaign`),
      selected: count(`SELECT count(*) FROM ${STAYING} AND ${DECIDED} = 1`),
      plannedOwn: planned('budget_own'),
      plannedOther: planned('budget_other'),
      spentOwn: spent('cost_own'),
      spentOther: spent('cost_other'),
    });
    const watched = new Map(watches.map((one) => [one.figure, one.count]));
    const late = `SELECT count(DISTINCT t.revision_id) FROM ${TASKS} AND t.due_on < ? AND w.finished_on IS NULL`;
    expect(watched.get('lateTasks')).toBe(count(late, WORKS_OVER));
    const visited = `SELECT workshop_id FROM assistance_visit WHERE visited_on > date(?, '-30 days')`;
    expect(watched.get('unvisited')).toBe(
      count(
        `SELECT count(*) FROM plan_revision r JOIN plan p ON p.id = r.plan_id WHERE r.id IN (${NEWEST})
        AND r.id IN (${OPEN_TASKS}) AND p.workshop_id NOT IN (${visited})`,
        WORKS_OVER,
      ),
    );
    expect([watched.get('lateTasks'), watched.get('unvisited'), finished()]).toEqual([1, 1, 8]);
  });

  it('exports lists with the same members and the same money', async () => {
    const { funnel, watches } = await overviewNow();
    const some = [...funnel, ...watches].filter(({ figure }) =>
      ['agreed', 'finished', 'lateTasks'].includes(figure),
    );
    for (const { figure, count: members } of some) {
      const { bytes, rows } = await year.exported(figure, WORKS_OVER);
      const names = (await columnOf(bytes, '小作坊名称')).filter(
        (name) => all('SELECT 1 FROM workshop WHERE name = ?', name).length > 0,
      );
      expect([figure, rows, names.length]).toEqual([figure, members, members]);
    }
    const { bytes, rows } = await year.exported('plans', WORKS_OVER);
    expect(rows).toBe(namesListed().length);
    expect(await columnSum(bytes, '任务数')).toBe(count(`SELECT count(*) FROM ${TASKS}`));
    expect(await columnSum(bytes, '业主自筹预算（元）')).toBe(planned('budget_own') / 100);
    expect(await columnSum(bytes, '其他资金预算（元）')).toBe(planned('budget_other') / 100);
    expect(await columnSum(bytes, '业主自筹实际（元）')).toBe(spent('cost_own') / 100);
    expect(await columnSum(bytes, '其他资金实际（元）')).toBe(spent('cost_other') / 100);
  });

  it('reports the month as the records stood on its last day, the same on every paper', async () => {
    const out = join(year.folder, '月报');
    const report = Monthly.parse(
      await year.bureau.run(WORKS_OVER, ['monthly', '--month', '2021-08', '--out', out]),
    );
    const day = report.asOf;
    const done = new Map(report.lines.map((one) => [one.item, one.done]));
    const target = new Map(report.lines.map((one) => [one.item, one.target]));
    const own = count('SELECT sum(cost_own) FROM task_work WHERE finished_on <= ?', day);
    expect(done.get('业主自筹投入')).toBe(own);
    expect(target.get('业主自筹投入')).toBe(planned('budget_own'));
    expect(done.get('完成改造任务')).toBe(count(`SELECT count(*) FROM ${TASKS} AND w.finished_on <= ?`, day));
    expect(target.get('完成改造任务')).toBe(count(`SELECT count(*) FROM ${TASKS}`));
    expect(done.get('改造完成')).toBe(0);
    const visits = `SELECT count(DISTINCT workshop_id) FROM assistance_visit WHERE visited_on LIKE '2021-08-%'`;
    expect(done.get('本月走访帮扶')).toBe(count(visits));
    const [pdf = '', , xlsx = ''] = ['.pdf', '.docx', '.xlsx'].map((end) =>
      report.files.find((one) => one.endsWith(end)),
    );
    expect(pdfText(readFileSync(pdf), '-layout')).toContain(`${formatYuan(fen(own))}元`);
    expect(await columnOf(readFileSync(xlsx), '实际完成')).toContain(own / 100);
  });

  it('hands up what stands in the database', async () => {
    const packages = await handedUp(year);
    expect(packages.map((one) => `${one.kind} ${one.sequence}`)).toEqual([
      'monthly 1',
      'roster 1',
      'roster 2',
      'monthly 2',
      'plans 1',
      'monthly 3',
      'monthly 4',
      'monthly 5',
      'monthly 6',
    ]);
    for (const one of packages) {
      expect(one).toMatchObject({ valid: true, faults: [], names: one.said });
      expect(one.receivedOn).not.toBeNull();
    }
    const names = packages.find((one) => one.kind === 'roster' && one.sequence === 2)?.names;
    expect(names).toEqual(sorted(namesListed()));
    const batch = (number: number): readonly unknown[] =>
      all(
        `SELECT json_extract(e.record, '$.name') FROM roster_entry e
        WHERE e.roster_id = (SELECT id FROM roster ORDER BY confirmed_on LIMIT 1 OFFSET ?)`,
        number - 1,
      );
    const onSheet = async (bytes: Uint8Array, names: readonly unknown[]) =>
      sorted((await columnOf(bytes, '小作坊名称')).filter((one) => names.includes(one)));
    const first = year.inPackage('创建名单_01', '01_创建名单.xlsx');
    expect(await onSheet(first, batch(1))).toEqual(sorted(batch(1)));
    const second = year.inPackage('创建名单_02', '01_创建名单_第2批.xlsx');
    expect(await onSheet(second, batch(2))).toEqual(sorted(batch(2)));
    const invested = `SELECT sum(planned_investment) FROM application WHERE workshop_id IN
      (SELECT workshop_id FROM roster_entry WHERE roster_id = (SELECT id FROM roster ORDER BY confirmed_on LIMIT 1))`;
    expect(await columnSum(first, '计划投入资金（元）')).toBe(count(invested) / 100);
  });

  it('prints in the plans and their ledger the money of the database', async () => {
    const ledger = year.inPackage('改造方案_01', '01_改造方案台账.xlsx');
    expect(await columnSum(ledger, '业主自筹（元）')).toBe(planned('budget_own') / 100);
    expect(await columnSum(ledger, '其他资金（元）')).toBe(planned('budget_other') / 100);
    const papers = join(year.packageFolder('改造方案_01'), 'data', '改造提升方案');
    expect(readdirSync(papers)).toHaveLength(namesListed().length);
    for (const file of readdirSync(papers)) {
      const name = file.slice(3, -'.pdf'.length);
      const own = count(
        `SELECT sum(t.budget_own) FROM plan_task t JOIN plan_revision r ON r.id = t.revision_id
        JOIN plan p ON p.id = r.plan_id WHERE r.id IN (${NEWEST}) AND p.workshop_id = ?`,
        idOf(name),
      );
      const text = pdfText(readFileSync(join(papers, file))).replaceAll(/\s/g, '');
      expect(text).toContain(`业主自筹${formatYuan(fen(own))}元`);
    }
  });
};
