import { isoDate } from '../../../db/model/dates.ts';
import { isOptional, MATERIALS } from '../../../db/model/materials.ts';
import { fromYuan } from '../../../db/model/money.ts';
import type { PublicityReportPaper, RosterChangesPaper } from '../../../db/model/papers/publicity.ts';
import type {
  ApplicationPaper,
  QualificationPaper,
  SelectionReportPaper,
} from '../../../db/model/papers/selection.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { head, rowsOf } from './sampleParts.ts';
import { applicationPaper, nameAt, publicEntry } from './samples.ts';

/** Papers of 申请遴选 and 公示, as long as they are asked to be. */

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
  ['已签署资金投入承诺', '2021年4月6日', true],
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
    received: index < 7 ? '纸质（2021年4月6日）' : '',
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
