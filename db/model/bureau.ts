import { z } from 'zod';
import type { StaffId } from './ids.ts';
import { isMobile, isOfficePhone } from './privateNumbers.ts';
import { BureauKind, StaffRole } from './terms.ts';

const name = z.string().trim().min(1, '不能为空').max(60, '不能超过60个字');
const officePhone = z
  .string()
  .trim()
  .refine((text) => isOfficePhone(text), '应为座机号码，如 0434-1234567')
  .refine((text) => !isMobile(text), '会印在公示上，请填办公座机，不要填个人手机');

/** 本单位: what the office's papers print of itself. Nothing is hard-wired to one city. */
export const Bureau = z.object({
  name,
  kind: BureauKind,
  /** 县（市、区）, the area whose workshops the bureau watches. */
  district: z.string().trim().min(1, '不能为空').max(30),
  cityBureau: name,
  /** 食品生产监管科（股） */
  section: name,
  contactName: z.string().trim().min(1, '不能为空').max(30),
  contactPhone: officePhone,
  /** 监督电话 of 纪检; optional, but usual on notices. */
  supervisionPhone: officePhone.or(z.literal('')),
  address: z.string().trim().min(1, '不能为空').max(100),
  postcode: z
    .string()
    .trim()
    .regex(/^(\d{6})?$/, '应为6位数字'),
});
export type Bureau = z.infer<typeof Bureau>;

export const StaffInput = z.object({
  name: z.string().trim().min(1, '不能为空').max(30),
  /** 科（所） */
  unit: z.string().trim().max(40),
  position: z.string().trim().max(30),
  roles: z.array(StaffRole).min(1, '至少选一种职责'),
});
export type StaffInput = z.infer<typeof StaffInput>;

export type Staff = StaffInput & { readonly id: StaffId; readonly active: boolean };

/** What first start asks for, and what `init --profile` reads. */
export const OfficeProfile = z.object({
  bureau: Bureau,
  year: z.int().min(2000).max(2100),
  quota: z.int().min(0).max(9999),
  programmeName: z.string().trim().min(1).max(40).default('名优特'),
  basis: z.string().trim().max(200).default(''),
  staff: z
    .array(StaffInput)
    .min(1, '至少登记一名经办人')
    .refine((staff) => staff.some((one) => one.roles.includes('leader')), '至少登记一名主管领导')
    .refine((staff) => staff.some((one) => one.roles.includes('clerk')), '至少登记一名经办人'),
});
export type OfficeProfile = z.infer<typeof OfficeProfile>;
