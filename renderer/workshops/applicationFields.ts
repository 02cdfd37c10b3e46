import { ApplicationCore, WorkshopCore } from '../../db/model/application.ts';
import type { PrivateField } from '../../db/model/contract/workshops.ts';
import { FIELD_LABELS } from '../../db/model/fieldLabels.ts';

type Kind = 'text' | 'long' | 'money' | 'area' | 'date' | 'count' | 'gender' | 'certificateKind' | 'suggest';

interface Shape {
  readonly kind: Kind;
  readonly wide?: boolean;
  readonly required?: boolean;
  readonly hint?: string;
}
interface WorkshopField extends Shape {
  readonly part: 'workshop';
  readonly name: keyof WorkshopCore;
}
interface StatedField extends Shape {
  readonly part: 'application';
  readonly name: keyof ApplicationCore;
}
interface OwnerField {
  readonly part: 'private';
  readonly name: PrivateField;
  readonly kind: 'private';
  readonly wide?: boolean;
}
export type FormField = WorkshopField | StatedField | OwnerField;

const workshop = (
  name: keyof WorkshopCore,
  kind: Kind = 'text',
  more: Omit<Shape, 'kind'> = {},
): WorkshopField => ({
  part: 'workshop',
  name,
  kind,
  ...more,
});
const stated = (
  name: keyof ApplicationCore,
  kind: Kind = 'text',
  more: Omit<Shape, 'kind'> = {},
): StatedField => ({
  part: 'application',
  name,
  kind,
  ...more,
});
const owner = (name: PrivateField, wide = false): OwnerField => ({
  part: 'private',
  name,
  kind: 'private',
  wide,
});

interface FormSection {
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** The application form in the order of the paper (附表2). */
export const APPLICATION_SECTIONS: readonly FormSection[] = [
  {
    title: '一、小作坊与业主',
    fields: [
      workshop('name', 'text', { required: true }),
      workshop('ownerName', 'text', { required: true }),
      workshop('ownerGender', 'gender'),
      owner('idNumber'),
      owner('phone'),
      workshop('creditCode'),
      owner('homeAddress', true),
      workshop('economicType', 'suggest', { hint: '如 个体工商户' }),
      workshop('certificateKind', 'certificateKind'),
      workshop('certificateNo'),
      workshop('certificateValidUntil', 'date'),
      workshop('address', 'text', { required: true, wide: true, hint: '会印在公示名单上' }),
      workshop('township', 'suggest'),
      workshop('station', 'suggest'),
    ],
  },
  {
    title: '二、生产经营情况',
    fields: [
      workshop('openedOn', 'date'),
      stated('staffCount', 'count'),
      stated('healthCertificateCount', 'count'),
      stated('totalArea', 'area'),
      stated('operationArea', 'area'),
      workshop('foodCategory', 'suggest', { hint: '如 豆制品' }),
      workshop('products', 'text', { required: true, wide: true }),
      workshop('standard', 'text', { wide: true }),
      stated('annualOutput', 'text', { hint: '如 30吨' }),
      stated('annualSales', 'money'),
      stated('equipment', 'long', { wide: true }),
      stated('speciality', 'long', { wide: true }),
      stated('honours', 'long', { wide: true }),
      stated('penalties', 'long', { wide: true, hint: '没有请填“无”' }),
    ],
  },
  {
    title: '三、改造意愿与承诺',
    fields: [
      stated('problems', 'long', { wide: true }),
      stated('renovation', 'long', { wide: true }),
      stated('plannedInvestment', 'money'),
      stated('promisedOn', 'date'),
      stated('appliedOn', 'date'),
    ],
  },
];

const PRIVATE_LABELS: Readonly<Record<PrivateField, string>> = {
  idNumber: '身份证号码',
  phone: '联系电话',
  homeAddress: '家庭住址',
};

export const labelOf = (field: FormField): string =>
  field.part === 'private' ? PRIVATE_LABELS[field.name] : FIELD_LABELS[field.name];

/** The part and name of a field that a problem points at; undefined when the form has none of that name. */
export const fieldPath = (name: string | undefined): [string, string] | undefined => {
  const field = APPLICATION_SECTIONS.flatMap((section) => section.fields).find((one) => one.name === name);
  return field && [field.part, field.name];
};

/** The longest text a field takes, from the record's own schema. */
export function maxLengthOf(field: FormField): number | undefined {
  if (field.part === 'private') return undefined;
  const schema =
    field.part === 'workshop' ? WorkshopCore.shape[field.name] : ApplicationCore.shape[field.name];
  return 'maxLength' in schema && typeof schema.maxLength === 'number' ? schema.maxLength : undefined;
}
