import { formatArea } from './area.ts';
import { type Change, type ChangeField, changesBetween } from './changes.ts';
import { formatYuan } from './money.ts';
import { deadlineOf, defaultPolicy, type Phase, type Policy } from './policy.ts';
import { type Problem, problem } from './problems.ts';
import { COUNTING_RULES } from './terms.ts';

/** What the records of a year already rest on; each a count of records. */
export interface PolicyUse {
  readonly applications: number;
  readonly reviewed: number;
  readonly selected: number;
  readonly publicities: number;
  readonly rosters: number;
  readonly plansSubmitted: number;
  readonly rostersHandedUp: number;
  readonly plansHandedUp: number;
  readonly mobilised: number;
  readonly visits: number;
  readonly inspections: number;
  readonly cityInspections: number;
  readonly provinceInspections: number;
}

export type FigureKey =
  | Exclude<keyof Policy, 'phases' | 'deadlines'>
  | `phases.${keyof Policy['phases']}`
  | `deadlines.${keyof Policy['deadlines']}`;

export interface PolicyFigure extends ChangeField<Policy> {
  readonly key: FigureKey;
  /** What the notice says of it, shown beside the field. */
  readonly notice: (defaults: Policy) => string;
  /** Why a change needs a reason, as a sentence's part; null while nothing rests on the figure. */
  readonly usedBy: (use: PolicyUse) => string | null;
  /** False where the notice gives no value to go back to. */
  readonly hasDefault: boolean;
}

type Used = PolicyFigure['usedBy'];
type Shown = PolicyFigure['shown'];

const when =
  (count: (use: PolicyUse) => number, sentence: (count: number) => string): Used =>
  (use) =>
    count(use) > 0 ? sentence(count(use)) : null;
const either =
  (...rules: readonly Used[]): Used =>
  (use) =>
    rules.map((rule) => rule(use)).find((said) => said !== null) ?? null;
const never: Used = () => null;

const reviewed = when(
  (use) => use.reviewed,
  (count) => `已有${count}家申请按此审核`,
);
const planned = when(
  (use) => use.plansSubmitted,
  (count) => `已有${count}份改造方案按此提交`,
);
const posted = when(
  (use) => use.publicities,
  (count) => `已按此发布${count}次公示`,
);
const inspected = when(
  (use) => use.inspections,
  (count) => `已有${count}次考评按此进行`,
);
const handedUp = when(
  (use) => use.rostersHandedUp + use.plansHandedUp,
  (count) => `已有${count}份报送包按此制作`,
);

const ruled = (
  key: FigureKey,
  label: string,
  shown: Shown,
  usedBy: Used,
  origin: '通知规定' | '通知未规定，建议' = '通知规定',
): PolicyFigure => ({
  key,
  label,
  shown,
  usedBy,
  notice: (defaults) => `${origin}：${shown(defaults)}`,
  hasDefault: true,
});

const given = (key: FigureKey, label: string, shown: Shown, usedBy: Used, notice: string): PolicyFigure => ({
  key,
  label,
  shown,
  usedBy,
  notice: () => notice,
  hasDefault: false,
});

const span = ({ from, to }: Phase): string => `${from}至${to}`;

/** Every figure of the year's policy, in the order of the notice. */
export const POLICY_FIGURES: readonly PolicyFigure[] = [
  given(
    'programmeName',
    '创建名称',
    (policy) => policy.programmeName,
    either(posted, planned, handedUp),
    '通知里“名优特”“名特优”两种写法都有，文书照此打印',
  ),
  given(
    'basis',
    '依据文件',
    (policy) => policy.basis || '未填',
    posted,
    '印在公示上，如《关于印发……实施方案的通知》及文号',
  ),
  given(
    'quota',
    '创建名额',
    (policy) => `${policy.quota}家`,
    when(
      (use) => use.selected,
      (count) => `已按此遴选${count}家入选`,
    ),
    '通知附表1，由市局下达',
  ),
  ruled('minArea', '操作间使用面积不少于', (policy) => `${formatArea(policy.minArea)}㎡`, reviewed),
  ruled(
    'minOwnInvestment',
    '业主改造投入不低于',
    (policy) => `${formatYuan(policy.minOwnInvestment)}元`,
    either(reviewed, planned),
  ),
  ruled('passScore', '考评合格分数', (policy) => `${policy.passScore / 10}分`, inspected),
  ruled('publicityDays', '公示天数', (policy) => `${policy.publicityDays}天`, posted),
  ruled(
    'countingRule',
    '公示期计算方法',
    (policy) => COUNTING_RULES[policy.countingRule],
    posted,
    '通知未规定，建议',
  ),
  ruled(
    'award',
    '每家奖补资金',
    (policy) => `${formatYuan(policy.award)}元`,
    when(
      (use) => use.rosters,
      () => '创建名单已按此确定',
    ),
  ),
  ruled(
    'citySamplePercent',
    '市级复评比例不低于',
    (policy) => `${policy.citySamplePercent}%`,
    when(
      (use) => use.cityInspections,
      (count) => `已有${count}次市级复评`,
    ),
  ),
  ruled(
    'provinceSamplePercent',
    '省级抽查比例不低于',
    (policy) => `${policy.provinceSamplePercent}%`,
    when(
      (use) => use.provinceInspections,
      (count) => `已有${count}次省级抽查`,
    ),
  ),
  ruled(
    'phases.mobilise',
    '动员准备阶段',
    (policy) => span(policy.phases.mobilise),
    when(
      (use) => use.mobilised,
      () => '宣传动员会或任务分解已按此安排',
    ),
  ),
  ruled('phases.apply', '申请遴选阶段', (policy) => span(policy.phases.apply), reviewed),
  ruled('phases.build', '建设实施阶段', (policy) => span(policy.phases.build), planned),
  ruled('phases.accept', '考评验收阶段', (policy) => span(policy.phases.accept), inspected),
  ruled(
    'deadlines.roster',
    '创建名单报送期限',
    (policy) => policy.deadlines.roster,
    when(
      (use) => use.rostersHandedUp,
      () => '创建名单已报送',
    ),
  ),
  ruled(
    'deadlines.plans',
    '改造方案报送期限',
    (policy) => policy.deadlines.plans,
    when(
      (use) => use.plansHandedUp,
      () => '改造方案已报送',
    ),
    '通知未规定，建议',
  ),
  ruled(
    'deadlines.results',
    '县级验收结果报送期限',
    (policy) => deadlineOf(policy, 'results'),
    never,
    '通知未规定，建议',
  ),
  ruled(
    'deadlines.payees',
    '收款信息报送期限',
    (policy) => deadlineOf(policy, 'payees'),
    never,
    '通知未规定，建议',
  ),
  ruled('deadlines.summary', '工作总结报送期限', (policy) => policy.deadlines.summary, never),
  ruled('reportDay', '进展月报日', (policy) => `每月${policy.reportDay}日`, never, '通知未规定，建议'),
  ruled(
    'visitIntervalDays',
    '帮扶走访间隔不超过',
    (policy) => `${policy.visitIntervalDays}天`,
    when(
      (use) => use.visits,
      (count) => `已有${count}次走访按此督促`,
    ),
    '通知未规定，建议',
  ),
];

/** What differs, from → to, figure by figure. */
export const policyChanges = (before: Policy, after: Policy): readonly Change[] =>
  changesBetween(before, after, POLICY_FIGURES);

/** The figures in which two policies differ. */
const changedFigures = (before: Policy, after: Policy): readonly PolicyFigure[] =>
  POLICY_FIGURES.filter(({ shown }) => shown(before) !== shown(after));

/** One problem for each changed figure that records already rest on: such a change needs a reason. */
export const reasonsNeeded = (before: Policy, after: Policy, use: PolicyUse): readonly Problem[] =>
  changedFigures(before, after).flatMap(({ label, shown, usedBy }) => {
    const used = usedBy(use);
    if (used === null) return [];
    return [
      problem('policy.reason', `“${label}”${used}，由${shown(before)}改为${shown(after)}须写明原因`, {
        field: 'reason',
        found: shown(after),
        expected: shown(before),
      }),
    ];
  });

/** The value the notice gives (or suggests) for one figure of that year. */
export function defaultOf(key: FigureKey, year: number): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([name]) => name === part)?.[1]
          : undefined,
      defaultPolicy(year, 0),
    );
}
