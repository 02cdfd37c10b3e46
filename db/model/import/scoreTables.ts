import { newId, ScoreItemId } from '../ids.ts';
import { type Problem, problem } from '../problems.ts';
import { parseRule, wayNamed } from '../scoring/optionsText.ts';
import { parsePoints } from '../scoring/points.ts';
import { ScoreItem, ScoreLimits } from '../scoring/table.ts';
import { SCORING_WAYS, TASK_CATEGORIES, TaskCategory } from '../terms.ts';
import { cellText, type RawWorkbook } from './grid.ts';
import { type SheetTable, tableByHeadings } from './namedColumns.ts';
import { compact, tidy } from './text.ts';

/** The columns of a 评分表 workbook, in the template's order. */
export const SCORE_COLUMNS = {
  code: '编号',
  section: '部分',
  category: '类别',
  content: '考评内容',
  criterion: '评分标准',
  points: '分值',
  way: '评分方式',
  options: '选项',
  key: '关键项',
  veto: '否决项',
} as const;
export type ScoreColumn = keyof typeof SCORE_COLUMNS;

const OTHER_HEADINGS: Readonly<Record<ScoreColumn, readonly string[]>> = {
  code: ['序号', '项目编号', '项号'],
  section: ['所属部分', '考评部分', '项目', '大项', '章节'],
  category: ['改造类别', '任务类别'],
  content: ['评分项目', '评分内容', '检查内容', '考评项目', '验收内容', '内容'],
  criterion: ['标准', '评分细则', '扣分标准', '评分办法', '评分说明'],
  points: ['分数', '满分', '标准分', '分值分'],
  way: ['方式', '计分方式', '评分方法'],
  options: ['选项说明', '评分选项'],
  key: ['是否关键项', '★', '关键'],
  veto: ['是否否决项', '否决', '一票否决'],
};
const REQUIRED: readonly ScoreColumn[] = ['code', 'content', 'points', 'way'];

/** Names of the rows of the sheet 设置 that goes along with the lines. */
export const SCORE_SETTINGS = {
  title: '名称',
  version: '版本',
  source: '来源',
  key: '关键项最多不符合（项）',
  major: '重点项最多不符合（项）',
  others: '重点项和一般项合计最多不符合（项）',
  absence: '合理缺项',
} as const;

interface ReadScoreTable {
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly limits: ScoreLimits;
  readonly items: readonly ScoreItem[];
  /** Each names its row and column. */
  readonly problems: readonly Problem[];
}

const MARKED = /^(是|√|✓|★|y|yes|1|有)$/i;

class Row {
  readonly problems: Problem[] = [];
  readonly row: number;
  private readonly table: SheetTable<ScoreColumn>;

  constructor(table: SheetTable<ScoreColumn>, row: number) {
    this.table = table;
    this.row = row;
  }

  text(key: ScoreColumn): string {
    return tidy(this.table.textAt(this.row, key));
  }

  fault(key: ScoreColumn, found: string, said: string, expected?: string): void {
    const place = this.table.placeOf(this.row, key);
    const shown = found === '' ? '' : `“${found}”`;
    this.problems.push(
      problem('scoreTable.cell', `${place}：${shown}${said}${expected ? `，应${expected}` : ''}`, {
        row: this.row,
        column: SCORE_COLUMNS[key],
        ...(found === '' ? {} : { found }),
        ...(expected === undefined ? {} : { expected }),
      }),
    );
  }
}

function readCategory(row: Row): TaskCategory | null {
  const text = compact(row.text('category'));
  if (text === '') return null;
  const key = Object.entries(TASK_CATEGORIES).find(([, label]) => label === text)?.[0];
  const parsed = TaskCategory.safeParse(key);
  if (parsed.success) return parsed.data;
  row.fault(
    'category',
    text,
    '不是改造任务的类别',
    `填${Object.values(TASK_CATEGORIES).join('、')}之一或留空`,
  );
  return null;
}

function readPoints(row: Row, veto: boolean): number {
  const text = row.text('points');
  if (veto && (text === '' || /^[-—/]+$/.test(text))) return 0;
  const points = parsePoints(text);
  if (points === null) row.fault('points', text, text === '' ? '没有填写' : '不是分值', '填如4或0.5');
  return points ?? 0;
}

function readRule(row: Row, veto: boolean, isKey: boolean) {
  const said = row.text('way');
  const way = said === '' && veto ? 'yesNo' : wayNamed(said);
  if (!way) {
    const ways = Object.values(SCORING_WAYS).join('、');
    row.fault('way', said, said === '' ? '没有填写' : '不是评分方式', `填${ways}之一`);
    return null;
  }
  const parsed = parseRule(way, row.text('options'), isKey);
  if (parsed.ok) return parsed.rule;
  const options = row.text('options');
  row.fault('options', options, options === '' ? '没有填写' : '看不懂', `填如“${parsed.expected}”`);
  return null;
}

function readItem(row: Row, section: string): ScoreItem | null {
  const veto = MARKED.test(compact(row.text('veto')));
  const key = MARKED.test(compact(row.text('key')));
  const category = readCategory(row);
  const points = readPoints(row, veto);
  const rule = readRule(row, veto, key);
  if (row.problems.length > 0 || !rule) return null;
  const parsed = ScoreItem.safeParse({
    id: newId(ScoreItemId),
    code: compact(row.text('code')),
    section: section === '' && veto ? '否决项' : section,
    category,
    content: row.text('content'),
    criterion: row.text('criterion'),
    points,
    rule,
    key: key || (rule.way === 'limits' && rule.weight === 'key'),
    veto,
  });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const column = columnOf(issue.path[0]);
    row.fault(column, row.text(column), issue.message);
  }
  return null;
}

const isColumn = (key: PropertyKey | undefined): key is ScoreColumn =>
  typeof key === 'string' && key in SCORE_COLUMNS;
const columnOf = (key: PropertyKey | undefined): ScoreColumn =>
  isColumn(key) ? key : key === 'rule' ? 'options' : 'content';

/** 合计, or a line that says nothing: not an item. */
const isNoItem = (row: Row): boolean =>
  /^(合计|总计|总分)/.test(compact(row.text('code') || row.text('section') || row.text('content'))) ||
  (row.text('code') === '' && row.text('content') === '');

function readSettings(workbook: RawWorkbook) {
  const rows = workbook.sheets.find((sheet) => sheet.name.trim() === '设置')?.rows ?? [];
  const said = new Map(
    rows.map(({ cells }) => [
      compact(cellText(cells[0], workbook.date1904)),
      tidy(cellText(cells[1], workbook.date1904)),
    ]),
  );
  const of = (key: keyof typeof SCORE_SETTINGS): string => said.get(compact(SCORE_SETTINGS[key])) ?? '';
  const limit = (key: 'key' | 'major' | 'others'): unknown => (of(key) === '' ? null : Number(of(key)));
  const absence = /折算/.test(of('absence')) ? 'scaled' : /不得分/.test(of('absence')) ? 'zero' : 'full';
  const limits = ScoreLimits.safeParse({
    key: limit('key'),
    major: limit('major'),
    others: limit('others'),
    absence,
  });
  const faults = limits.success
    ? []
    : [problem('scoreTable.limits', '工作表“设置”里的最多不符合项数应为整数，没有限定请留空')];
  return {
    head: { title: of('title'), version: of('version'), source: of('source') },
    limits: limits.success ? limits.data : ScoreLimits.parse({}),
    faults,
  };
}

/** Reads a 评分表 from a workbook. Pure; a section named once, or merged, holds for the rows below it. */
export function readScoreTable(workbook: RawWorkbook): ReadScoreTable {
  const { head, limits, faults } = readSettings(workbook);
  const found = tableByHeadings(workbook, SCORE_COLUMNS, OTHER_HEADINGS, ['content', 'points']);
  if (!found) {
    const message = '没有找到评分表的表头（应有“编号”“考评内容”“分值”“评分方式”等列），请使用程序提供的模板';
    return { ...head, limits, items: [], problems: [problem('scoreTable.header', message)] };
  }
  const missing = REQUIRED.filter((key) => !found.has(key)).map((key) =>
    problem('scoreTable.column', `表头中没有找到“${SCORE_COLUMNS[key]}”一列`, {
      expected: SCORE_COLUMNS[key],
    }),
  );
  if (missing.length > 0) return { ...head, limits, items: [], problems: missing };
  const problems: Problem[] = [...faults];
  const items: ScoreItem[] = [];
  let section = '';
  for (const number of found.rows) {
    const row = new Row(found, number);
    if (isNoItem(row)) continue;
    section = row.text('section') || section;
    const item = readItem(row, section);
    problems.push(...row.problems);
    if (item) items.push(item);
  }
  if (items.length === 0 && problems.length === 0) {
    problems.push(problem('scoreTable.empty', '表格里没有考评项，请在表头下一行一项地填写'));
  }
  return { ...head, limits, items, problems };
}
