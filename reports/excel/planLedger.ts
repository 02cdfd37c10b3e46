import { formatCode } from '../../db/model/checkCode.ts';
import { inChinese } from '../../db/model/dates.ts';
import type { PlanLedgerPaper } from '../../db/model/papers/plans.ts';
import { projectName } from '../documents/programme.ts';
import {
  countColumn,
  dateColumn,
  moneyColumn,
  type SheetValue,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

const worksCells = (works: PlanLedgerPaper['rows'][number]['works']): readonly SheetValue[] =>
  works === null
    ? [null, '', null, null, null]
    : [
        works.closed,
        `${works.progressPercent}%`,
        works.spentOwn / 100,
        works.spentOther / 100,
        (works.spentOwn + works.spentOther) / 100,
      ];

/** 改造方案台账: one line a workshop, with the code that is printed on its signed plan. */
export function planLedgerWorkbook(paper: PlanLedgerPaper): WorkbookDescription {
  const { bureau, year, rows, asOf } = paper;
  return {
    name: `${bureau.name}${year}年改造提升方案台账`,
    sheetName: '改造方案台账',
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${projectName(paper.programmeName)}改造提升方案台账`,
    caption: { left: `填报单位：${bureau.name}`, right: `截至${inChinese(asOf)}` },
    columns: [
      countColumn('序号'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      textColumn('帮扶\n责任人', 'center'),
      countColumn('改造\n任务数\n（项）', true),
      moneyColumn('业主自筹\n（元）'),
      moneyColumn('其他资金\n（元）'),
      moneyColumn('资金合计\n（元）'),
      dateColumn('最后完成时限'),
      textColumn('方案\n版本', 'center'),
      textColumn('状态', 'center'),
      dateColumn('签批日期'),
      textColumn('校验码', 'center'),
      dateColumn('开工日期'),
      countColumn('已销号\n任务\n（项）', true),
      textColumn('进度', 'center'),
      moneyColumn('业主自筹\n实际\n（元）'),
      moneyColumn('其他资金\n实际\n（元）'),
      moneyColumn('实际投入\n合计\n（元）'),
    ],
    rows: rows.map((row) => [
      row.position,
      row.workshopName,
      row.ownerName,
      row.helperName,
      row.taskCount,
      row.budgetOwn / 100,
      row.budgetOther / 100,
      (row.budgetOwn + row.budgetOther) / 100,
      row.lastDueOn ?? '',
      `第${row.revision}版`,
      row.state,
      row.signedOn ?? '',
      row.checkCode === '' ? '' : formatCode(row.checkCode),
      row.startedOn ?? '',
      ...worksCells(row.works),
    ]),
    notes: [],
  };
}
