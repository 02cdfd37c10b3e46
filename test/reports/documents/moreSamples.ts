import { isoDate } from '../../../db/model/dates.ts';
import { dutiesOfNotice } from '../../../db/model/mobilisation.ts';
import { monthOf } from '../../../db/model/monthly.ts';
import type { AssistanceRecordPaper } from '../../../db/model/papers/assistance.ts';
import type {
  DutyTablePaper,
  MeetingMinutesPaper,
  MonthlyPaper,
  RecoverySheetPaper,
  WritingPaper,
} from '../../../db/model/papers/office.ts';
import { head, rowsOf } from './sampleParts.ts';
import { bureau, nameAt, policy } from './samples.ts';

export * from './resultSamples.ts';
export * from './selectionSamples.ts';
export * from './worksSamples.ts';

/** Papers of the office's own writing, and all the others by one import. */

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
