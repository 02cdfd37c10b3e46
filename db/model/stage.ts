import type { IsoDate } from './dates.ts';
import type { InspectionFacts } from './inspection.ts';
import type { RevisionState } from './plan.ts';
import { planState } from './planState.ts';
import { type PublicityFacts, publicityState } from './publicity.ts';
import type { ResultDecision } from './terms.ts';

/** Where a workshop stands in the year's campaign; labels are what lists and chips show. */
export const STAGES = {
  awaitingReview: '待审核',
  refused: '审核未通过',
  awaitingSelection: '待遴选',
  notSelected: '未入选',
  awaitingPublicity: '待公示',
  publicity: '公示中',
  publicityOver: '公示期满待确定',
  removed: '公示后取消',
  planning: '方案待编制',
  drafting: '方案起草中',
  awaitingSignature: '方案待签批',
  returned: '方案退回修改',
  signed: '方案已签批',
  inWorks: '改造施工中',
  changing: '改造施工中，方案变更',
  finished: '改造完成待验收',
  inspecting: '考评中',
  rectifying: '县级考评未通过待整改',
  recheckFailed: '复评未通过待整改',
  awaitingReinspection: '整改完成待复查',
  countyPassed: '县级验收合格',
  recommended: '已列入推荐名单',
  recheckPassed: '市级以上复评合格',
  announced: '省厅已公布待奖补',
  awarded: '奖补已发放',
  notAwarded: '不予发放奖补',
  withdrawn: '已退出',
} as const;

export type Stage = keyof typeof STAGES;

/** Whether a link names a stage. */
export const isStage = (text: string | null): text is Stage => text !== null && Object.hasOwn(STAGES, text);

/** From the first 考评验收 on. */
export const INSPECTION_STAGES: readonly Stage[] = [
  'inspecting',
  'rectifying',
  'recheckFailed',
  'awaitingReinspection',
  'countyPassed',
  'recheckPassed',
];

/** What follows from the scorings: the recommendation, the announcement, the award, or none. */
export const RESULT_STAGES: readonly Stage[] = ['recommended', 'announced', 'awarded', 'notAwarded'];

/** From the 创建名单 on, while a workshop takes part. */
export const LISTED_STAGES: readonly Stage[] = [
  'planning',
  'drafting',
  'awaitingSignature',
  'returned',
  'signed',
  'inWorks',
  'changing',
  'finished',
  ...INSPECTION_STAGES,
  ...RESULT_STAGES,
];

/** What became of a workshop after its scorings. */
export interface AwardFacts {
  /** The decision that stands. */
  readonly decision: ResultDecision | null;
  readonly decidedOn: IsoDate | null;
  /** By the 省厅, where the announcement names the workshop. */
  readonly announcedOn: IsoDate | null;
  readonly paidOn: IsoDate | null;
}

export const NOT_DECIDED: AwardFacts = {
  decision: null,
  decidedOn: null,
  announcedOn: null,
  paidOn: null,
};

/** Everything that decides the stage, gathered by one query; nothing of it is a stored status. */
export interface StageFacts {
  readonly withdrawnOn: IsoDate | null;
  /** The latest verdict of the review. */
  readonly review: 'agree' | 'refuse' | null;
  readonly selected: boolean | null;
  /** The latest publicity this workshop stands on. */
  readonly publicity: (PublicityFacts & { readonly removedOn: IsoDate | null }) | null;
  readonly onRoster: boolean;
  readonly revision: RevisionState | null;
  /** An earlier revision was signed and works go on while a newer one is being changed. */
  readonly worksStartedOn: IsoDate | null;
  /** Tasks of the signed revision not yet 销号; null before the works began. */
  readonly openTasks: number | null;
  readonly inspection: InspectionFacts;
  readonly award: AwardFacts;
}

function planStage(facts: StageFacts): Stage {
  const { revision, worksStartedOn, openTasks } = facts;
  if (revision === null) return 'planning';
  const state = planState({ revision, worksStartedOn, openTasks });
  if (state === 'draft') return 'drafting';
  return state === 'submitted' ? 'awaitingSignature' : state;
}

/** Null before the first scoring by an office. A scoring decides also where a task was opened again for it. */
function inspectionStage({ open, county, rectified, above }: InspectionFacts): Stage | null {
  if (open) return 'inspecting';
  if (above === 'fail') return rectified ? 'awaitingReinspection' : 'recheckFailed';
  if (county === null) return null;
  if (county === 'fail') return rectified ? 'awaitingReinspection' : 'rectifying';
  return above === 'pass' ? 'recheckPassed' : 'countyPassed';
}

/** Null where the scorings have the word: one under way, or one that failed and was not decided about. */
function resultStage({ inspection, award }: StageFacts): Stage | null {
  const { open, county, above } = inspection;
  if (award.decision === 'withhold' || award.decision === 'criticise') return 'notAwarded';
  if (open) return null;
  if (county !== 'pass' || above === 'fail' || award.decision !== 'recommend') return null;
  if (award.paidOn !== null) return 'awarded';
  if (award.announcedOn !== null) return 'announced';
  return above === 'pass' ? 'recheckPassed' : 'recommended';
}

function publicityStage(facts: StageFacts, today: IsoDate): Stage {
  if (facts.publicity === null) return 'awaitingPublicity';
  if (facts.publicity.removedOn !== null) return 'removed';
  const state = publicityState(facts.publicity, today);
  switch (state) {
    case 'cancelled':
      return 'awaitingPublicity';
    case 'scheduled':
    case 'running':
      return 'publicity';
    case 'awaitingObjections':
    case 'closed':
      return 'publicityOver';
  }
}

/** The one rule for a workshop's stage (design §2: derive, don't store). */
export function stageOf(facts: StageFacts, today: IsoDate): Stage {
  if (facts.withdrawnOn !== null) return 'withdrawn';
  if (facts.review === null) return 'awaitingReview';
  if (facts.review === 'refuse') return 'refused';
  if (facts.selected === null) return 'awaitingSelection';
  if (!facts.selected) return 'notSelected';
  if (!facts.onRoster) return publicityStage(facts, today);
  return resultStage(facts) ?? inspectionStage(facts.inspection) ?? planStage(facts);
}

/** What a clerk does next at a stage: the one button of the workshop's page. */
export const NEXT_STEPS: Readonly<Record<Stage, string>> = {
  awaitingReview: '审核申请',
  refused: '补充材料后重新审核',
  awaitingSelection: '参加遴选',
  notSelected: '可作为递补',
  awaitingPublicity: '发布创建名单公示',
  publicity: '等待公示期满',
  publicityOver: '确定创建名单',
  removed: '无需办理',
  planning: '编制改造提升方案',
  drafting: '完善方案并提交签批',
  awaitingSignature: '打印方案，送签并登记签批',
  returned: '按意见修改方案',
  signed: '登记开工',
  inWorks: '登记改造进度和销号',
  changing: '变更方案送签，施工照旧登记进度',
  finished: '县级考评验收',
  inspecting: '完成考评评分表',
  rectifying: '下达整改，整改后复查',
  recheckFailed: '督促整改，整改后复查',
  awaitingReinspection: '复查评分',
  countyPassed: '列入推荐名单',
  recommended: '报送验收结果，等待复评和公示',
  recheckPassed: '等待结果公示和公布',
  announced: '核实收款信息，登记发放',
  awarded: '无需办理',
  notAwarded: '无需办理',
  withdrawn: '无需办理',
};
