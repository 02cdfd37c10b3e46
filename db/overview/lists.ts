import { auditRows } from '../audit.ts';
import { measures } from '../inspections/measures.ts';
import { addressChanges, changesText } from '../model/changes.ts';
import type { WorkshopRow } from '../model/contract/workshops.ts';
import { type IsoDate, momentText } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { MEASURE_COLUMNS } from '../model/import/measures.ts';
import type { ListColumn, ListContent, ListValue } from '../model/lists.ts';
import { FIGURES, type Figure } from '../model/overview.ts';
import { RECYCLE_KINDS } from '../model/recycle.ts';
import { STAGES } from '../model/stage.ts';
import { TASK_CATEGORIES } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { planRows } from '../plans/plans.ts';
import { recycleBin } from '../recycle/recycleBin.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { figureList } from './overview.ts';

/** The lists of the window that the command line exports; any figure of 工作台 is one, too. */
export const LISTS = {
  workshops: '小作坊',
  plans: '改造方案',
  audit: '操作记录',
  recycle: '回收站',
  measures: '标准措施',
} as const;
type ListName = keyof typeof LISTS | Figure;

export const isListName = (name: string): name is ListName =>
  Object.hasOwn(LISTS, name) || Object.hasOwn(FIGURES, name);

type Cell<Row> = readonly [
  key: string,
  title: string,
  value: (row: Row) => ListValue,
  kind?: ListColumn['kind'],
];

const contentOf = <Row>(title: string, cells: readonly Cell<Row>[], rows: readonly Row[]): ListContent => ({
  title: `${title}一览表`,
  filters: '',
  columns: cells.map(([key, heading, , kind = 'text']) => ({ key, title: heading, kind })),
  rows: rows.map((row) => Object.fromEntries(cells.map(([key, , value]) => [key, value(row)]))),
});

const hundredth = (value: number | null): number | null => (value === null ? null : value / 100);

const noteCell = (notes: ReadonlyMap<WorkshopId, string>): Cell<WorkshopRow> => [
  'note',
  '情况',
  (row) => notes.get(row.workshopId) ?? '',
];

/** 小作坊: all of them, or those a figure counts, with the reason. */
function workshopList(office: Office, figure: Figure | null, today: IsoDate): ListContent {
  const members = figure === null ? null : figureList(office, figure, today).members;
  const notes = members && new Map(members.map((one) => [one.workshopId, one.note]));
  const rows = workshopRows(office, today).filter((row) => !notes || notes.has(row.workshopId));
  return contentOf<WorkshopRow>(
    figure === null ? LISTS.workshops : FIGURES[figure],
    [
      ['name', '小作坊名称', (row) => row.name],
      ['ownerName', '业主', (row) => row.ownerName],
      ['township', '乡镇（街道）', (row) => row.township],
      ['address', '生产加工地址', (row) => row.address],
      ['products', '主要产品', (row) => row.products],
      ['operationArea', '操作间面积（㎡）', (row) => hundredth(row.operationArea), 'area'],
      ['plannedInvestment', '计划投入（元）', (row) => hundredth(row.plannedInvestment), 'money'],
      ['stage', '进度', (row) => STAGES[row.stage]],
      ...(notes ? [noteCell(notes)] : []),
    ],
    rows,
  );
}

const planList = (office: Office, today: IsoDate): ListContent =>
  contentOf(
    LISTS.plans,
    [
      ['workshopName', '小作坊名称', (row) => row.workshopName],
      ['ownerName', '业主', (row) => row.ownerName],
      ['helperName', '帮扶责任人', (row) => row.helperName],
      ['stage', '进度', (row) => STAGES[row.stage]],
      ['taskCount', '任务数', (row) => row.taskCount, 'count'],
      ['budgetOwn', '业主自筹预算（元）', (row) => hundredth(row.budgetOwn), 'money'],
      ['budgetOther', '其他资金预算（元）', (row) => hundredth(row.budgetOther), 'money'],
      ['spentOwn', '业主自筹实际（元）', (row) => hundredth(row.works?.spentOwn ?? 0), 'money'],
      ['spentOther', '其他资金实际（元）', (row) => hundredth(row.works?.spentOther ?? 0), 'money'],
      ['submittedOn', '提交日期', (row) => row.submittedOn],
      ['signedOn', '签批日期', (row) => row.signedOn],
      ['worksStartedOn', '开工日期', (row) => row.worksStartedOn],
    ],
    planRows(office, today),
  );

const auditList = (office: Office): ListContent =>
  contentOf(
    LISTS.audit,
    [
      ['at', '时间', (row) => momentText(row.at)],
      ['staffName', '经办人', (row) => row.staffName],
      ['kind', '类别', (row) => row.kind],
      ['name', '小作坊', (row) => row.workshopName],
      ['sentence', '办理内容', (row) => row.sentence],
      ['changes', '变更（从→到）', (row) => changesText(addressChanges(row.changes, 'others'))],
      ['address', '地址变更', (row) => changesText(addressChanges(row.changes, 'address'))],
    ],
    auditRows(office, { limit: 10_000 }),
  );

const binList = (office: Office): ListContent =>
  contentOf(
    LISTS.recycle,
    [
      ['kind', '类别', (row) => RECYCLE_KINDS[row.kind]],
      ['name', '名称', (row) => row.name],
      ['removedAt', '移入时间', (row) => row.removedAt],
      ['reason', '原因', (row) => row.reason],
    ],
    recycleBin(office),
  );

/** As `import-measures` reads it again. */
const measureList = (office: Office): ListContent =>
  contentOf(
    LISTS.measures,
    [
      ['itemCode', MEASURE_COLUMNS.itemCode, (row) => row.itemCode],
      ['category', MEASURE_COLUMNS.category, (row) => TASK_CATEGORIES[row.category]],
      ['problem', MEASURE_COLUMNS.problem, (row) => row.problem],
      ['measure', MEASURE_COLUMNS.measure, (row) => row.measure],
      ['standard', MEASURE_COLUMNS.standard, (row) => row.standard],
    ],
    measures(office),
  );

/** One list with the columns an office files it with. */
export function listOf(office: Office, name: ListName, today: IsoDate): ListContent {
  switch (name) {
    case 'workshops':
      return workshopList(office, null, today);
    case 'plans':
      return planList(office, today);
    case 'audit':
      return auditList(office);
    case 'recycle':
      return binList(office);
    case 'measures':
      return measureList(office);
    default:
      return workshopList(office, name, today);
  }
}
