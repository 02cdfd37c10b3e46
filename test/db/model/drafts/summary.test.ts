import { expect, it } from 'vitest';
import { isoDate } from '../../../../db/model/dates.ts';
import { type CaseFacts, caseDraft } from '../../../../db/model/drafts/case.ts';
import { type SummaryFacts, summaryDraft } from '../../../../db/model/drafts/summary.ts';
import { fromYuan, ZERO_FEN } from '../../../../db/model/money.ts';
import { TO_WRITE, type WritingSection } from '../../../../db/model/writing.ts';

const FULL: SummaryFacts = {
  ...{ year: 2021, programme: '名优特', quota: 10, applied: 16, selected: 10, listed: 10, left: 2 },
  ...{ meetings: 1, headcount: 46, duties: 13, helped: 10, visits: 29 },
  ...{ signed: 10, started: 10, tasks: 42, tasksDone: 42, finished: 10 },
  ...{ plannedOwn: fromYuan(131_100), plannedOther: fromYuan(6500) },
  ...{ spentOwn: fromYuan(124_256), spentOther: ZERO_FEN },
  averages: { before: 846, after: 955, count: 10 },
  ...{ scored: 10, passed: 10, reinspected: 1, recommended: 9, citySampled: 5, cityFailed: 1, withheld: 1 },
  ...{ announced: 9, paidCount: 8, paid: fromYuan(80_000), failed: 1 },
  cases: ['典型案例：示例豆腐坊'],
};

const textOf = (sections: readonly WritingSection[], key: string): string =>
  sections.find((one) => one.key === key)?.text ?? '—';

it('tells the year so that the figures explain each other', () => {
  const sections = summaryDraft(FULL);
  expect(textOf(sections, 'basics')).toContain(
    '创建申请16家（其间退出或取消2家），经审核、遴选和公示，入选10家',
  );
  expect(textOf(sections, 'measures').split('\n')).toEqual([
    '（一）动员部署',
    '召开宣传动员会1次，参加46人次，分解工作任务13项，落实到单位和责任人。',
    '（二）一坊一策',
    '指导10家小作坊制定改造提升方案，经主管领导审核签字后组织实施，开工改造10家，确定改造任务42项，计划投入改造资金137,600元，其中业主自筹131,100元、其他资金6,500元。',
    '（三）精准帮扶',
    '为10家小作坊明确了帮扶责任人，走访帮扶29次，指导解决改造中的问题。',
  ]);
  expect(textOf(sections, 'effects')).toContain('实际投入改造资金124,256元，均为业主自筹。');
  expect(textOf(sections, 'outcomes')).toBe(
    '县级考评10家，达标10家（其中整改后复查1家），列入推荐名单9家。市局复评5家，达标4家，未达标1家。不予发放奖补资金1家。省厅公布9家。已向8家小作坊发放奖补资金共80,000元，另有1家发放未成功，正在补发。',
  );
  expect(textOf(sections, 'cases')).toBe('整理典型案例1个（另附）：示例豆腐坊。');
});

it('boasts of nothing that is nought, and does not call a fall a rise', () => {
  const none = Object.fromEntries(
    Object.entries(FULL).map(([key, value]) => [
      key,
      typeof value === 'number' && key !== 'year' ? 0 : value,
    ]),
  );
  const sections = summaryDraft({
    ...FULL,
    ...none,
    averages: { before: 900, after: 880, count: 1 },
    cases: [],
  });
  const texts = sections.map((one) => one.text).join('\n');
  expect(texts).not.toMatch(/(?<!\d)0[家项次人元个]/);
  expect(textOf(sections, 'outcomes')).toBe(TO_WRITE);
  expect(texts).toContain('由改造前自查的90分变为县级考评的88分');
});

it('tells a case in sentences of its own, each task on its line', () => {
  const facts: CaseFacts = {
    ...{ workshopId: 'x', name: '示例豆腐坊', ownerName: '示例甲', township: '示例镇', products: '豆腐' },
    ...{
      situation: '设施较旧。',
      problems: ['地面破损', '没有纱窗；'],
      measures: ['硬化地面。', '加装纱窗'],
    },
    ...{ startedOn: isoDate('2021-06-01'), finishedOn: isoDate('2021-08-26') },
    ...{
      helperName: '示例乙',
      visits: 3,
      spentOwn: ZERO_FEN,
      spentOther: ZERO_FEN,
      before: 840,
      after: null,
    },
  };
  const sections = caseDraft(facts);
  expect(textOf(sections, 'basics')).toBe('示例豆腐坊位于示例镇，业主示例甲，主要产品为豆腐。');
  expect(textOf(sections, 'before')).toBe('设施较旧。\n1.地面破损。\n2.没有纱窗。');
  expect(textOf(sections, 'works')).toBe(
    '按照“一坊一策”，确定改造任务2项。\n1.硬化地面。\n2.加装纱窗。\n改造于2021年6月1日开工，2021年8月26日完成。\n帮扶责任人示例乙到现场走访帮扶3次。',
  );
  expect(textOf(sections, 'effects')).toBe(`改造前自查84分。${TO_WRITE}`);
  const [, , works] = caseDraft({ ...facts, measures: ['硬化地面'] });
  expect(works?.text).toContain('确定改造任务1项：\n硬化地面。');
});
