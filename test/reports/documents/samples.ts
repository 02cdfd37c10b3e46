import { Applicant } from '../../../db/model/application.ts';
import { fromSquareMetres } from '../../../db/model/area.ts';
import { Bureau } from '../../../db/model/bureau.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan } from '../../../db/model/money.ts';
import type { SubmissionListPaper } from '../../../db/model/papers/office.ts';
import type { PlanLedgerPaper, PlanPaper } from '../../../db/model/papers/plans.ts';
import type { RosterPaper, SelectionNoticePaper } from '../../../db/model/papers/publicity.ts';
import type { ApplicationPaper, PromisePaper } from '../../../db/model/papers/selection.ts';
import { PlanTask } from '../../../db/model/plan.ts';
import { defaultPolicy } from '../../../db/model/policy.ts';

/** A fictional bureau and its papers. */
export const YEAR = 2021;

export const bureau = Bureau.parse({
  name: '示例县市场监督管理局',
  kind: 'county',
  district: '示例县',
  cityBureau: '示例市市场监督管理局',
  section: '食品生产监督管理科',
  contactName: '示例甲',
  contactPhone: '0000-1234567',
  supervisionPhone: '0000-7654321',
  address: '示例县示例镇示例大街1号',
  postcode: '000000',
});

const head = { bureau, year: YEAR, programmeName: '名优特' };
export const policy = {
  ...defaultPolicy(YEAR, 10),
  basis: '《关于印发〈示例市“名优特”食品加工小作坊创建工程实施方案〉的通知》',
};

export const applicant = Applicant.parse({
  workshop: {
    name: '示例镇张三豆腐坊',
    ownerName: '张三',
    ownerGender: 'male',
    creditCode: '92000000MA00000000',
    certificateKind: 'registration',
    certificateNo: '示例小作坊登字00001号',
    certificateValidUntil: '2023-12-31',
    economicType: '个体工商户',
    township: '示例镇',
    address: '示例县示例镇示例村一组',
    station: '示例镇市场监督管理所',
    openedOn: '2009-05-01',
    foodCategory: '豆制品',
    products: '卤水豆腐、干豆腐、豆浆',
    standard: 'DBS22/000-0000',
  },
  private: { idNumber: '110101199001010015', phone: '13900000000', homeAddress: '示例县示例镇示例村' },
  application: {
    appliedOn: '2021-04-06',
    staffCount: 4,
    healthCertificateCount: 4,
    totalArea: 8_550,
    operationArea: 4_200,
    annualOutput: '约60吨',
    annualSales: 45_000_000,
    equipment: '磨浆机1台、煮浆锅2口、压榨机1台、冷藏柜1台',
    speciality: '传统卤水点制，三代相传，当地知名。',
    honours: '示例县传统名小吃',
    penalties: '近两年监督抽检合格，无行政处罚。',
    problems: '加工间墙面局部脱落，原料与成品混放，防蝇设施不全。',
    renovation: '重新铺贴墙面地面，增设原料库和防蝇防鼠设施，完善进货查验记录。',
    plannedInvestment: 2_350_000,
    promisedOn: '2021-04-06',
  },
});

const UNDECIDED: ApplicationPaper['decided'] = { opinions: [], publicity: null, onRoster: false };
export const applicationPaper: ApplicationPaper = {
  ...head,
  paper: 'application',
  policy,
  applicant,
  decided: UNDECIDED,
};
export const blankApplicationPaper: ApplicationPaper = { ...applicationPaper, applicant: null };
export const promisePaper: PromisePaper = { ...head, paper: 'promise', policy, applicant };

const NAMES = ['张三豆腐坊', '李四粉条坊', '王五糕点铺', '赵六榨油坊', '钱七酱菜园', '孙八煎饼坊'];
export const nameAt = (index: number): string =>
  `示例镇${NAMES[index % NAMES.length]}${index < NAMES.length ? '' : index + 1}`;

export const publicEntry = (index: number) => ({
  position: index + 1,
  district: '示例县',
  name: nameAt(index),
  address: `示例县示例镇示例村${index + 1}组`,
  products: '豆腐、粉条等特色食品',
});

export const selectionNoticePaper = (count = 6): SelectionNoticePaper => ({
  ...head,
  paper: 'selectionNotice',
  basis: policy.basis,
  firstDay: isoDate('2021-04-19'),
  lastDay: isoDate('2021-04-26'),
  days: 7,
  countingRule: 'naturalExcludingFirst',
  supplementary: false,
  entries: Array.from({ length: count }, (_, index) => publicEntry(index)),
});

export const rosterPaper = (count = 6): RosterPaper => ({
  ...head,
  paper: 'roster',
  confirmedOn: isoDate('2021-04-27'),
  batch: 1,
  publicity: { firstDay: isoDate('2021-04-19'), lastDay: isoDate('2021-04-26') },
  quota: Math.max(10, count),
  entries: Array.from({ length: count }, (_, index) => ({
    ...publicEntry(index),
    ownerName: `示例业主${index + 1}`,
    certificateNo: `2200000000000${String(index + 1).padStart(5, '0')}`,
    operationArea: fromSquareMetres(30 + (index % 40) + 0.5),
    plannedInvestment: fromYuan(10_000 + index * 500),
  })),
});

const TASKS = [
  [
    'hygiene',
    '加工间墙面局部脱落，地面破损积水。',
    '铺贴墙面瓷砖42㎡，地面做防滑环氧地坪。',
    '墙面、地面平整光洁，易清洁，无积水。',
    6000,
    0,
  ],
  [
    'premises',
    '原料与成品混放，生熟交叉。',
    '隔出独立原料库8㎡，设置物料单向通道。',
    '布局合理，原料、半成品、成品分区存放，标识清楚。',
    4500,
    2000,
  ],
  [
    'equipment',
    '防蝇防鼠设施不全，无更衣洗手消毒设施。',
    '安装风幕机、挡鼠板、灭蝇灯，新建更衣洗手间。',
    '防护设施齐全有效，入口处设非手动式洗手消毒设施。',
    5200.5,
    1500,
  ],
  [
    'quality',
    '未落实进货查验记录和生产记录制度。',
    '建立进货查验、投料、销售台账，张贴制度。',
    '记录完整，保存期限符合规定，可追溯。',
    800,
    0,
  ],
] as const;

export const taskAt = (index: number) => {
  const [category, problem, measure, standard, own, other] = TASKS[index % TASKS.length] ?? TASKS[0];
  return PlanTask.parse({
    id: `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    category,
    problem,
    measure,
    standard,
    budgetOwn: fromYuan(own),
    budgetOther: fromYuan(other),
    dueOn: `2021-0${6 + (index % 4)}-30`,
    responsible: '张三',
  });
};

export const planPaper = (taskCount = 4, checkCode: string | null = '7K3M9QXA2B4C5D6E'): PlanPaper => ({
  ...head,
  paper: 'plan',
  policy,
  checkCode,
  record: {
    bureau: bureau.name,
    year: YEAR,
    programmeName: '名优特',
    workshopId: '018f0000-0000-7000-8000-000000000001',
    workshopName: '示例镇张三豆腐坊',
    ownerName: '张三',
    address: '示例县示例镇示例村一组',
    products: '卤水豆腐、干豆腐、豆浆',
    operationArea: fromSquareMetres(42),
    revision: 1,
    submittedOn: checkCode === null ? null : isoDate('2021-05-10'),
    plan: {
      helperName: '示例乙',
      assistance:
        '帮扶责任人每两周到现场指导一次，逐项核对改造进度。\n协助业主选定设备，指导建立进货查验、生产和销售记录，改造完成后进行模拟打分。',
      situation:
        '该小作坊开办于2009年，从业人员4人，以传统卤水工艺加工豆腐、干豆腐，产品在当地有较好口碑。加工操作间建成较早，墙面、地面老化，原料与成品未分区存放，防蝇防鼠和更衣洗手设施不足，进货查验和生产记录不完整。',
      plannedStart: isoDate('2021-05-20'),
      tasks: Array.from({ length: taskCount }, (_, index) => taskAt(index)),
    },
  },
});

export const planLedgerPaper = (count = 6): PlanLedgerPaper => ({
  ...head,
  paper: 'planLedger',
  asOf: isoDate('2021-05-31'),
  rows: Array.from({ length: count }, (_, index) => ({
    position: index + 1,
    workshopName: nameAt(index),
    ownerName: `示例业主${index + 1}`,
    helperName: '示例乙',
    taskCount: 4,
    budgetOwn: fromYuan(16_500.5 + index * 100),
    budgetOther: fromYuan(3_500),
    lastDueOn: isoDate('2021-09-30'),
    revision: 1,
    state: '已签批',
    signedOn: isoDate('2021-05-15'),
    checkCode: '7K3M9QXA2B4C5D6E',
    startedOn: isoDate('2021-05-20'),
    works: null,
  })),
});

export const submissionListPaper = (count = 4): SubmissionListPaper => ({
  ...head,
  paper: 'submissionList',
  month: null,
  replaces: null,
  kind: 'plans',
  folderName: '报送包_示例县市场监督管理局_2021_改造方案_01',
  madeOn: isoDate('2021-05-31'),
  manifestCode: '0123456789ABCDEF',
  files: Array.from({ length: count }, (_, index) => ({
    path: `data/改造方案/${String(index + 1).padStart(3, '0')}_${nameAt(index)}.pdf`,
    bytes: 45_678 + index * 1_234,
    title: `${nameAt(index)}改造提升方案`,
  })),
});
