import ExcelJS from 'exceljs';
import { DEMO_APPLICANTS } from './applicants.ts';
import { bytesOf, type FictionalApplicant, fictionalIdNumber } from './fictional.ts';

type Column = readonly [heading: string, value: (one: FictionalApplicant, index: number) => string | number];

const STATIONS = ['示例镇监管所', '示例乡监管所', '示例街道监管所'] as const;
const HONOURS = ['县级非物质文化遗产', '注册商标1件、县级老字号', '', '注册商标1件', ''] as const;

/** 示例县甲镇老李豆腐坊 → 甲镇 */
const townshipOf = ({ name }: FictionalApplicant): string => /^示例县(.(?:镇|乡|街道))/.exec(name)?.[1] ?? '';

const nth = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
const wasFined = (index: number): boolean => index === 3 || index >= 14;

/** The columns as the office heads them: line breaks, units in the cells, other words than the template's. */
const COLUMNS: readonly Column[] = [
  ['序号', (_one, index) => index + 1],
  ['小作坊\n名称', (one) => one.name],
  ['经营者', (one) => one.owner],
  ['身份证号', (_one, index) => fictionalIdNumber(index)],
  ['联系方式', (_one, index) => `1390000${String(index + 1).padStart(4, '0')}`],
  ['许可证编号', (_one, index) => `示例2020${String(index + 1).padStart(3, '0')}号`],
  ['所属\n监管所', (_one, index) => nth(STATIONS, index)],
  ['乡镇\n（街道）', townshipOf],
  ['生产加工地址', (one, index) => `示例县${townshipOf(one)}示例村${index + 1}号`],
  ['主要产品', (one) => one.products],
  ['加工操作间\n使用面积', (one) => one.area],
  ['从业\n人员数', (_one, index) => 2 + (index % 4)],
  ['持健康证\n人数', (_one, index) => 2 + (index % 4) - (index >= 13 ? 1 : 0)],
  ['工艺与地方特色', (one, index) => (index >= 13 ? '' : `${one.products}，传统手工制作`)],
  ['荣誉', (_one, index) => nth(HONOURS, index)],
  [
    '近两年抽检和处罚情况',
    (_one, index) => (wasFined(index) ? '2020年抽检不合格1次，已整改' : '抽检2次均合格，无处罚'),
  ],
  ['目前存在的主要问题', () => '地面、墙面陈旧，防蝇防鼠设施不全'],
  ['计划改造内容', () => '更换地面，完善防护设施，建立台账'],
  ['业主计划投入改造资金', (one) => one.money],
  ['承诺书签署日期', (one) => one.promised ?? ''],
  ['申请日期', (_one, index) => `2021-04-${String(6 + (index % 6)).padStart(2, '0')}`],
];

const WRONG: Readonly<Record<string, string>> = {
  序号: '17',
  '小作坊\n名称': '示例县戌镇米粉作坊',
  经营者: '示例戌',
  身份证号: '999999197001010000',
  联系方式: '1390000',
  生产加工地址: '示例县示例镇',
  主要产品: '米粉',
  '加工操作间\n使用面积': '三十来平',
};

/** A list as an office sends it in: title rows, odd headings, units in cells, a 合计 row, one bad row. */
export async function demoApplicantsWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('报名表');
  sheet.addRow(['2021年食品加工小作坊创建报名汇总表']);
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  sheet.addRow(['填报单位：示例县市场监督管理局']);
  sheet.addRow(COLUMNS.map(([heading]) => heading));
  for (const [index, one] of DEMO_APPLICANTS.entries()) {
    sheet.addRow(COLUMNS.map(([, value]) => value(one, index)));
  }
  sheet.addRow(COLUMNS.map(([heading]) => WRONG[heading] ?? ''));
  sheet.addRow(['合计', ...COLUMNS.slice(1).map(() => '')]);
  sheet.columns = COLUMNS.map(() => ({ width: 16 }));
  return bytesOf(workbook);
}
