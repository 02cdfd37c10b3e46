import { z } from 'zod';
import { typedText as text } from './cleanText.ts';
import { IsoDate } from './dates.ts';
import { DutyId, type MeetingId } from './ids.ts';
import type { Policy } from './policy.ts';

const required = (max: number) => text(max).min(1, '不能为空');

/** 宣传动员会, as its record is kept. */
export const MeetingInput = z.object({
  heldOn: IsoDate,
  place: required(100),
  host: required(40),
  topic: required(200),
  /** 参加人员: units and people, as the office lists them. */
  participants: text(1000),
  headcount: z.int('应为整数').min(1, '至少1人').max(100_000).nullable(),
  content: text(10_000),
});
export type MeetingInput = z.infer<typeof MeetingInput>;

export type Meeting = MeetingInput & { readonly id: MeetingId };

/** One row of the 任务分解: what, who answers for it, until when. `id` null: a new row. */
export const DutyInput = z.object({
  id: DutyId.nullable(),
  task: required(200),
  unit: text(60),
  responsible: text(60),
  dueOn: IsoDate.nullable(),
  doneOn: IsoDate.nullable(),
  note: text(200),
});
export type DutyInput = z.infer<typeof DutyInput>;

export type Duty = DutyInput & { readonly id: DutyId };

export const DUTY_STATES = { done: '已完成', late: '已逾期', open: '未完成', undated: '全年' } as const;
type DutyState = keyof typeof DUTY_STATES;

/** Done on time or not, late, open; a duty without a date lasts the whole year. */
export function dutyState({ dueOn, doneOn }: Pick<DutyInput, 'dueOn' | 'doneOn'>, today: IsoDate): DutyState {
  if (doneOn !== null) return 'done';
  if (dueOn === null) return 'undated';
  return today > dueOn ? 'late' : 'open';
}

interface Responsible {
  /** 食品生产监管科 */
  readonly section: string;
  readonly sectionHead: string;
  readonly leader: string;
}

/** The notice's stages as rows to begin with (seed-notice 三、四); the office changes them as it likes. */
export function dutiesOfNotice(
  policy: Policy,
  { section, sectionHead, leader }: Responsible,
): readonly DutyInput[] {
  const { phases, deadlines } = policy;
  const row = (task: string, unit: string, responsible: string, dueOn: IsoDate | null): DutyInput => ({
    id: null,
    task,
    unit,
    responsible,
    dueOn,
    doneOn: null,
    note: '',
  });
  const stations = '各监管所';
  // The first inspection must be over before the results are handed up.
  const inspected = phases.accept.to < deadlines.summary ? phases.accept.to : deadlines.summary;
  return [
    row('制定具体实施工作方案，分解工作任务，落实责任分工', section, leader, phases.mobilise.to),
    row(
      '召开宣传动员会，讲明重大意义、实施方法、建设标准和工作要求',
      section,
      sectionHead,
      phases.mobilise.to,
    ),
    row('指导有意愿的小作坊业主填写并提交申请表，受理报名', stations, '', phases.apply.to),
    row(`审核申请，按${policy.quota}家名额公开择优遴选`, section, leader, phases.apply.to),
    row(`创建名单公示${policy.publicityDays}天，受理并处理异议`, section, sectionHead, deadlines.roster),
    row('确定创建名单并报送市局', section, sectionHead, deadlines.roster),
    row('“一对一、点对点”帮扶落实到人，每家确定一名帮扶责任人', stations, '', phases.build.from),
    row('指导业主制定改造提升方案，报主管领导审核签字', stations, leader, deadlines.plans),
    row('督促按方案改造提升，定期走访，解决困难和问题', stations, '', phases.build.to),
    row('按评分标准进行首次考评验收，严把验收关', section, sectionHead, inspected),
    row('报送验收结果及推荐名单，配合市级复评和省级抽查', section, sectionHead, inspected),
    row('通过网络、电视等媒介开展宣传，总结推广典型经验', section, '', null),
    row('报送创建工作总结', section, sectionHead, deadlines.summary),
  ];
}
