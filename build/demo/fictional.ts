import ExcelJS from 'exceljs';
import { tasksWorkbook } from './plansBook.ts';

/** A bureau that does not exist, with applicants that do not exist: 示例县 of 示例市. */
export const PROFILE = {
  bureau: {
    name: '示例县市场监督管理局',
    kind: 'county',
    district: '示例县',
    cityBureau: '示例市市场监督管理局',
    section: '食品生产监管科',
    contactName: '示例联系人',
    contactPhone: '0000-0000001',
    supervisionPhone: '0000-0000002',
    address: '示例县示例路1号',
    postcode: '000000',
  },
  year: 2021,
  quota: 5,
  programmeName: '名特优',
  basis: '《示例市“名优特”食品加工小作坊创建工程实施方案》',
  staff: [
    { name: '示例经办', unit: '食品生产监管科', position: '科员', roles: ['clerk', 'reviewer'] },
    { name: '示例帮扶', unit: '示例镇监管所', position: '科员', roles: ['helper'] },
    { name: '示例科长', unit: '食品生产监管科', position: '科长', roles: ['sectionHead'] },
    { name: '示例局长', unit: '局领导', position: '副局长', roles: ['leader'] },
  ],
} as const;

export interface FictionalApplicant {
  readonly name: string;
  readonly owner: string;
  /** As an office types it: with or without a unit, as text or number. */
  readonly area: string | number;
  readonly money: string;
  readonly products: string;
  readonly promised: string | null;
}

export const APPLICANTS: readonly FictionalApplicant[] = [
  {
    name: '示例县甲镇老李豆腐坊',
    owner: '示例甲',
    area: '45平方米',
    money: '2.5万元',
    products: '大豆腐、干豆腐',
    promised: '2021.4.6',
  },
  {
    name: '示例县乙镇手工挂面作坊',
    owner: '示例乙',
    area: 38,
    money: '18000元',
    products: '手工挂面',
    promised: '2021年4月7日',
  },
  {
    name: '示例县丙乡粘豆包作坊',
    owner: '示例丙',
    area: '５２．５㎡',
    money: '3万',
    products: '粘豆包、豆沙馅',
    promised: '2021-4-8',
  },
  {
    name: '示例县丁街道煎饼铺',
    owner: '示例丁',
    area: 31,
    money: '1.2万元',
    products: '玉米煎饼',
    promised: '2021/4/8',
  },
  {
    name: '示例县戊镇酱菜作坊',
    owner: '示例戊',
    area: '60',
    money: '40000元',
    products: '酱菜、泡菜',
    promised: '2021.4.9',
  },
  {
    name: '示例县己镇小磨香油坊',
    owner: '示例己',
    area: 26,
    money: '2万元',
    products: '芝麻香油',
    promised: '2021.4.9',
  },
  {
    name: '示例县庚乡糕点作坊',
    owner: '示例庚',
    area: 40,
    money: '8000元',
    products: '月饼、炉果',
    promised: '2021.4.10',
  },
  {
    name: '示例县辛镇熏肉作坊',
    owner: '示例辛',
    area: 48,
    money: '1.5万元',
    products: '熏肉',
    promised: null,
  },
];

const HEADINGS = [
  '序号',
  '小作坊\n名称',
  '经营者',
  '身份证号',
  '联系方式',
  '生产加工地址',
  '主要产品',
  '加工操作间\n使用面积',
  '业主计划投入改造资金',
  '承诺书签署日期',
] as const;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number with a right check digit in a region (999999) that nobody lives in. */
export function fictionalIdNumber(index: number): string {
  const head = `99999919700101${String(index + 1).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(head[place]), 0);
  return head + '10X98765432'.charAt(sum % 11);
}

export const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());

/** A list as an office sends it in: title rows, line breaks in headings, units in cells, a 合计 row, one bad row. */
export async function applicantsWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('报名表');
  sheet.addRow(['2021年食品加工小作坊创建报名汇总表']);
  sheet.mergeCells(1, 1, 1, HEADINGS.length);
  sheet.addRow(['填报单位：示例县市场监督管理局']);
  sheet.addRow([...HEADINGS]);
  for (const [index, one] of APPLICANTS.entries()) {
    const phone = `1390000${String(index + 1).padStart(4, '0')}`;
    const address = `示例县示例镇示例村${index + 1}号`;
    const id = fictionalIdNumber(index);
    sheet.addRow([
      index + 1,
      one.name,
      one.owner,
      id,
      phone,
      address,
      one.products,
      one.area,
      one.money,
      one.promised,
    ]);
  }
  sheet.addRow([
    9,
    '示例县壬镇米粉作坊',
    '示例壬',
    '999999197001010000',
    '1390000',
    '示例县示例镇',
    '米粉',
    '三十来平',
    '',
    '',
  ]);
  sheet.addRow(['合计', '', '', '', '', '', '', '', '', '']);
  return bytesOf(workbook);
}

const TASKS = [
  ['卫生环境', '地面破损积水', '更换防滑地砖，重做排水', '地面平整、无积水、易清洁', 6000, 0, '2021-07-31'],
  ['加工条件', '生熟区未分隔', '增设隔断，调整工艺流程', '生熟不交叉', 5000, 1000, '2021-08-31'],
  ['质量管控', '无进货台账', '建立进货查验和销售台账', '票据保存不少于6个月', 500, 0, '2021-06-30'],
] as const;

/** Plan tasks for the workshops on the 创建名单, as the program's own template lays them out. */
export const plansWorkbook = (workshopNames: readonly string[]): Promise<Uint8Array> =>
  tasksWorkbook(
    workshopNames.flatMap((workshop) =>
      TASKS.map(([category, problem, measure, standard, own, other, due]) => ({
        workshop,
        helper: '示例帮扶',
        category,
        problem,
        measure,
        standard,
        own,
        other,
        due,
      })),
    ),
  );
