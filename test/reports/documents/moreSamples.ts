import { isoDate } from '../../../db/model/dates.ts';
import { EMPTY_HEAD } from '../../../db/model/inspection.ts';
import { isOptional, MATERIALS } from '../../../db/model/materials.ts';
import { dutiesOfNotice } from '../../../db/model/mobilisation.ts';
import { fen, fromYuan, inChineseCapitals } from '../../../db/model/money.ts';
import { monthOf } from '../../../db/model/monthly.ts';
import type { ArchivePaper } from '../../../db/model/papers/archive.ts';
import type { AssistanceRecordPaper } from '../../../db/model/papers/assistance.ts';
import type {
  DutyTablePaper,
  MeetingMinutesPaper,
  MonthlyPaper,
  RecoverySheetPaper,
  WritingPaper,
} from '../../../db/model/papers/office.ts';
import type { TaskClosurePaper } from '../../../db/model/papers/plans.ts';
import type { PublicityReportPaper, RosterChangesPaper } from '../../../db/model/papers/publicity.ts';
import type {
  FinalListPaper,
  FinalListPublicPaper,
  PaymentListPaper,
  RecommendedPaper,
  ResultNoticePaper,
} from '../../../db/model/papers/results.ts';
import type {
  InspectionSummaryPaper,
  ScoreSheetPaper,
  ScoreSheetsPaper,
} from '../../../db/model/papers/scoring.ts';
import type {
  ApplicationPaper,
  QualificationPaper,
  SelectionReportPaper,
} from '../../../db/model/papers/selection.ts';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { NO_WORK, worksTotals } from '../../../db/model/works.ts';
import { answered, bestAnswer } from '../../db/model/scoring/tables.ts';
import { applicationPaper, bureau, nameAt, policy, publicEntry, taskAt, YEAR } from './samples.ts';

/** Papers of the rest of the year, as long as they are asked to be. */
const head = { bureau, year: YEAR, programmeName: '名优特' };

const rowsOf = <Row>(count: number, row: (index: number) => Row): readonly Row[] =>
  Array.from({ length: count }, (_, index) => row(index));

const OPINIONS = [
  ['station', '示例所长', '经现场查看，符合申请条件'],
  ['section', '示例科长', '材料齐全'],
  ['leader', '示例局长', ''],
] as const;

export const opinionsOf = (count: number): QualificationPaper['opinions'] =>
  OPINIONS.slice(0, count).map(([level, reviewerName, comment], index) => ({
    level,
    opinion: 'agree',
    comment,
    reviewerName,
    reviewedOn: isoDate(`2021-04-${10 + index}`),
  }));

/** On the roster, with the opinions of all three levels. */
export const decidedApplicationPaper: ApplicationPaper = {
  ...applicationPaper,
  decided: {
    opinions: opinionsOf(3),
    publicity: {
      firstDay: isoDate('2021-04-19'),
      lastDay: isoDate('2021-04-26'),
      cancelledOn: null,
      removedOn: null,
    },
    onRoster: true,
  },
};

const CONDITIONS = [
  ['加工操作间使用面积不少于30㎡', '42㎡', true],
  ['业主投入改造资金不低于10,000元', '23,500元', true],
  ['已签署资金投入承诺', '2021-04-06', true],
  ['证照有效', '示例小作坊登字00001号', true],
  ['基础条件较好，有改造提升意愿', '', null],
  ['从业人员素质较高，质量信誉良好', '', null],
  ['具有地方特色', '', null],
] as const;

export const qualificationPaper = (opinions = 2): QualificationPaper => ({
  ...head,
  paper: 'qualification',
  workshopName: nameAt(0),
  ownerName: '张三',
  address: '示例县示例镇示例村一组',
  products: '卤水豆腐、干豆腐、豆浆',
  certificateNo: '示例小作坊登字00001号',
  appliedOn: isoDate('2021-04-06'),
  conditions: CONDITIONS.map(([condition, found, met]) => ({ condition, found, met, note: '' })),
  materials: keysOf(MATERIALS).map((key, index) => ({
    material: MATERIALS[key],
    optional: isOptional(key),
    received: index < 7 ? '纸质（2021-04-06）' : '',
  })),
  opinions: opinionsOf(opinions),
});

export const selectionReportPaper = (count = 6): SelectionReportPaper => ({
  ...head,
  paper: 'selectionReport',
  asOf: isoDate('2021-04-14'),
  quota: 10,
  criteria: '业主投入30分、操作间面积20分、从业人员健康证明20分、荣誉和特色20分、抽检和处罚情况10分',
  rows: rowsOf(count, (index) => ({
    rank: index + 1,
    name: nameAt(index),
    ownerName: `示例业主${index + 1}`,
    plannedInvestment: fromYuan(30_000 - index * 100),
    operationArea: 4_000 + index * 50,
    health: '4/4',
    honours: index % 3 === 0 ? '示例县传统名小吃' : '',
    penalties: '近两年无行政处罚',
    points: Math.max(10, 90 - index),
    suggestedRank: index + 1,
    decision: index < 10 ? ('入选' as const) : ('未入选' as const),
    reason: index < 10 ? '名次在名额以内' : '名额已满',
    decidedOn: isoDate('2021-04-14'),
    remark: '',
  })),
});

export const publicityReportPaper = (objections = 1, remaining = 5): PublicityReportPaper => ({
  ...head,
  paper: 'publicityReport',
  asOf: isoDate('2021-04-27'),
  firstDay: isoDate('2021-04-19'),
  lastDay: isoDate('2021-04-26'),
  days: 7,
  countingRule: 'naturalExcludingFirst',
  place: '示例县人民政府网站',
  postedBy: '示例经办',
  postedNote: '“通知公告”栏目',
  supplementary: false,
  posted: remaining + 1,
  objections: rowsOf(objections, (index) => ({
    receivedOn: isoDate('2021-04-21'),
    concerning: nameAt(index),
    outcome: index % 2 === 0 ? ('upheld' as const) : ('rejected' as const),
    settledOn: isoDate('2021-04-24'),
    handling: '经现场核查，反映的加工操作间面积不足30㎡的情况属实，取消其创建资格，并当面告知业主。',
  })),
  left: rowsOf(Math.min(1, objections), (index) => ({
    name: nameAt(index),
    departure: { on: isoDate('2021-04-24'), because: 'objection' as const, reason: '异议成立' },
  })),
  remaining: rowsOf(remaining, (index) => nameAt(index + 1)),
});

export const rosterChangesPaper = (count = 2): RosterChangesPaper => ({
  ...head,
  paper: 'rosterChanges',
  asOf: isoDate('2021-05-20'),
  since: isoDate('2021-04-28'),
  quota: 10,
  left: rowsOf(count, (index) => ({
    ...publicEntry(index),
    ownerName: `示例业主${index + 1}`,
    on: isoDate('2021-05-10'),
    reason: '业主外出务工，不再经营',
  })),
  joined: rowsOf(count, (index) => ({
    ...publicEntry(index + 20),
    ownerName: `示例业主${index + 21}`,
    on: isoDate('2021-05-20'),
    reason: '第2批补充名单',
  })),
  current: rowsOf(Math.max(10, count), (index) => ({ name: nameAt(index + 2), ownerName: '示例业主' })),
});

export function taskClosurePaper(count = 4): TaskClosurePaper {
  const asOf = isoDate('2021-09-20');
  const closed = {
    ...NO_WORK,
    progressPercent: 100,
    costOwn: fromYuan(5_800),
    costOther: fromYuan(200.5),
    finishedOn: isoDate('2021-07-15'),
    closedOn: isoDate('2021-07-20'),
    closedBy: '示例乙',
    closedNote: '设备入库前未拍照',
  };
  const begun = { ...NO_WORK, progressPercent: 60, costOwn: fromYuan(3_000) };
  const tasks = rowsOf(count, (index) => {
    const { category, measure, standard, dueOn, budgetOwn, budgetOther } = taskAt(index);
    const work = index % 3 === 0 ? closed : index % 3 === 1 ? begun : NO_WORK;
    const { note: remark, ...done } = work;
    const row = { category, measure, standard, dueOn, budgetOwn, budgetOther, ...done, remark };
    return { ...row, number: index + 1, late: index % 2 === 0, work };
  });
  const lost = { measure: '加装排风扇', lastRevision: 1, costOwn: fromYuan(300), costOther: fen(0) };
  const dropped = [{ ...lost, remark: '改为油烟净化器', work: begun }];
  const totals = worksTotals(tasks, dropped, asOf);
  const { budgetOwn, budgetOther, spentOwn, spentOther } = totals;
  return {
    ...head,
    paper: 'taskClosure',
    asOf,
    workshopName: nameAt(0),
    ownerName: '张三',
    helperName: '示例乙',
    revision: 2,
    checkCode: '7K3M9QXA2B4C5D6E',
    signedOn: isoDate('2021-05-15'),
    startedOn: isoDate('2021-05-20'),
    minOwnInvestment: fromYuan(10_000),
    tasks: tasks.map(({ work: _work, ...task }) => task),
    dropped: dropped.map(({ work: _work, ...one }) => one),
    totals: {
      ...totals,
      spent: fen(spentOwn + spentOther),
      ofTasks: { budgetOwn, budgetOther, costOwn: spentOwn, costOther: spentOther },
    },
  };
}

const scored = {
  name: nameAt(0),
  ownerName: '张三',
  address: '示例县示例镇示例村一组',
  certificateNo: '示例小作坊登字00001号',
  products: '卤水豆腐、干豆腐、豆浆',
};

const ofTable = { asOf: isoDate('2021-10-11'), table: SAMPLE_TABLE, passScore: 900 } as const;

/** For the field, nothing on it. */
export const blankScoreSheetPaper: ScoreSheetPaper = {
  ...head,
  ...ofTable,
  paper: 'scoreSheet',
  level: 'county',
  workshop: null,
  sheet: null,
};

export const scoreSheetPaper: ScoreSheetPaper = {
  ...blankScoreSheetPaper,
  workshop: scored,
  sheet: {
    inspectedOn: isoDate('2021-10-11'),
    note: '业主当场整改了物品摆放。',
    finished: true,
    again: false,
    head: {
      ...EMPTY_HEAD,
      assessors: [
        { staffId: null, name: '示例考评甲', unit: '示例科' },
        { staffId: null, name: '示例考评乙', unit: '示例所' },
      ],
      ownerSigned: true,
      ownerRemark: '无异议',
    },
    answers: SAMPLE_TABLE.items.map((item) =>
      item.code === '1.2'
        ? answered(item, { way: 'deduction', count: 1 }, '门口积水，地面未硬化')
        : answered(item, bestAnswer(item)),
    ),
    photos: [],
  },
};

export const scoreSheetsPaper = (count = 2): ScoreSheetsPaper => ({
  ...head,
  ...ofTable,
  paper: 'scoreSheets',
  level: 'county',
  workshops: rowsOf(count, (index) => ({ ...scored, name: nameAt(index) })),
});

export const inspectionSummaryPaper = (count = 6): InspectionSummaryPaper => ({
  ...head,
  paper: 'inspectionSummary',
  asOf: isoDate('2021-11-05'),
  passScore: 900,
  rows: rowsOf(count, (index) => ({
    name: nameAt(index),
    ownerName: `示例业主${index + 1}`,
    township: '示例镇',
    products: '豆腐、粉条等特色食品',
    self: 760 + (index % 10),
    county: 900 + (index % 60),
    countyOn: isoDate('2021-10-11'),
    rounds: index % 4 === 0 ? 2 : 1,
    city: index % 2 === 0 ? 915 : null,
    province: null,
    passed: true,
    vetoes: '',
    conclusion: '合格',
    deducted: '1.2、2.3、4.1',
    stage: '县级验收合格',
  })),
});

const MONTHLY_LINES = [
  ['列入创建名单', '家', 10, 10, 1000],
  ['编制改造提升方案', '家', 10, 9, 900],
  ['签批改造提升方案', '家', 10, 8, 800],
  ['改造任务销号', '项', 42, 17, 405],
  ['业主自筹实际投入', '元', 23_500_000, 11_000_050, 468],
  ['帮扶走访', '次', null, 36, null],
] as const;

export const monthlyPaper = (text = '本月共走访36次，改造任务销号17项。'): MonthlyPaper => ({
  ...head,
  paper: 'monthly',
  report: {
    month: monthOf(isoDate('2021-07-31')),
    asOf: isoDate('2021-07-31'),
    text,
    lines: MONTHLY_LINES.map(([item, unit, target, done, rate], index) => ({
      position: index + 1,
      ...{ item, unit, target, done, rate },
      note: '',
    })),
  },
});

export const paymentListPaper = (count = 6): PaymentListPaper => ({
  ...head,
  paper: 'paymentList',
  title: '第一批',
  madeOn: isoDate('2021-12-10'),
  cancelled: false,
  total: fromYuan(10_000 * count),
  totalInWords: inChineseCapitals(fromYuan(10_000 * count)),
  rows: rowsOf(count, (index) => ({
    position: index + 1,
    workshopName: nameAt(index),
    idName: `示例业主${index + 1}`,
    idNumber: '110101199001010015',
    accountName: `示例业主${index + 1}`,
    bank: '示例银行示例县支行示例镇分理处',
    card: '4111111111111111',
    phone: '13900000000',
    amount: fromYuan(10_000),
    remark: '',
  })),
});

export const resultNoticePaper = (count = 6): ResultNoticePaper => ({
  ...head,
  paper: 'resultNotice',
  basis: policy.basis,
  passScore: 900,
  firstDay: isoDate('2021-11-01'),
  lastDay: isoDate('2021-11-08'),
  counted: { days: 7, countingRule: 'naturalExcludingFirst' },
  entries: rowsOf(count, publicEntry),
});

export const recommendedPaper = (count = 6): RecommendedPaper => ({
  ...head,
  paper: 'recommended',
  asOf: isoDate('2021-11-05'),
  passScore: 900,
  rows: rowsOf(count, (index) => ({
    ...publicEntry(index),
    ownerName: `示例业主${index + 1}`,
    total: 930 + (index % 50),
    inspectedOn: isoDate('2021-10-11'),
  })),
});

export const finalListPaper = (count = 6): FinalListPaper => ({
  ...head,
  paper: 'finalList',
  asOf: isoDate('2021-11-18'),
  passScore: 900,
  publicity: { firstDay: isoDate('2021-11-08'), lastDay: isoDate('2021-11-15') },
  rows: rowsOf(count, (index) => ({
    ...publicEntry(index),
    ownerName: `示例业主${index + 1}`,
    certificateNo: `示例小作坊登字${String(index + 1).padStart(5, '0')}号`,
    county: 930 + (index % 50),
    city: index % 2 === 0 ? 915 : null,
    invested: fromYuan(20_000.5 + index),
    remark: index === 0 ? '省级抽查合格' : '',
  })),
});

export const finalListPublicPaper = (count = 6): FinalListPublicPaper => ({
  ...head,
  paper: 'finalListPublic',
  asOf: isoDate('2021-11-18'),
  entries: rowsOf(count, publicEntry),
});

const archive = { ...head, workshopName: nameAt(0), madeOn: isoDate('2021-12-08') } as const;

/** The frame of 一坊一档. */
export const archivePapers = {
  cover: {
    ...archive,
    paper: 'archiveCover',
    ownerName: '张三',
    address: '示例县示例镇示例村一组',
    certificateNo: '示例小作坊登字00001号',
    madeBy: '示例甲',
    withPrivate: false,
    items: 9,
    pages: 27,
  },
  catalogue: {
    ...archive,
    paper: 'archiveCatalogue',
    lines: rowsOf(9, (index) => ({
      responsible: bureau.name,
      documentNo: '',
      title: `示例材料${index + 1}`,
      date: isoDate('2021-05-10'),
      remark: '',
      page: String(3 * index + 1),
    })),
  },
  extract: {
    ...archive,
    paper: 'archiveExtract',
    title: '公示和创建名单情况',
    facts: [
      { label: '公示', text: '2021年4月19日至2021年4月26日公示' },
      { label: '创建名单', text: '2021年4月27日列入' },
    ],
  },
  photos: { ...archive, paper: 'archivePhotos', title: '改造前后照片', photos: [] },
  closing: {
    ...archive,
    paper: 'archiveClosing',
    madeBy: '示例甲',
    items: 9,
    pages: 27,
    leftOut: ['申请表'],
  },
} as const satisfies Readonly<Record<string, ArchivePaper>>;

export const recoverySheetPaper: RecoverySheetPaper = {
  ...head,
  paper: 'recoverySheet',
  madeOn: isoDate('2021-03-01'),
  code: '7K3M-9QXA-2B4C-5D6E-7K3M-9QXA-2B4C-5D6E',
};

export const meetingMinutesPaper = (content = '讲明创建工作的意义、标准和要求。'): MeetingMinutesPaper => ({
  ...head,
  paper: 'meetingMinutes',
  meeting: {
    heldOn: isoDate('2021-03-10'),
    place: '示例县市场监督管理局三楼会议室',
    host: '示例甲',
    topic: '“名优特”食品加工小作坊创建工作宣传动员会',
    participants: '各监管所负责人、食品生产监督管理科全体人员、小作坊业主代表',
    headcount: 36,
    content,
  },
});

export const dutyTablePaper = (): DutyTablePaper => ({
  ...head,
  paper: 'dutyTable',
  asOf: isoDate('2021-04-10'),
  duties: dutiesOfNotice(policy, { section: bureau.section, sectionHead: '示例乙', leader: '示例丙' }),
});

const visitAt = (index: number): AssistanceRecordPaper['visits'][number] => ({
  visitedOn: isoDate(`2021-0${5 + (index % 4)}-1${index % 10}`),
  staffName: '示例乙',
  substitute: index % 5 === 4,
  findings: '墙面瓷砖已铺贴完毕，原料库隔断正在施工，风幕机尚未到货。',
  advice: '按方案核对风幕机规格，抓紧安装挡鼠板，完善进货查验记录。',
  ownerResponse: '同意，月底前完成。',
  progressPercent: Math.min(100, 20 + index * 10),
  photos: 3,
});

export const assistanceRecordPaper = (visits = 4, single = false): AssistanceRecordPaper => ({
  ...head,
  paper: 'assistanceRecord',
  asOf: isoDate('2021-09-30'),
  workshop: {
    name: nameAt(0),
    ownerName: '张三',
    address: '示例县示例镇示例村一组',
    products: '卤水豆腐、干豆腐、豆浆',
  },
  single,
  assignments: [
    { name: '示例甲', fromDay: isoDate('2021-05-01'), untilDay: isoDate('2021-05-20'), reason: '' },
    { name: '示例乙', fromDay: isoDate('2021-05-21'), untilDay: null, reason: '工作调动' },
  ],
  visits: rowsOf(visits, visitAt),
});

const SUMMARY_TEXT =
  '全县共列入创建名单10家，实际投入改造资金23.5万元，其中业主自筹20万元。属地监管部门与业主“一对一、点对点”帮扶，累计走访146次，改造任务全部销号。';

export const writingPaper = (
  kind: WritingPaper['kind'] = 'summary',
  text: string = SUMMARY_TEXT,
): WritingPaper => ({
  ...head,
  paper: 'writing',
  kind,
  title:
    kind === 'report'
      ? '示例县市场监督管理局关于报送2021年“名优特”食品加工小作坊创建工程工作总结的报告'
      : '示例县市场监督管理局2021年“名优特”食品加工小作坊创建工程工作总结',
  asOf: isoDate('2021-11-15'),
  finished: true,
  sections: ['一、基本情况', '二、主要做法', '三、存在问题', '四、下步打算'].map((heading) => ({
    heading,
    text: `${text}\n（一）示例做法。${text}`,
  })),
  annexes: kind === 'report' ? ['创建工作总结', '县级考评验收汇总表'] : [],
  photos: [],
});
