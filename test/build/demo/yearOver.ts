import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { FOLDERS } from '../../../build/demo/desk.ts';
import { LAST_DAY, STORY } from '../../../build/demo/story.ts';
import { fen, formatYuan } from '../../../db/model/money.ts';
import { columnOf, columnSum } from '../../fixtures/sheets.ts';
import { docxText, pdfText, squeezed } from '../../reports/read.ts';
import { handedUp, LISTED, NEWEST, Overview, type PlayedYear, TASKS } from './played.ts';

/** Points each finished sheet lost, from its answers and its table alone: the ways of research §3.2 told again in SQL. */
const SCORED = `SELECT i.id, i.workshop_id, i.level, i.follows_id,
    (SELECT sum(points) FROM score_item t WHERE t.table_id = i.table_id) - sum(
      CASE json_extract(s.answer, '$.way')
        WHEN 'band' THEN t.points - json_extract(s.answer, '$.points')
        WHEN 'deduction' THEN min(t.points, json_extract(t.options, '$.each') * json_extract(s.answer, '$.count'))
        WHEN 'yesNo' THEN CASE WHEN json_extract(s.answer, '$.yes') THEN 0 ELSE t.points END
        WHEN 'threeConclusions' THEN CASE json_extract(s.answer, '$.conclusion') WHEN 'meets' THEN 0
          WHEN 'basic' THEN t.points - json_extract(t.options, '$.basic') ELSE t.points END
        WHEN 'worstClass' THEN t.points - (SELECT min(json_extract(t.options, '$.classes[' || c.value || '].points'))
          FROM json_each(s.answer, '$.classes') c) END) AS total,
    sum(t.veto AND NOT json_extract(s.answer, '$.yes')) AS vetoes
  FROM inspection i JOIN item_score s ON s.inspection_id = i.id JOIN score_item t ON t.id = s.item_id
  WHERE i.finished_at IS NOT NULL AND i.removed_at IS NULL GROUP BY i.id`;
/** The county's last word of each workshop. */
const COUNTY = `SELECT * FROM (${SCORED}) WHERE level = 'county'
  AND id NOT IN (SELECT follows_id FROM inspection WHERE follows_id IS NOT NULL)`;
const PASSED = `SELECT workshop_id FROM (${COUNTY}) WHERE total >= 900 AND vetoes = 0`;
const RECOMMENDED = `SELECT workshop_id FROM result_decision d WHERE decision = 'recommend'
  AND id = (SELECT max(id) FROM result_decision WHERE workshop_id = d.workshop_id)`;
const named = (kind: string): string => `SELECT w.workshop_id FROM outside_event_workshop w
  JOIN outside_event e ON e.id = w.event_id WHERE e.kind = '${kind}' AND e.removed_at IS NULL`;
const nameOf = (ids: string): string => `SELECT name FROM workshop WHERE id IN (${ids}) ORDER BY name`;

const Summary = z.looseObject({
  sections: z.array(
    z.looseObject({
      text: z.string(),
      figures: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
});
const Awards = z.looseObject({
  totals: z.object({ paid: z.number(), paidCount: z.number(), planned: z.number(), failedCount: z.number() }),
});
const Results = z.looseObject({
  rows: z.array(
    z.looseObject({
      name: z.string(),
      state: z.string(),
      county: z.looseObject({ total: z.number(), passed: z.boolean(), round: z.number() }),
    }),
  ),
});

/** What the year looks like when the last award is paid. */
export const yearOverChecks = (year: PlayedYear): void => {
  const all: PlayedYear['all'] = (...given) => year.all(...given);
  const count: PlayedYear['count'] = (...given) => year.count(...given);
  const run = (...words: readonly string[]) => year.bureau.run(LAST_DAY, words);
  const points = (value: number): string => String(Math.round(value) / 10);
  const mean = (level: string): string =>
    points(
      count(`SELECT avg(total) FROM (${level === 'county' ? COUNTY : `${SCORED} HAVING level = 'self'`})`),
    );

  it('has one that failed and passed again, one that the city refused, one paid at the second try', () => {
    const ofOne = (name: string): readonly unknown[] =>
      year.database
        .prepare(
          `SELECT total >= 900 AS enough, vetoes, follows_id IS NOT NULL AS again FROM (${SCORED})
          WHERE level = 'county' AND workshop_id = (SELECT id FROM workshop WHERE name = ?) ORDER BY id`,
        )
        .all(name);
    expect(ofOne(STORY.short)).toEqual([
      { enough: 0, vetoes: 1, again: 0 },
      { enough: 1, vetoes: 0, again: 1 },
    ]);
    expect(ofOne(STORY.refuted)).toEqual([{ enough: 1, vetoes: 0, again: 0 }]);
    const decided = `SELECT coalesce(decision, 'takenBack') FROM result_decision
      WHERE workshop_id = (SELECT id FROM workshop WHERE name = ?) ORDER BY id`;
    expect(all(decided, STORY.refuted)).toEqual(['recommend', 'takenBack', 'withhold']);
    expect(all(`${nameOf(RECOMMENDED)}`)).not.toContain(STORY.refuted);
    const tries = `SELECT state FROM payment WHERE workshop_id = (SELECT id FROM workshop WHERE name = ?) ORDER BY id`;
    expect(all(tries, STORY.repaid)).toEqual(['failed', 'paid']);
    expect(all('SELECT outcome FROM passed_objection')).toEqual(['rejected']);
    expect(
      count(`SELECT count(*) FROM inspection WHERE level = 'county' AND NOT owner_signed AND witness <> ''`),
    ).toBe(1);
    const own = `SELECT sum(w.cost_own) FROM task_work w JOIN plan p ON p.id = w.plan_id GROUP BY p.workshop_id`;
    expect(count(`SELECT min("sum(w.cost_own)") FROM (${own})`)).toBeGreaterThanOrEqual(1_000_000);
  });

  it('lists and papers score every workshop as its answers add up', async () => {
    const scores = new Map(
      z
        .array(z.object({ name: z.string(), total: z.number(), passed: z.number() }))
        .parse(
          year.database
            .prepare(
              `SELECT w.name, c.total, c.total >= 900 AND c.vetoes = 0 AS passed FROM (${COUNTY}) c
              JOIN workshop w ON w.id = c.workshop_id`,
            )
            .all(),
        )
        .map((one) => [one.name, one]),
    );
    expect(scores.size).toBe(10);
    const { rows } = Results.parse(await run('results'));
    for (const { name, county } of rows) {
      expect([name, county.total, county.passed]).toEqual([
        name,
        scores.get(name)?.total,
        scores.get(name)?.passed === 1,
      ]);
    }
    expect(
      rows
        .filter((one) => one.state === 'recommended')
        .map((one) => one.name)
        .sort(),
    ).toEqual(all(nameOf(RECOMMENDED)));
    const list = year.inPackage('县级验收结果_02', '01_推荐名单.xlsx');
    const recommended = (await columnOf(list, '小作坊名称')).filter((one) => scores.has(String(one)));
    expect([...recommended].sort()).toEqual(all(nameOf(RECOMMENDED)));
    const sum = `SELECT sum(total) FROM (${COUNTY})`;
    expect(await columnSum(list, '县级得分')).toBeCloseTo(
      count(`${sum} WHERE workshop_id IN (${RECOMMENDED})`) / 10,
    );
    const table = year.inPackage('县级验收结果_02', '02_考评汇总表.xlsx');
    expect(await columnSum(table, '县级得分')).toBeCloseTo(count(sum) / 10);
    expect(await columnSum(table, '市级得分')).toBeCloseTo(
      count(`SELECT sum(score) FROM outside_event_workshop WHERE event_id IN
        (SELECT id FROM outside_event WHERE kind = 'cityScores')`) / 10,
    );
  });

  it('pays once each, and shows the same sum on lists, paper and summary', async () => {
    const paid = count(`SELECT sum(amount) FROM payment WHERE state = 'paid'`);
    const failed = `SELECT count(*) FROM payment p WHERE state = 'failed'
      AND NOT EXISTS (SELECT 1 FROM payment WHERE repeats_id = p.id)`;
    const { totals } = Awards.parse(await run('pay'));
    expect(totals).toEqual({ paid, paidCount: paid / 1_000_000, planned: 0, failedCount: count(failed) });
    expect(all(nameOf(`SELECT workshop_id FROM payment WHERE state = 'paid'`))).toEqual(
      all(nameOf(named('announcement'))),
    );
    const folder = join(year.folder, FOLDERS.papers, '奖补', '奖补资金发放表_2021年奖补资金发放表');
    const first = readFileSync(`${folder}（第一批）_2021-11-30.xlsx`);
    const again = readFileSync(`${folder}（补发）_2021-12-07.xlsx`);
    const batch = (offset: number): number =>
      count(`SELECT sum(amount) FROM payment WHERE batch_id =
        (SELECT id FROM payment_batch ORDER BY id LIMIT 1 OFFSET ${offset})`);
    expect(await columnSum(first, '金额（元）')).toBe(batch(0) / 100);
    expect(await columnSum(again, '金额（元）')).toBe(batch(1) / 100);
  });

  it('says in the summary what the database adds up to, in its figures, its text and its Word', async () => {
    const { sections } = Summary.parse(await run('summary'));
    const figures = Object.fromEntries(
      sections.flatMap((one) => one.figures).map(({ label, value }) => [label, value]),
    );
    const families = (sql: string): string => `${count(sql)}家`;
    const yuan = (sql: string): string => `${formatYuan(fen(count(sql)))}元`;
    const budget = (column: string): string =>
      yuan(`SELECT sum(${column}) FROM plan_task WHERE revision_id IN (${NEWEST})`);
    const counted = (ids: string): string => families(`SELECT count(DISTINCT workshop_id) FROM (${ids})`);
    expect(figures).toMatchObject({
      分配名额: families(`SELECT json_extract(policy, '$.quota') FROM campaign`),
      受理申请: families('SELECT count(*) FROM application'),
      列入创建名单: counted(LISTED),
      动员会: `${count('SELECT count(*) FROM meeting')}次`,
      参加动员: `${count('SELECT sum(headcount) FROM meeting')}人次`,
      任务分解: `${count('SELECT count(*) FROM duty')}项`,
      方案签批: families(`SELECT count(*) FROM signature WHERE role = 'leader' AND outcome = 'agree'
        AND revision_id IN (${NEWEST})`),
      改造任务: `${count(`SELECT count(*) FROM ${TASKS}`)}项`,
      计划业主自筹: budget('budget_own'),
      计划其他资金: budget('budget_other'),
      开工改造: families('SELECT count(*) FROM plan WHERE works_started_on IS NOT NULL'),
      明确帮扶责任人: counted(`SELECT workshop_id FROM helper_assignment WHERE until_day IS NULL`),
      走访帮扶: `${count('SELECT count(*) FROM assistance_visit')}次`,
      完成任务: `${count(`SELECT count(*) FROM ${TASKS} AND w.finished_on IS NOT NULL`)}项`,
      实际业主自筹: yuan('SELECT sum(cost_own) FROM task_work'),
      实际其他资金: yuan('SELECT sum(cost_other) FROM task_work'),
      改造前平均得分: `${mean('self')}分`,
      改造后平均得分: `${mean('county')}分`,
      县级考评: counted(COUNTY),
      达标: counted(PASSED),
      整改后复查: counted(`${COUNTY} AND follows_id IS NOT NULL`),
      推荐名单: counted(RECOMMENDED),
      市级复评: counted(named('cityScores')),
      省厅公布: counted(named('announcement')),
      已发放: families(`SELECT count(*) FROM payment WHERE state = 'paid'`),
      发放金额: yuan(`SELECT sum(amount) FROM payment WHERE state = 'paid'`),
      典型案例: `${count(`SELECT count(*) FROM writing WHERE kind = 'case'`)}个`,
    });
    const word = squeezed(await docxText(year.inPackage('工作总结_02', '01_创建工作总结.docx')));
    for (const { text } of sections) expect(word).toContain(squeezed(text));
    expect(word).toContain(`由改造前自查的${mean('self')}分提高到县级考评的${mean('county')}分`);
  });

  it('has nothing left to do on the dashboard, and the money of the database', async () => {
    const given = Overview.extend({
      dues: z.array(z.unknown()),
      stageCounts: z.record(z.string(), z.number()),
    }).parse(await run('overview'));
    expect(given.dues).toEqual([]);
    expect(given.watches.filter((one) => one.count > 0)).toEqual([]);
    expect(given).toMatchObject({
      spentOwn: count('SELECT sum(cost_own) FROM task_work'),
      spentOther: count('SELECT sum(cost_other) FROM task_work'),
    });
    const reached = new Map(given.funnel.map((one) => [one.figure, one.count]));
    expect([reached.get('listed'), reached.get('started'), reached.get('finished')]).toEqual([10, 10, 10]);
    const refuted = `SELECT workshop_id FROM outside_event_workshop WHERE score < 900`;
    expect(reached.get('passed')).toBe(
      count(`SELECT count(*) FROM (${PASSED}) WHERE workshop_id NOT IN (${refuted})`),
    );
    const stages = (stage: string) => given.stageCounts[stage];
    expect([stages('awarded'), stages('notAwarded')]).toEqual([
      count(`SELECT count(DISTINCT workshop_id) FROM payment WHERE state = 'paid'`),
      count(`SELECT count(*) FROM result_decision WHERE decision = 'withhold'`),
    ]);
  });

  it('has handed up all six kinds, each received, corrections naming what they replace', async () => {
    const packages = await handedUp(year);
    expect(packages.slice(9).map((one) => `${one.kind} ${one.sequence}`)).toEqual([
      'monthly 7',
      'results 1',
      'results 2',
      'summary 1',
      'payees 1',
      'monthly 8',
      'summary 2',
    ]);
    for (const one of packages) {
      expect(one).toMatchObject({ valid: true, faults: [], names: one.said });
      expect(one.receivedOn).not.toBeNull();
    }
    const find = (kind: string, sequence: number) =>
      packages.find((one) => one.kind === kind && one.sequence === sequence);
    for (const kind of ['results', 'summary']) {
      expect(find(kind, 2)?.replacesId).toBe(find(kind, 1)?.id);
    }
    expect(find('results', 2)?.names).toEqual(all(nameOf(`SELECT workshop_id FROM (${COUNTY})`)));
    expect(find('payees', 1)?.names).toEqual(all(nameOf('SELECT workshop_id FROM payee')));
    const report = await docxText(year.inPackage('县级验收结果_02', '00_报送报告.docx'));
    expect(report).toContain('评分表（10份）');
    const [scored, passed, recommended] = [COUNTY, PASSED, RECOMMENDED].map((ids) =>
      count(`SELECT count(DISTINCT workshop_id) FROM (${ids})`),
    );
    expect(squeezed(report)).toContain(`考评验收${scored}家，达标${passed}家，推荐${recommended}家`);
    const sheets = pdfText(year.inPackage('县级验收结果_02', '02_考评汇总表.pdf'), '-layout');
    expect(sheets).toContain(`平均得分${mean('county')}分`);
  });
};
