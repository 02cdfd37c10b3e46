import { z } from 'zod';
import type { Applicant } from './application.ts';
import type { IsoDate } from './dates.ts';
import type { Policy } from './policy.ts';
import type { Problem } from './problems.ts';

/** The fields a spreadsheet of applicants may carry, in the order of the template; value: the template's heading. */
export const IMPORT_FIELDS = {
  name: '小作坊名称',
  ownerName: '业主姓名',
  ownerGender: '性别',
  idNumber: '身份证号码',
  phone: '联系电话',
  homeAddress: '家庭住址',
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
  staffCount: '从业人员数',
  healthCertificateCount: '持健康证人数',
  totalArea: '场所总面积（㎡）',
  operationArea: '加工操作间使用面积（㎡）',
  annualOutput: '年产量',
  annualSales: '年销售额（万元）',
  equipment: '主要设备',
  speciality: '工艺与地方特色',
  honours: '商标/老字号/非遗/荣誉',
  penalties: '近两年抽检和处罚情况',
  problems: '目前存在的主要问题',
  renovation: '计划改造内容',
  plannedInvestment: '业主计划投入改造资金（万元）',
  promisedOn: '资金投入承诺签署日期',
  appliedOn: '申请日期',
} as const;
export type ImportField = keyof typeof IMPORT_FIELDS;

export const REQUIRED_IMPORT_FIELDS: readonly ImportField[] = ['name', 'ownerName', 'address', 'products'];

export const MoneyUnit = z.enum(['元', '万元']);
export type MoneyUnit = z.infer<typeof MoneyUnit>;

export const AreaUnit = z.enum(['㎡', '亩']);
export type AreaUnit = z.infer<typeof AreaUnit>;

export const ColumnUnit = z.union([MoneyUnit, AreaUnit]);
export type ColumnUnit = z.infer<typeof ColumnUnit>;

/** What is counted in units that people leave out. */
export const Quantity = z.enum(['money', 'area']);
export type Quantity = z.infer<typeof Quantity>;

/** The units the clerk may choose from. */
export const UNITS_OF: Readonly<Record<Quantity, readonly ColumnUnit[]>> = {
  money: MoneyUnit.options,
  area: AreaUnit.options,
};

/** What the clerk decided in the preview; all keys optional, column indexes are 0-based in the sheet. */
export const ImportChoices = z.object({
  sheet: z.string().optional(),
  /** 0-based row of the last header row, when the clerk corrects the found one. */
  headerRow: z.int().min(0).optional(),
  /** column index → field, or null for «不导入». Columns not named keep the automatic match. */
  columns: z.record(z.string(), z.string().nullable()).optional(),
  /** column index → unit that neither header nor cells tell; `money` or `area` for every such column of its kind. */
  units: z.record(z.string(), ColumnUnit).optional(),
  /**
   * corrected cells: `row:field` → text as if it stood in the cell (a row mended in the preview; row as Excel numbers
   * it). `*:field` fills the cells of a field that are empty, or that promise without a date.
   */
  corrections: z.record(z.string(), z.string()).optional(),
  /** Hidden rows are taken, with a warning, unless the clerk leaves them out. */
  hiddenRows: z.enum(['take', 'leaveOut']).optional(),
  /** Excel's numbers of rows the clerk leaves out one by one. */
  leftOut: z.array(z.int().min(1)).optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

export interface ImportColumn {
  readonly index: number;
  /** A, B, … */
  readonly letter: string;
  readonly header: string;
  readonly field: ImportField | null;
  /** Only for money and areas: where the unit comes from; 'ask' blocks the import until the clerk says. */
  readonly unit: {
    readonly quantity: Quantity;
    readonly source: 'header' | 'cells' | 'clerk' | 'ask';
    readonly unit: ColumnUnit | null;
  } | null;
  readonly samples: readonly string[];
}

export interface ImportRow {
  /** The row number as Excel shows it (1-based). */
  readonly row: number;
  /** Cells as text by field, private numbers masked: what the preview shows. */
  readonly shown: Readonly<Partial<Record<ImportField, string>>>;
  readonly problems: readonly Problem[];
  /** `null` when the row has an error, or the file as a whole has one. */
  readonly applicant: Applicant | null;
  readonly duplicateOf: 'file' | 'database' | null;
  readonly hidden: boolean;
}

export interface ImportPreview {
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: string;
  /** 0-based row of the last header row. */
  readonly headerRow: number;
  /** The first rows as text, numbers that look private masked: to point at the header where it was not found. */
  readonly head: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly ImportRow[];
  /** Rows left out on purpose, with the reason (合计, 备注, 空行, 示例). */
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  /** Problems of the file as a whole: required column missing, unit unknown. */
  readonly problems: readonly Problem[];
}

/** What finds an applicant again among those the database holds. Empty text or `null` where the row says nothing. */
export interface ImportProbe {
  readonly name: string;
  readonly ownerName: string;
  readonly certificateNo: string;
  readonly creditCode: string;
  readonly idNumber: string | null;
}

/** What a preview depends on besides the workbook and the clerk's choices. */
export interface ImportContext {
  readonly today: IsoDate;
  readonly policy: Policy;
  /** The name of the workshop in the database that this applicant is, or `null`. */
  readonly known: (probe: ImportProbe) => string | null;
}
