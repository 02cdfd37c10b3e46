import type { ApplicationCore, WorkshopCore } from './application.ts';
import { formatArea } from './area.ts';
import { IMPORT_FIELDS } from './importTypes.ts';
import { formatYuan } from './money.ts';
import { CERTIFICATE_KINDS, GENDERS } from './terms.ts';

const { idNumber: _, phone: __, homeAddress: ___, ...HEADINGS } = IMPORT_FIELDS;

/** What each field of an applicant is called on forms, in lists and in the log: the template's words without units. */
export const FIELD_LABELS: Readonly<Record<keyof WorkshopCore | keyof ApplicationCore, string>> = {
  ...HEADINGS,
  totalArea: '场所总面积',
  operationArea: '加工操作间使用面积',
  annualSales: '年销售额',
  honours: '商标、老字号、非遗、荣誉',
  plannedInvestment: '业主计划投入改造资金',
};

type Values = WorkshopCore & ApplicationCore;

/** A field's value as people read it, with its unit; `—` when it is not filled in. */
export function shownValue(values: Partial<Values>, field: keyof Values): string {
  const { totalArea, operationArea, annualSales, plannedInvestment, certificateKind, ownerGender } = values;
  switch (field) {
    case 'totalArea':
      return totalArea == null ? '—' : `${formatArea(totalArea)}㎡`;
    case 'operationArea':
      return operationArea == null ? '—' : `${formatArea(operationArea)}㎡`;
    case 'annualSales':
      return annualSales == null ? '—' : `${formatYuan(annualSales)}元`;
    case 'plannedInvestment':
      return plannedInvestment == null ? '—' : `${formatYuan(plannedInvestment)}元`;
    case 'certificateKind':
      return certificateKind == null ? '—' : CERTIFICATE_KINDS[certificateKind];
    case 'ownerGender':
      return ownerGender == null ? '—' : GENDERS[ownerGender];
    default: {
      const value = values[field];
      return value == null || value === '' ? '—' : String(value);
    }
  }
}
