import { cellText, type RawRow } from './grid.ts';
import type { Header } from './header.ts';
import { compact } from './text.ts';

/** The columns that tell an applicant from another row; -1 where the sheet has none. */
export interface KeyColumns {
  readonly name: number;
  readonly owner: number;
  /** All columns matched to a field. */
  readonly matched: ReadonlySet<number>;
}

const OPENING = '[(\\[【{《]?';
const SAMPLE = new RegExp(
  `^${OPENING}(填写)?(示例|样例|范例|例|例如)[)\\]】}》]*(:|$)|^[(\\[【](填写)?(示例|样例|范例|例)[)\\]】]`,
);
const HINT = /^[([【]?(填写)?(提示|填写要求|填写说明)[)\]】]?(:|$)/;
const TOTAL = /^(合计|总计|小计|共计|累计|总和|汇总|本页合计|本页小计)/;
const NOTE = /^[([【]?(备注|说明|注|附注|填表说明|填报说明|注意事项)[)\]】]?\d?(:|、|\.|$)/;
const SIGNATURE =
  /^[([]?(填表人|填报人|制表人|审核人|审批人|复核人|经办人|单位负责人|负责人|主管领导|分管领导|填报单位|填报日期|填表日期|制表日期|报送单位|联系人|联系电话|单位[([]?盖章|盖章|公章|领导签字|签字|签章)[^:]{0,8}:/;
const BLANK = /^(以下空白|以下为空|此处空白|以下无正文)/;
const GROUP = /^([一二三四五六七八九十]+、|[([][一二三四五六七八九十]+[)\]])/;
const MAX_NOTE_CELLS = 4;
const MAX_TOTAL_LENGTH = 16;

const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.length >= 3 &&
  texts.every((one) => /^[([]?(\d{1,2}|[甲乙丙丁戊])[)\]]?$/.test(one)) &&
  new Set(texts).size === texts.length;

const isRepeatedHeader = (row: RawRow, header: Header): boolean => {
  let same = 0;
  let filled = 0;
  for (const [index, cell] of row.cells.entries()) {
    if (cell === undefined) continue;
    filled += 1;
    const text = compact(cellText(cell, false));
    if (text !== '' && compact(header.headings[index]?.text ?? '').endsWith(text)) same += 1;
  }
  return same >= 3 && same * 2 > filled;
};

function reasonByFirstText(first: string, filled: number): string | undefined {
  if (SAMPLE.test(first)) return '示例行';
  if (HINT.test(first)) return '填写提示行';
  if (BLANK.test(first)) return '表尾空白标记';
  if (filled > MAX_NOTE_CELLS) return undefined;
  if (NOTE.test(first)) return '备注、说明行';
  return SIGNATURE.test(first) ? '填表、签字行' : undefined;
}

/** Why a row is no applicant; `undefined` for one that is. */
export function skipReason(row: RawRow, header: Header, keys: KeyColumns): string | undefined {
  const text = (column: number): string => compact(cellText(row.cells[column], false));
  const texts = row.cells.filter((one) => one !== undefined).map((one) => compact(cellText(one, false)));
  const filled = texts.filter((one) => one !== '');
  const [first = ''] = filled;
  if (first === '') return '空行';
  const name = text(keys.name);
  const byText = reasonByFirstText(first, filled.length) ?? (SAMPLE.test(name) ? '示例行' : undefined);
  if (byText) return byText;
  const owner = text(keys.owner);
  const totals = [first, name].some((one) => TOTAL.test(one) && one.length <= MAX_TOTAL_LENGTH);
  if (totals && (owner === '' || TOTAL.test(owner) || /^[\d.]+[家户个人]?$/.test(owner))) return '合计行';
  if (filled.length === 1 && GROUP.test(first)) return '分组标题行';
  if (isColumnNumbers(filled) && row.row <= header.row + 2) return '栏次行';
  if (isRepeatedHeader(row, header)) return '重复的表头';
  const hasValue = row.cells.some((cell, column) => cell !== undefined && keys.matched.has(column));
  return hasValue ? undefined : '空行（只有序号等未导入的列）';
}
