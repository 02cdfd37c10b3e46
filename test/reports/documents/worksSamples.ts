import { isoDate } from '../../../db/model/dates.ts';
import { fen, fromYuan } from '../../../db/model/money.ts';
import type { TaskClosurePaper } from '../../../db/model/papers/plans.ts';
import type {
  InspectionSummaryPaper,
  ScoreSheetPaper,
  ScoreSheetsPaper,
} from '../../../db/model/papers/scoring.ts';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import { NO_WORK, worksTotals } from '../../../db/model/works.ts';
import { answered, bestAnswer } from '../../db/model/scoring/tables.ts';
import { EMPTY_HEAD } from '../../fixtures/inspectionHead.ts';
import { head, rowsOf } from './sampleParts.ts';
import { nameAt, taskAt } from './samples.ts';

/** Papers of the works and of the scoring. */

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
    return { ...row, number: index + 1, late: index % 3 < 2, work };
  });
  const lost = { measure: '加装排风扇', lastRevision: 1, costOwn: fromYuan(300), costOther: fen(0) };
  const { costOwn, costOther } = lost;
  const dropped = [{ ...lost, remark: '改为油烟净化器', work: { ...NO_WORK, costOwn, costOther } }];
  const totals = worksTotals(tasks, dropped, asOf);
  const ofTasks = worksTotals(tasks, [], asOf);
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
      spent: fen(totals.spentOwn + totals.spentOther),
      ofTasks: {
        budgetOwn: ofTasks.budgetOwn,
        budgetOther: ofTasks.budgetOther,
        costOwn: ofTasks.spentOwn,
        costOther: ofTasks.spentOther,
      },
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
