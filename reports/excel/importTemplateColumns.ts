import type { ImportField } from '../../db/model/importTypes.ts';
import { CERTIFICATE_KINDS, GENDERS } from '../../db/model/terms.ts';

/** How a column of the import template is formatted, checked and explained. All samples are fictional. */
export type TemplateColumn = {
  readonly width: number;
  readonly hint: string;
  readonly sample: string;
} & (
  | { readonly kind: 'text' | 'date' | 'count' | 'amount' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
);

const column =
  (kind: 'text' | 'date' | 'count' | 'amount') =>
  (width: number, hint: string, sample: string): TemplateColumn => ({ kind, width, hint, sample });
const text = column('text');
const date = column('date');
const count = column('count');
const amount = column('amount');

const choice = (labels: Readonly<Record<string, string>>, hint: string, sample: string): TemplateColumn => ({
  kind: 'choice',
  width: 11,
  hint,
  sample,
  choices: Object.values(labels),
});

export const TEMPLATE_COLUMNS: Readonly<Record<ImportField, TemplateColumn>> = {
  name: text(22, '与证照一致的全称', '示例县福来豆腐坊'),
  ownerName: text(12, '与身份证一致', '张示例'),
  ownerGender: choice(GENDERS, '男或女', '女'),
  idNumber: text(22, '18位，末位可为X', '（18位号码）'),
  phone: text(16, '11位手机号，或带区号的座机', '0434-1234567'),
  homeAddress: text(26, '业主家庭住址，不公开', '示例县示例街1号'),
  creditCode: text(22, '18位；没有可不填', '（18位代码）'),
  certificateKind: choice(CERTIFICATE_KINDS, '从下拉列表选择', '登记证'),
  certificateNo: text(20, '照证照填写', '示食作登字001号'),
  certificateValidUntil: date(15, '长期有效的留空', '2027-12-31'),
  economicType: text(12, '如个体工商户', '个体工商户'),
  township: text(14, '所在乡镇或街道', '示例镇'),
  address: text(30, '生产加工场所的详细地址', '示例县示例镇示例村一组'),
  station: text(14, '所属市场监管所', '示例监管所'),
  openedOn: date(13, '年月日', '2015-06-01'),
  foodCategory: text(14, '如豆制品、粮食加工品', '豆制品'),
  products: text(24, '主要产品名称，多个用顿号分开', '豆腐、干豆腐'),
  standard: text(16, '产品执行的标准号', 'GB 2712'),
  staffCount: count(12, '整数', '3'),
  healthCertificateCount: count(14, '不多于从业人员数', '3'),
  totalArea: amount(15, '只填数字，单位平方米', '80'),
  operationArea: amount(17, '只填数字，单位平方米；申请条件一般不少于30', '35'),
  annualOutput: text(12, '连同单位', '20吨'),
  annualSales: amount(15, '只填数字，单位万元', '30'),
  equipment: text(24, '主要生产设备', '磨浆机、煮浆锅'),
  speciality: text(24, '传统工艺、地方特色', '卤水点制'),
  honours: text(24, '没有填“无”', '无'),
  penalties: text(24, '没有填“无”', '无'),
  problems: text(28, '需要改造解决的问题', '地面破损，无防蝇设施'),
  renovation: text(28, '计划怎样改造', '硬化地面，加装纱窗'),
  plannedInvestment: amount(18, '只填数字，单位万元；业主自己新增投入', '1.5'),
  promisedOn: date(16, '承诺书签署日期；未签留空', '2021-04-05'),
  appliedOn: date(13, '申请表填写日期', '2021-04-06'),
};
