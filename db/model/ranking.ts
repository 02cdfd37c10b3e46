import type { ApplicationCore } from './application.ts';
import { formatArea } from './area.ts';
import { formatYuan } from './money.ts';
import type { Policy } from './policy.ts';
import { type Problem, problem } from './problems.ts';

/** 择优: what the suggested ranking looks at, each with its most points; they add up to 100. */
export const CRITERIA = {
  investment: { label: '业主投入', max: 30 },
  area: { label: '操作间面积', max: 20 },
  health: { label: '健康证', max: 15 },
  penalties: { label: '抽检处罚', max: 15 },
  speciality: { label: '工艺特色', max: 10 },
  honours: { label: '荣誉', max: 10 },
} as const;

type Criterion = keyof typeof CRITERIA;

export type RankingFigures = Pick<
  ApplicationCore,
  | 'plannedInvestment'
  | 'operationArea'
  | 'staffCount'
  | 'healthCertificateCount'
  | 'speciality'
  | 'honours'
  | 'penalties'
>;

export interface Merit {
  readonly criterion: Criterion;
  readonly points: number;
  /** Where the points come from, so that anybody can check them. */
  readonly why: string;
}

const NOTHING = /^(无|没有|暂无|—|-)?$/;
const CLEAN = /^(无|没有|未)|合格|无处罚|无行政处罚/;
const SPOILT = /不合格|罚款|警告|没收|停产/;

const countItems = (text: string): number =>
  text.split(/[、，,；;。\n]/).filter((one) => !NOTHING.test(one.trim())).length;

const capped = (points: number, criterion: Criterion): number =>
  Math.max(0, Math.min(CRITERIA[criterion].max, Math.floor(points)));

/** Ten points for the notice's minimum, and as many for each further minimum. */
const ratioPoints = (value: number, minimum: number, criterion: Criterion): number =>
  capped(minimum === 0 ? CRITERIA[criterion].max : (10 * value) / minimum, criterion);

function investmentMerit({ plannedInvestment: value }: RankingFigures, policy: Policy): Merit {
  if (value === null) return { criterion: 'investment', points: 0, why: '未填' };
  const minimum = formatYuan(policy.minOwnInvestment);
  return {
    criterion: 'investment',
    points: ratioPoints(value, policy.minOwnInvestment, 'investment'),
    why: `${formatYuan(value)}元，每${minimum}元10分`,
  };
}

function areaMerit({ operationArea: value }: RankingFigures, policy: Policy): Merit {
  if (value === null) return { criterion: 'area', points: 0, why: '未填' };
  return {
    criterion: 'area',
    points: ratioPoints(value, policy.minArea, 'area'),
    why: `${formatArea(value)}㎡，每${formatArea(policy.minArea)}㎡10分`,
  };
}

function healthMerit({ staffCount, healthCertificateCount: held }: RankingFigures): Merit {
  if (!staffCount || held === null) return { criterion: 'health', points: 0, why: '人数未填' };
  const points = capped((CRITERIA.health.max * Math.min(held, staffCount)) / staffCount, 'health');
  return { criterion: 'health', points, why: `从业${staffCount}人，持证${held}人` };
}

function penaltyMerit({ penalties }: RankingFigures): Merit {
  const text = penalties.trim();
  if (text === '') return { criterion: 'penalties', points: 0, why: '未填，请核对' };
  const clean = CLEAN.test(text) && !SPOILT.test(text);
  return clean
    ? { criterion: 'penalties', points: CRITERIA.penalties.max, why: '无不合格和处罚记录' }
    : { criterion: 'penalties', points: 0, why: '有记录，请核对' };
}

function textMerits({ speciality, honours }: RankingFigures): readonly Merit[] {
  const special = !NOTHING.test(speciality.trim());
  const count = countItems(honours);
  return [
    {
      criterion: 'speciality',
      points: special ? CRITERIA.speciality.max : 0,
      why: special ? '有说明，是否突出由审核人判断' : '未填',
    },
    { criterion: 'honours', points: capped(5 * count, 'honours'), why: `${count}项，每项5分` },
  ];
}

/** The points of one applicant, criterion by criterion. A suggestion: the clerk ranks. */
export const meritsOf = (figures: RankingFigures, policy: Policy): readonly Merit[] => [
  investmentMerit(figures, policy),
  areaMerit(figures, policy),
  healthMerit(figures),
  penaltyMerit(figures),
  ...textMerits(figures),
];

export const pointsOf = (merits: readonly Merit[]): number =>
  merits.reduce((sum, one) => sum + one.points, 0);

/**
 * Suggested places, 1 first: those who meet the conditions before those who do not, then by points, own money and
 * area; who is still level keeps the order of application.
 */
export function suggestedRanks<Key>(
  candidates: readonly {
    readonly key: Key;
    readonly figures: RankingFigures;
    readonly points: number;
    readonly eligible: boolean;
  }[],
): ReadonlyMap<Key, number> {
  const ordered = [...candidates].sort(
    (left, right) =>
      Number(right.eligible) - Number(left.eligible) ||
      right.points - left.points ||
      (right.figures.plannedInvestment ?? 0) - (left.figures.plannedInvestment ?? 0) ||
      (right.figures.operationArea ?? 0) - (left.figures.operationArea ?? 0),
  );
  return new Map(ordered.map((one, index) => [one.key, index + 1]));
}

/** The ranks that `count` candidates take in order, leaving out those of candidates already fixed. */
export function freeRanks(taken: ReadonlySet<number>, count: number): readonly number[] {
  const free: number[] = [];
  for (let rank = 1; free.length < count; rank++) if (!taken.has(rank)) free.push(rank);
  return free;
}

/** Takes the element at `from` to `to`; everything between moves up or down by one. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined || from === to) return items;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * Who was moved by hand: the fewest whose removal leaves the suggested order. `suggested` are the suggested ranks in
 * the order given; the answer names places in it.
 */
export function movedPlaces(suggested: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, rank] of suggested.entries()) {
    const found = tails.findIndex((place) => (suggested[place] ?? 0) >= rank);
    const length = found === -1 ? tails.length : found;
    before.push(length === 0 ? undefined : tails[length - 1]);
    tails[length] = index;
  }
  const kept = new Set<number>();
  for (let place = tails.at(-1); place !== undefined; place = before[place]) kept.add(place);
  return new Set(suggested.map((_, index) => index).filter((index) => !kept.has(index)));
}

/** What the figures alone say about a decision; `unmet`: the conditions failed, in words. */
export function reasonFromFigures(
  { points, unmet, selected }: { points: number; unmet: readonly string[]; selected: boolean },
  rank: number,
): string {
  if (unmet.length > 0) return `不符合创建条件：${unmet.join('；')}`.slice(0, 300);
  const figures = `比选得分${points}分，排第${rank}名`;
  return selected ? figures : `${figures}，名额已满`;
}

interface RankedDecision {
  readonly name: string;
  readonly rank: number;
  readonly selected: boolean;
  readonly reason: string;
  readonly eligible: boolean;
}

/** What makes a set of decisions unfit to be kept: gaps in the reasons, equal ranks, a worse one before a better one. */
export function decisionProblems(
  decisions: readonly RankedDecision[],
  fixedRanks: ReadonlySet<number>,
): readonly Problem[] {
  const silent = decisions
    .filter((one) => one.reason === '')
    .map((one) =>
      problem('selection.reason', `请写明“${one.name}”${one.selected ? '入选' : '未入选'}的理由`, {
        field: 'reason',
      }),
    );
  const ranks = decisions.map((one) => one.rank);
  const twice = decisions.filter(
    (one, index) => fixedRanks.has(one.rank) || ranks.indexOf(one.rank) !== index,
  );
  const equal = twice.map((one) =>
    problem('selection.rank', `“${one.name}”的名次${one.rank}与别家相同，请调整`, { field: 'rank' }),
  );
  const last = Math.max(0, ...decisions.filter((one) => one.selected).map((one) => one.rank));
  const passedOver = decisions.filter((one) => !one.selected && one.eligible && one.rank < last);
  const order = passedOver.map((one) =>
    problem(
      'selection.order',
      `“${one.name}”排第${one.rank}名却未入选，而第${last}名入选，请先调整名次，使入选的排在前面`,
      { field: 'rank' },
    ),
  );
  return [...silent, ...equal, ...order];
}
