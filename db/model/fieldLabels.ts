import type { ApplicationCore, WorkshopCore } from './application.ts';
import { formatArea } from './area.ts';
import { formatYuan } from './money.ts';
import { CERTIFICATE_KINDS, GENDERS } from './terms.ts';

/** What each field of an applicant is called on forms, in lists and in the log. */
export const FIELD_LABELS: Readonly<Record<keyof WorkshopCore | keyof ApplicationCore, string>> = {
  name: '小作坊名称',
  ownerName: '业主姓名',
  ownerGender: '性别',
  creditCode: '统一社会信用代码',
  certificateKind: '证照类型',
  certificateNo: '证照编号',
  certificateValidUntil: '证照有效期至',
  economicType: '经济性质',
  township: '乡镇（街道）',
  address: '生产加工地址',
  station: '监管所',
  openedOn: '开办时间',
  foodCategory: '食品类别',
  products: '主要产品',
  standard: '执行标准',
  appliedOn: '申请日期',
  staffCount: '从业人员数',
  healthCertificateCount: '持健康证人数',
  totalArea: '场所总面积',
  operationArea: '加工操作间使用面积',
  annualOutput: '年产量',
  annualSales: '年销售额',
  equipment: '主要设备',
  speciality: '工艺与地方特色',
  honours: '商标、老字号、非遗、荣誉',
  penalties: '近两年抽检和处罚情况',
  problems: '目前存在的主要问题',
  renovation: '计划改造内容',
  plannedInvestment: '业主计划投入改造资金',
  promisedOn: '资金投入承诺签署日期',
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
