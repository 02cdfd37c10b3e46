import { z } from 'zod';

/**
 * The closed vocabularies of the campaign: the key is what code and database use, the value what people read.
 * docs/glossary.md explains them.
 */
export const BUREAU_KINDS = { county: '县（市）局', branch: '市局派出分局' } as const;

export const STAFF_ROLES = {
  helper: '帮扶责任人',
  reviewer: '审核人',
  sectionHead: '科（所）负责人',
  leader: '主管领导',
  assessor: '考评人员',
  clerk: '经办人',
} as const;

export const CERTIFICATE_KINDS = { licence: '许可证', registration: '登记证', filing: '备案' } as const;

export const GENDERS = { female: '女', male: '男' } as const;

/** The notice's four emphases (四（三）): 卫生环境、加工条件、设施设备、质量管控. */
export const TASK_CATEGORIES = {
  hygiene: '卫生环境',
  premises: '加工条件',
  equipment: '设施设备',
  quality: '质量管控',
} as const;

export const COUNTING_RULES = {
  naturalIncludingFirst: '自然日（含发布当日）',
  naturalExcludingFirst: '自然日（不含发布当日）',
  workingDays: '工作日（不含发布当日）',
} as const;

export const REVIEW_LEVELS = { station: '监管所', section: '科室', leader: '主管领导' } as const;
export const OPINIONS = { agree: '同意', refuse: '不同意' } as const;

/** An opinion as it stands in the records: taken back, it counts no more but can still be read. */
export const RECORDED_OPINIONS = { ...OPINIONS, retracted: '撤回' } as const;

export const OBJECTION_OUTCOMES = {
  upheld: '异议成立',
  rejected: '异议不成立',
  withdrawn: '异议人撤回',
} as const;

/** The four signature blocks of an upgrade plan, in the order of signing. */
export const SIGNATURE_ROLES = {
  owner: '业主',
  helper: '帮扶责任人',
  sectionHead: '科（所）负责人',
  leader: '主管领导',
} as const;

/** Who scored; the levels are kept apart and never overwrite one another (research §3.4). */
export const INSPECTION_LEVELS = { self: '自查', county: '县级', city: '市级', province: '省级' } as const;

/** Ways of scoring a line seen in real tables (research §3.2). */
export const SCORING_WAYS = {
  band: '分档评分',
  deduction: '按次扣分',
  yesNo: '是否项',
  threeConclusions: '三档结论',
  limits: '关键项与一般项',
  worstClass: '按最差等级',
} as const;

/** What becomes of a workshop after its scoring (notice 三（四）). */
export const RESULT_DECISIONS = {
  recommend: '推荐验收合格',
  withhold: '不予发放奖补',
  criticise: '通报',
} as const;

/** What others did and this office records. */
export const OUTSIDE_EVENTS = {
  citySample: '市级复评抽样',
  cityScores: '市级复评结果',
  provinceSample: '省级抽查',
  resultPublicity: '验收结果公示',
  annex: '附表5上报',
  announcement: '省厅公布',
} as const;

export const PAYMENT_STATES = { planned: '待发放', paid: '已发放', failed: '发放失败' } as const;

/** Texts the office writes on top of its records. */
export const WRITING_KINDS = { summary: '创建工作总结', case: '典型案例', report: '报送报告' } as const;

/** What is handed up in a year, in its order. */
export const SUBMISSION_KINDS = {
  roster: '创建名单',
  plans: '改造方案',
  monthly: '进展月报',
  results: '县级验收结果',
  payees: '收款信息',
  summary: '工作总结',
} as const;

export const keysOf = <Labels extends Readonly<Record<string, unknown>>>(labels: Labels) =>
  // Object.keys cannot say that a const object has exactly its keys; this is the one place that does.
  Object.keys(labels) as [keyof Labels & string, ...(keyof Labels & string)[]];

export const enumOf = <Labels extends Record<string, string>>(labels: Labels) => z.enum(keysOf(labels));

export const BureauKind = enumOf(BUREAU_KINDS);
export const StaffRole = enumOf(STAFF_ROLES);
export const CertificateKind = enumOf(CERTIFICATE_KINDS);
export const Gender = enumOf(GENDERS);
export const TaskCategory = enumOf(TASK_CATEGORIES);
export const CountingRule = enumOf(COUNTING_RULES);
export const ReviewLevel = enumOf(REVIEW_LEVELS);
export const Opinion = enumOf(OPINIONS);
export const RecordedOpinion = enumOf(RECORDED_OPINIONS);
export const ObjectionOutcome = enumOf(OBJECTION_OUTCOMES);
export const SignatureRole = enumOf(SIGNATURE_ROLES);
export const InspectionLevel = enumOf(INSPECTION_LEVELS);
export const ScoringWay = enumOf(SCORING_WAYS);
export const ResultDecision = enumOf(RESULT_DECISIONS);
export const OutsideEventKind = enumOf(OUTSIDE_EVENTS);
export const PaymentState = enumOf(PAYMENT_STATES);
export const WritingKind = enumOf(WRITING_KINDS);
export const SubmissionKind = enumOf(SUBMISSION_KINDS);

export type BureauKind = z.infer<typeof BureauKind>;
export type StaffRole = z.infer<typeof StaffRole>;
export type CertificateKind = z.infer<typeof CertificateKind>;
export type Gender = z.infer<typeof Gender>;
export type TaskCategory = z.infer<typeof TaskCategory>;
export type CountingRule = z.infer<typeof CountingRule>;
export type ReviewLevel = z.infer<typeof ReviewLevel>;
export type Opinion = z.infer<typeof Opinion>;
export type RecordedOpinion = z.infer<typeof RecordedOpinion>;
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>;
export type SignatureRole = z.infer<typeof SignatureRole>;
export type InspectionLevel = z.infer<typeof InspectionLevel>;
export type ScoringWay = z.infer<typeof ScoringWay>;
export type ResultDecision = z.infer<typeof ResultDecision>;
export type OutsideEventKind = z.infer<typeof OutsideEventKind>;
export type PaymentState = z.infer<typeof PaymentState>;
export type WritingKind = z.infer<typeof WritingKind>;
export type SubmissionKind = z.infer<typeof SubmissionKind>;
