import type { ApplicationCore, WorkshopCore } from './application.ts';
import type { Bureau, StaffInput } from './bureau.ts';
import { type ChangeField, NOTHING } from './changes.ts';
import { FIELD_LABELS, shownValue } from './fieldLabels.ts';
import { formatYuan } from './money.ts';
import { type PlanContent, planTotals } from './plan.ts';
import { BUREAU_KINDS, keysOf, STAFF_ROLES } from './terms.ts';

const orNothing = (text: string | null): string => (text === null || text === '' ? NOTHING : text);

const field = <Values>(label: string, shown: (values: Values) => string): ChangeField<Values> => ({
  label,
  shown,
});

type ApplicantValues = Partial<WorkshopCore & ApplicationCore>;

/** The fields of 小作坊 and its 申请 that are not private. */
export const APPLICANT_FIELDS: readonly ChangeField<ApplicantValues>[] = keysOf(FIELD_LABELS).map((key) =>
  field(FIELD_LABELS[key], (values) => shownValue(values, key)),
);

export const BUREAU_FIELDS: readonly ChangeField<Bureau>[] = [
  field('单位名称', (one) => one.name),
  field('单位类型', (one) => BUREAU_KINDS[one.kind]),
  field('县（市、区）', (one) => one.district),
  field('上级市局', (one) => one.cityBureau),
  field('科室', (one) => one.section),
  field('联系人', (one) => one.contactName),
  field('联系电话', (one) => one.contactPhone),
  field('监督电话', (one) => orNothing(one.supervisionPhone)),
  field('单位地址', (one) => one.address),
  field('邮政编码', (one) => orNothing(one.postcode)),
];

export const STAFF_FIELDS: readonly ChangeField<StaffInput>[] = [
  field('姓名', (one) => one.name),
  field('科（所）', (one) => orNothing(one.unit)),
  field('职务', (one) => orNothing(one.position)),
  field('职责', (one) => one.roles.map((role) => STAFF_ROLES[role]).join('、')),
];

/** The head of a plan; its tasks are told by count and sums. */
export const PLAN_FIELDS: readonly ChangeField<PlanContent>[] = [
  field('帮扶责任人', (one) => orNothing(one.helperName)),
  field('帮扶措施', (one) => orNothing(one.assistance)),
  field('现状', (one) => orNothing(one.situation)),
  field('计划开工日期', (one) => orNothing(one.plannedStart)),
  field('改造任务', (one) => `${one.tasks.length}项`),
  field('业主自筹', (one) => `${formatYuan(planTotals(one.tasks).own)}元`),
  field('其他资金', (one) => `${formatYuan(planTotals(one.tasks).other)}元`),
];
