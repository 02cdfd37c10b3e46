import { formatCode } from '../../db/model/checkCode.ts';
import { inChinese } from '../../db/model/dates.ts';
import { formatYuan } from '../../db/model/money.ts';
import type { TaskClosurePaper } from '../../db/model/papers/plans.ts';
import { TASK_CATEGORIES } from '../../db/model/terms.ts';
import { cell, column, heading, label, note, paragraph, signatureFoot, together } from './build.ts';
import type { Block, Cell, Form, OfficialDocument, Table } from './official.ts';
import { workshopsName } from './programme.ts';
import { day, shortDay, yuanFigures } from './values.ts';

type Row = TaskClosurePaper['tasks'][number];

/** Why a task is not yet struck off, or what else a reader should know. */
export function closureRemark({
  progressPercent,
  finishedOn,
  closedOn,
  closedNote,
  late,
  remark,
}: Row): string {
  const open = closedOn === null ? (finishedOn === null ? `进度${progressPercent}%` : '待销号') : '';
  const photo = closedNote === '' ? '' : `无照片：${closedNote}`;
  return [open, late ? (finishedOn === null ? '已逾期' : '逾期完成') : '', photo, remark]
    .filter(Boolean)
    .join('；');
}

function basics(paper: TaskClosurePaper): Form {
  const { workshopName, ownerName, helperName, startedOn, revision, signedOn, checkCode } = paper;
  return {
    kind: 'form',
    columns: [column(12), column(46), column(12), column(33), column(12), column(33)],
    rows: [
      [
        label('小作坊名称'),
        cell(workshopName),
        label('业主'),
        cell(ownerName),
        label('帮扶责任人'),
        cell(helperName),
      ],
      [
        label('方案'),
        cell(`第${revision}版　校验码${formatCode(checkCode)}`),
        label('签批日期'),
        cell(day(signedOn)),
        label('开工日期'),
        cell(day(startedOn)),
      ],
    ],
  };
}

const taskRow = (task: Row, year: number): readonly Cell[] => [
  cell(String(task.number)),
  cell(task.category === null ? '' : TASK_CATEGORIES[task.category]),
  cell(task.measure),
  cell(task.standard),
  cell(shortDay(task.dueOn, year)),
  cell(shortDay(task.finishedOn, year)),
  cell(yuanFigures(task.budgetOwn)),
  cell(yuanFigures(task.costOwn)),
  cell(yuanFigures(task.budgetOther)),
  cell(yuanFigures(task.costOther)),
  cell(shortDay(task.closedOn, year)),
  cell(task.closedBy),
  cell(closureRemark(task)),
];

function taskTable({ tasks, totals, year }: TaskClosurePaper): Table {
  const sums = totals.ofTasks;
  return {
    kind: 'table',
    columns: [
      column(10, 'center'),
      column(11, 'center'),
      column(39),
      column(39),
      column(20, 'center'),
      column(20, 'center'),
      column(21, 'right'),
      column(21, 'right'),
      column(19, 'right'),
      column(19, 'right'),
      column(20, 'center'),
      column(17, 'center'),
      column(30),
    ],
    header: [
      [
        label('序号', { rows: 2 }),
        label('类别', { rows: 2 }),
        label('改造任务', { rows: 2 }),
        label('提升标准', { rows: 2 }),
        label('完成时限', { rows: 2 }),
        label('完成日期', { rows: 2 }),
        label('业主自筹（元）', { columns: 2 }),
        label('其他资金（元）', { columns: 2 }),
        label('销号日期', { rows: 2 }),
        label('销号人', { rows: 2 }),
        label('备注', { rows: 2 }),
      ],
      [label('预算'), label('实际'), label('预算'), label('实际')],
    ],
    rows: tasks.map((task) => taskRow(task, year)),
    totals: [
      [
        label('合　计', { columns: 6 }),
        cell(yuanFigures(sums.budgetOwn)),
        cell(yuanFigures(sums.costOwn)),
        cell(yuanFigures(sums.budgetOther)),
        cell(yuanFigures(sums.costOther)),
        cell('', { columns: 3 }),
      ],
    ],
  };
}

/** Tasks a later revision dropped: what was spent on them stays in the account. */
function droppedBlocks({ dropped }: TaskClosurePaper): readonly Block[] {
  if (dropped.length === 0) return [];
  return [
    heading(1, '方案变更后取消的任务（已发生费用计入实际投入）'),
    {
      kind: 'table',
      columns: [
        column(10, 'center'),
        column(90),
        column(30, 'center'),
        column(30, 'right'),
        column(30, 'right'),
        column(60),
      ],
      header: [
        ['序号', '改造任务', '所在方案', '业主自筹实际（元）', '其他资金实际（元）', '备注'].map((one) =>
          label(one),
        ),
      ],
      rows: dropped.map((one, index) => [
        cell(String(index + 1)),
        cell(one.measure),
        cell(`第${one.lastRevision}版`),
        cell(yuanFigures(one.costOwn)),
        cell(yuanFigures(one.costOther)),
        cell(one.remark),
      ]),
      totals: [],
    },
  ];
}

/** What the sums say, over the signatures. */
export function closureSummary({ totals, asOf, minOwnInvestment }: TaskClosurePaper): string {
  const { tasks, finished, closed, spentOwn, spentOther } = totals;
  // Until the last task is finished more money is still to come.
  const enough =
    spentOwn >= minOwnInvestment || finished < tasks ? '' : `，低于规定的${formatYuan(minOwnInvestment)}元`;
  return `截至${inChinese(asOf)}，改造任务共${tasks}项，已完成${finished}项，已销号${closed}项；实际投入合计${formatYuan(totals.spent)}元，其中业主自筹${formatYuan(spentOwn)}元${enough}，其他资金${formatYuan(spentOther)}元。`;
}

function signatures(): Form {
  const box = (title: string): Cell => cell(title, { room: 1, foot: signatureFoot() });
  return {
    kind: 'form',
    columns: [column(1), column(1), column(1)],
    rows: [[box('业主确认：'), box('帮扶责任人核实：'), box('科（所）负责人意见：')]],
  };
}

/** 《改造任务销号表》 */
export function taskClosureDocument(paper: TaskClosurePaper): OfficialDocument {
  return {
    name: `${paper.workshopName}改造任务销号表`,
    office: paper.bureau.name,
    madeOn: paper.asOf,
    layout: 'form',
    orientation: 'landscape',
    title: [workshopsName(paper.programmeName), '改造任务销号表'],
    subtitle: `（${paper.year}年度）`,
    blocks: [
      basics(paper),
      taskTable(paper),
      ...droppedBlocks(paper),
      together(paragraph(closureSummary(paper)), signatures()),
      note('金额以元为单位；“实际”按票据金额填写，票据复印件附后。'),
    ],
    isPublic: false,
  };
}
