import {
  type ColumnUnit,
  type ImportChoices,
  type ImportColumn,
  Quantity,
  UNITS_OF,
} from '../importTypes.ts';
import { type Problem, problem } from '../problems.ts';
import { cellQuantity, isEmpty, isNothing, unreadable } from './cells.ts';
import { quantityOf } from './fields.ts';
import { cellText, type RawCell, type RawRow } from './grid.ts';
import { columnName } from './said.ts';
import { headerUnit, notedUnit } from './units.ts';

type Unit = NonNullable<ImportColumn['unit']>;
/** What a note above the table says of each quantity. */
type UnitsAbove = Readonly<Partial<Record<Quantity, ColumnUnit>>>;

/** Whether a cell needs a unit from elsewhere: a readable number, not zero, with none beside it. */
function lacksUnit(cell: RawCell | undefined): boolean {
  if (cell === undefined || isEmpty(cell) || isNothing(cell) || unreadable(cell)) return false;
  const quantity = cellQuantity(cell, '');
  return quantity.ok && quantity.value.unit === '' && quantity.value.value !== 0;
}

/** «单位：万元、㎡» above the table, where a whole table states it once. */
export function unitsAbove(rows: readonly RawRow[], headerRow: number): UnitsAbove {
  const above: Partial<Record<Quantity, ColumnUnit>> = {};
  for (const row of rows) {
    if (row.row >= headerRow) break;
    for (const cell of row.cells) {
      if (cell?.kind !== 'text') continue;
      for (const quantity of Quantity.options) {
        const unit = notedUnit(quantity, cellText(cell, false));
        if (unit) above[quantity] ??= unit;
      }
    }
  }
  return above;
}

const correctedCell = (
  row: RawRow,
  { field, index }: ImportColumn,
  choices: ImportChoices,
): RawCell | undefined => {
  const text = choices.corrections?.[`${row.row}:${field}`];
  return text === undefined ? row.cells[index] : { kind: 'text', text };
};

/** The clerk's answer for the column, or for all of its quantity; one of another quantity answers nothing. */
function chosenUnit({ index }: ImportColumn, quantity: Quantity, { units }: ImportChoices) {
  const chosen = units?.[String(index)] ?? units?.[quantity];
  return chosen !== undefined && UNITS_OF[quantity].includes(chosen) ? chosen : undefined;
}

function unitOf(
  column: ImportColumn,
  quantity: Quantity,
  rows: readonly RawRow[],
  above: UnitsAbove,
  choices: ImportChoices,
): Unit {
  const stated = headerUnit(quantity, column.header);
  if (stated === 'unsupported') return { quantity, source: 'ask', unit: null };
  const fromHeader = stated ?? above[quantity];
  if (fromHeader) return { quantity, source: 'header', unit: fromHeader };
  if (!rows.some((row) => lacksUnit(correctedCell(row, column, choices))))
    return { quantity, source: 'cells', unit: null };
  const chosen = chosenUnit(column, quantity, choices);
  return chosen ? { quantity, source: 'clerk', unit: chosen } : { quantity, source: 'ask', unit: null };
}

const WORDS: Readonly<Record<Quantity, { readonly word: string; readonly wrong: string }>> = {
  money: { word: '金额', wrong: 'import.moneyUnit' },
  area: { word: '面积', wrong: 'import.areaUnit' },
};

function unitProblem(column: ImportColumn, quantity: Quantity): Problem {
  const { word, wrong } = WORDS[quantity];
  const units = UNITS_OF[quantity];
  const where = { column: column.letter, expected: units.join('或') };
  return headerUnit(quantity, column.header) === 'unsupported'
    ? problem(wrong, `${columnName(column)}的${word}单位不是${units.join('或')}，请换算后再导入`, where)
    : problem(
        'import.unitUnknown',
        `${columnName(column)}没有写明${word}单位，请选定是${units.join('还是')}`,
        where,
      );
}

/** Settles the unit of every money and area column: heading, then cells, then the clerk; never a guess (design §6.6). */
export function settleUnits(
  columns: readonly ImportColumn[],
  rows: readonly RawRow[],
  above: UnitsAbove,
  choices: ImportChoices,
): { readonly columns: readonly ImportColumn[]; readonly problems: readonly Problem[] } {
  const settled = columns.map((one) => {
    const quantity = quantityOf(one.field);
    return quantity === null ? one : { ...one, unit: unitOf(one, quantity, rows, above, choices) };
  });
  const problems = settled.flatMap((one) =>
    one.unit?.source === 'ask' ? [unitProblem(one, one.unit.quantity)] : [],
  );
  return { columns: settled, problems };
}
