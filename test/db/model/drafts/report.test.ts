import { expect, it } from 'vitest';
import { type ReportFacts, reportDraft } from '../../../../db/model/drafts/report.ts';
import { SUBMISSION_KINDS } from '../../../../db/model/terms.ts';

const textOf = (kind: ReportFacts['kind'], counts: ReportFacts['counts'], basis = ''): string => {
  const facts = { year: 2021, project: '“名优特”食品加工小作坊创建工程', annexes: [] };
  const [body] = reportDraft({ ...facts, basis, kind, label: SUBMISSION_KINDS[kind], counts }).sections;
  return body?.text ?? '';
};

/** What the report says of its package, between the opening and the closing words. */
const contentOf = (kind: ReportFacts['kind'], counts: ReportFacts['counts']): string =>
  /报上，请审阅。(.*)\n以上材料/.exec(textOf(kind, counts))?.[1] ?? '—';

it('opens with the notice it rests on and ends as a report does', () => {
  expect(textOf('monthly', { 项目数: 14 }, '《示例市创建工程实施方案》').split('\n')).toEqual([
    '根据《示例市创建工程实施方案》要求，现将我局2021年“名优特”食品加工小作坊创建工程进展月报报上，请审阅。',
    '以上材料已经核对，数据与附件一致。',
    '特此报告。',
  ]);
  expect(textOf('monthly', {})).toMatch(/^根据工作安排，/);
});

it('says what each kind comes to in a sentence, and nothing of what there is none of', () => {
  expect(contentOf('roster', { 家数: 9 })).toBe('经审核、遴选和公示，确定列入创建名单的食品加工小作坊9家。');
  expect(contentOf('roster', { 家数: 10, 新增: 2, 退出: 1 })).toBe(
    '与上次报送相比，退出1家，新增2家，现创建名单共10家。',
  );
  expect(contentOf('roster', { 家数: 9, 新增: 0, 退出: 1 })).toBe(
    '与上次报送相比，退出1家，现创建名单共9家。',
  );
  expect(
    contentOf('plans', { 家数: 10, 任务数: 42, '业主自筹（分）': 13_110_000, '其他资金（分）': 650_000 }),
  ).toBe(
    '已签批改造提升方案10家，确定改造任务42项，计划投入改造资金137,600元，其中业主自筹131,100元、其他资金6,500元。',
  );
  expect(
    contentOf('plans', { 家数: 1, 任务数: 3, '业主自筹（分）': 1_000_000, '其他资金（分）': 0 }),
  ).toContain('计划投入改造资金10,000元，均为业主自筹。');
  expect(contentOf('results', { 考评家数: 10, 达标家数: 10, 推荐家数: 9 })).toBe(
    '已完成县级考评验收10家，达标10家，推荐9家，其余1家未列入推荐名单，情况见考评验收汇总表。',
  );
  expect(contentOf('results', { 考评家数: 9, 达标家数: 9, 推荐家数: 9 })).toMatch(/推荐9家。$/);
  expect(contentOf('payees', { 家数: 9, '奖补金额（分）': 9_000_000 })).toBe(
    '本次报送9家，奖补资金90,000元（大写：玖万元整），收款信息以加密电子文件报送，口令另行送达。',
  );
  expect(contentOf('summary', { 典型案例: 1 })).toBe('另附典型案例1个，供参考。');
  expect(contentOf('summary', { 典型案例: 0 })).toBe('');
});
