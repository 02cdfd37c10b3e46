import { formatCode } from '../../db/model/checkCode.ts';
import { inChinese } from '../../db/model/dates.ts';
import { fen, inChineseCapitals } from '../../db/model/money.ts';
import type { PaperHead } from '../../db/model/papers/head.ts';
import type { WritingPaper } from '../../db/model/papers/office.ts';
import type { PlanPaper } from '../../db/model/papers/plans.ts';
import type { Paper } from '../../db/model/papers.ts';
import { planTotals } from '../../db/model/plan.ts';
import { TASK_CATEGORIES } from '../../db/model/terms.ts';
import { projectName } from '../documents/programme.ts';
import { day, squareMetres } from '../documents/values.ts';
import { shownAs } from '../excel/cells.ts';
import type { SheetKind, WorkbookDescription } from '../excel/workbook.ts';
import { isWorkbookPaper, workbookOf } from '../excel/workbooks.ts';
import type { Field, FieldKind, FieldValue, TemplateData } from './data.ts';

type HeadField = TemplateData['fields'][number];

const text = (name: string, value: string): HeadField => ({ name, kind: 'text', value });
const number = (name: string, kind: FieldKind, value: number): HeadField => ({ name, kind, value });
const money = (name: string, value: number): HeadField => number(name, 'money', value / 100);

/** What every paper knows of the office and the year. */
const officeFields = ({ bureau, year, programmeName }: PaperHead): readonly HeadField[] => [
  text('单位名称', bureau.name),
  text('县（市、区）', bureau.district),
  text('上级市局', bureau.cityBureau),
  text('科室', bureau.section),
  text('联系人', bureau.contactName),
  text('联系电话', bureau.contactPhone),
  number('年度', 'count', year),
  text('项目名称', projectName(programmeName)),
];

/** `计划投入资金\n（元）` → `计划投入资金`: the unit goes with the column, not with the name. */
export const columnName = (header: string): string =>
  header.replace(/\n（[^）]*）$|（[元㎡%项分]）$/, '').replaceAll('\n', '');

/** The texts around a built-in table by the names a template knows them by. */
export const AROUND = {
  title: '标题',
  left: '左上角文字',
  right: '右上角文字',
  notes: '表下说明',
  count: '总数',
} as const;

/** `计划投入资金` → `计划投入资金合计`; a column of sums keeps its name. */
export const sumName = (column: string): string => (column.endsWith('合计') ? column : `${column}合计`);

/** Days are told in words: a template's cell may have any format. */
const fieldKind = (kind: SheetKind): FieldKind => (kind === 'date' ? 'text' : kind);

/** Every workbook offers its columns, their sums and what stands around the table. */
function workbookData(description: WorkbookDescription, more: readonly HeadField[]): TemplateData {
  const { columns, rows, title, caption, notes, madeOn } = description;
  const sum = (index: number): number =>
    Math.round(rows.reduce((total, row) => total + (Number(row[index] ?? 0) || 0), 0) * 100) / 100;
  return {
    fields: [
      text(AROUND.title, title),
      text(AROUND.left, caption.left),
      text(AROUND.right, caption.right),
      ...more,
      text('制表日期', inChinese(madeOn)),
      number(AROUND.count, 'count', rows.length),
      ...columns.flatMap(({ header, kind, isSummed }, index) =>
        isSummed ? [number(sumName(columnName(header)), fieldKind(kind), sum(index))] : [],
      ),
      text(AROUND.notes, notes.join('\n')),
    ],
    rowFields: columns.map(({ header, kind }) => ({ name: columnName(header), kind: fieldKind(kind) })),
    rows: rows.map((row) =>
      columns.map((column, index) => {
        const value = row[index] ?? null;
        return column.kind === 'date' && value !== null ? shownAs(value, column) : value;
      }),
    ),
  };
}

/** What single lists know beyond their tables. */
function listFields(paper: Paper): readonly HeadField[] {
  switch (paper.paper) {
    case 'roster':
      return [
        number('名额', 'count', paper.quota),
        text('公示开始日期', inChinese(paper.publicity.firstDay)),
        text('公示结束日期', inChinese(paper.publicity.lastDay)),
        text('确定日期', inChinese(paper.confirmedOn)),
      ];
    case 'paymentList':
      return [text('金额合计大写', paper.totalInWords)];
    default:
      return [];
  }
}

const TASK_FIELDS: readonly Field[] = [
  { name: '序号', kind: 'count' },
  { name: '类别', kind: 'text' },
  { name: '存在问题', kind: 'text' },
  { name: '改造任务', kind: 'text' },
  { name: '提升标准', kind: 'text' },
  { name: '业主自筹', kind: 'money' },
  { name: '其他资金', kind: 'money' },
  { name: '资金合计', kind: 'money' },
  { name: '完成时限', kind: 'text' },
  { name: '责任人', kind: 'text' },
];

type Task = PlanPaper['record']['plan']['tasks'][number];

const taskRow = (task: Task, index: number): readonly FieldValue[] => [
  index + 1,
  task.category === null ? '' : TASK_CATEGORIES[task.category],
  task.problem,
  task.measure,
  task.standard,
  task.budgetOwn === null ? null : task.budgetOwn / 100,
  task.budgetOther === null ? null : task.budgetOther / 100,
  task.budgetOwn === null && task.budgetOther === null ? null : planTotals([task]).total / 100,
  day(task.dueOn),
  task.responsible,
];

function planData(paper: PlanPaper): TemplateData {
  const { record, policy, checkCode } = paper;
  const { plan } = record;
  const { own, other, total } = planTotals(plan.tasks);
  const capitals = (name: string, value: number) => text(`${name}大写`, inChineseCapitals(fen(value)));
  return {
    fields: [
      ...officeFields(paper),
      text('小作坊名称', record.workshopName),
      text('业主', record.ownerName),
      text('生产加工地址', record.address),
      text('主要产品', record.products),
      text('加工操作间使用面积', squareMetres(record.operationArea)),
      text('帮扶责任人', plan.helperName),
      text('计划开工日期', day(plan.plannedStart)),
      text('方案版本', `第${record.revision}版`),
      text('提交日期', day(record.submittedOn)),
      text('现状', plan.situation),
      number('任务数', 'count', plan.tasks.length),
      money('业主自筹合计', own),
      capitals('业主自筹合计', own),
      money('其他资金合计', other),
      capitals('其他资金合计', other),
      money('资金预算合计', total),
      capitals('资金预算合计', total),
      money('承诺自筹金额', policy.minOwnInvestment),
      capitals('承诺自筹金额', policy.minOwnInvestment),
      text('帮扶措施', plan.assistance),
      text('校验码', checkCode === null ? '' : formatCode(checkCode)),
    ],
    rowFields: TASK_FIELDS,
    rows: plan.tasks.map(taskRow),
  };
}

const writingData = (paper: WritingPaper): TemplateData => ({
  fields: [
    ...officeFields(paper),
    text('标题', paper.title),
    text('日期', inChinese(paper.asOf)),
    text(
      '正文',
      paper.sections
        .flatMap(({ heading, text: body }) => [heading, body])
        .filter((one) => one !== '')
        .join('\n'),
    ),
    text('附件', paper.annexes.map((name, index) => `${index + 1}. ${name}`).join('\n')),
  ],
  rowFields: [
    { name: '小标题', kind: 'text' },
    { name: '内容', kind: 'text' },
  ],
  rows: paper.sections.map(({ heading, text: body }) => [heading, body]),
});

/** What a paper offers to the office's own template; `undefined` for papers without one. */
export function templateData(paper: Paper): TemplateData | undefined {
  if (paper.paper === 'plan') return planData(paper);
  if (paper.paper === 'writing') return writingData(paper);
  if (!isWorkbookPaper(paper)) return undefined;
  return workbookData(workbookOf(paper), [...officeFields(paper), ...listFields(paper)]);
}
