import { z } from 'zod';
import { Area } from './area.ts';
import { typedText as text } from './cleanText.ts';
import { IsoDate } from './dates.ts';
import { Fen } from './money.ts';
import { idNumberFault, isMobile, isOfficePhone } from './privateNumbers.ts';
import { CertificateKind, Gender } from './terms.ts';

const required = (max: number) => text(max).min(1, '不能为空');
const count = z.int('应为整数').min(0).max(100_000);

const IdNumber = z
  .string()
  .trim()
  .toUpperCase()
  .refine((value) => idNumberFault(value) === undefined, '身份证号不正确，请核对')
  .brand<'IdNumber'>();

/** A mobile or a land line: how the owner is reached. Private when it is a mobile. */
export const OwnerPhone = z
  .string()
  .trim()
  .refine((value) => isMobile(value) || isOfficePhone(value), '应为11位手机号或带区号的座机号')
  .brand<'OwnerPhone'>();
export type OwnerPhone = z.infer<typeof OwnerPhone>;

/** 小作坊: who it is, the same over the years. Private numbers are apart (`OwnerPrivate`). */
export const WorkshopCore = z.object({
  name: required(60),
  ownerName: required(40),
  ownerGender: Gender.nullable(),
  creditCode: text(18),
  certificateKind: CertificateKind.nullable(),
  certificateNo: text(40),
  certificateValidUntil: IsoDate.nullable(),
  /** 经济性质 */
  economicType: text(20),
  /** 乡镇（街道） */
  township: text(40),
  /** 生产加工地址; public, unlike the owner's home. */
  address: required(100),
  /** 监管所 */
  station: text(40),
  openedOn: IsoDate.nullable(),
  foodCategory: text(40),
  products: required(200),
  standard: text(60),
});
export type WorkshopCore = z.infer<typeof WorkshopCore>;

/** The private numbers of an owner, in the clear: only at the moment of entry, reveal or a paper meant for them. */
export const OwnerPrivate = z.object({
  idNumber: IdNumber.nullable(),
  phone: OwnerPhone.nullable(),
  homeAddress: text(100).nullable(),
});
export type OwnerPrivate = z.infer<typeof OwnerPrivate>;

/** A change of them: a field left out stays as it is, null clears it. */
export const PrivatePatch = OwnerPrivate.partial();
export type PrivatePatch = z.infer<typeof PrivatePatch>;

/** 申请: what a workshop states for one year's campaign (附表2; fields after research §4.2). */
export const ApplicationCore = z.object({
  appliedOn: IsoDate.nullable(),
  staffCount: count.nullable(),
  healthCertificateCount: count.nullable(),
  totalArea: Area.nullable(),
  /** 加工操作间使用面积 */
  operationArea: Area.nullable(),
  annualOutput: text(40),
  annualSales: Fen.nullable(),
  equipment: text(500),
  speciality: text(500),
  honours: text(500),
  penalties: text(500),
  problems: text(1000),
  renovation: text(1000),
  /** 业主计划投入的改造资金 */
  plannedInvestment: Fen.nullable(),
  /** 资金投入承诺 signed on */
  promisedOn: IsoDate.nullable(),
});
export type ApplicationCore = z.infer<typeof ApplicationCore>;

/** One applicant as a form or a spreadsheet row brings it. */
export const Applicant = z.object({
  workshop: WorkshopCore,
  private: OwnerPrivate,
  application: ApplicationCore,
});
export type Applicant = z.infer<typeof Applicant>;
