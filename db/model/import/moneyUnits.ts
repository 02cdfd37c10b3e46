import type { ImportChoices, ImportColumn, MoneyUnit } from '../importTypes.ts';
import { type Problem, problem } from '../problems.ts';
import { cellQuantity, isEmpty, isNothing, unreadable } from './cells.ts';
import { isMoneyField } from './fields.ts';
import { cellText, type RawCell, type RawRow } from './grid.ts';
import { columnName } from './said.ts';
import { headerMoneyUnit, notedMoneyUnit } from './units.ts';

type Unit = NonNullable<ImportColumn['unit']>;

/** Whether a cell needs a unit from elsewhere: a readable number, not zero, with none beside it. */
function lacksUnit(cell: RawCell | undefined): boolean {
  if (cell === undefined || isEmpty(cell) || isNothing(cell) || unreadable(cell)) return false;
  const quantity = cellQuantity(cell, '');
  return quantity.ok && quantity.value.unit === '' && quantity.value.value !== 0;
}

/** «单位：万元» above the table, where a whole table states it once. */
export function unitAbove(rows: readonly RawRow[], headerRow: number): MoneyUnit | null {
  for (const row of rows) {
    if (row.row >= headerRow) return null;
    for (const cell of row.cells) {
      const unit = cell?.kind === 'text' ? notedMoneyUnit(cellText(cell, false)) : null;
      if (unit) return unit;
    }
  }
  return null;
}

const correctedCell = (
  row: RawRow,
  { field, index }: ImportColumn,
  choices: ImportChoices,
): RawCell | undefined => {
  const text = choices.corrections?.[`${row.row}:${field}`];
  return text === undefined ? row.cells[index] : { kind: 'text', text };
};

function unitOf(
  column: ImportColumn,
  rows: readonly RawRow[],
  above: MoneyUnit | null,
  choices: ImportChoices,
): Unit {
  const stated = headerMoneyUnit(column.header);
  if (stated === 'unsupported') return { source: 'ask', unit: null };
  const fromHeader = stated ?? above;
  if (fromHeader) return { source: 'header', unit: fromHeader };
  if (!rows.some((row) => lacksUnit(correctedCell(row, column, choices))))
    return { source: 'cells', unit: null };
  const chosen = choices.moneyUnits?.[String(column.index)] ?? choices.moneyUnits?.['*'];
  return chosen ? { source: 'clerk', unit: chosen } : { source: 'ask', unit: null };
}

function unitProblem(column: ImportColumn): Problem {
  const unsupported = headerMoneyUnit(column.header) === 'unsupported';
  return unsupported
    ? problem('import.moneyUnit', `${columnName(column)}的金额单位不是元或万元，请换算后再导入`, {
        column: column.letter,
        expected: '元或万元',
      })
    : problem('import.unitUnknown', `${columnName(column)}没有写明金额单位，请选定是元还是万元`, {
        column: column.letter,
        expected: '元或万元',
      });
}

/** Settles the unit of every money column: heading, then cells, then the clerk; never a guess (design §6.6). */
export function settleMoneyUnits(
  columns: readonly ImportColumn[],
  rows: readonly RawRow[],
  above: MoneyUnit | null,
  choices: ImportChoices,
): { readonly columns: readonly ImportColumn[]; readonly problems: readonly Problem[] } {
  const settled = columns.map((one) =>
    isMoneyField(one.field) ? { ...one, unit: unitOf(one, rows, above, choices) } : one,
  );
  return { columns: settled, problems: settled.filter((one) => one.unit?.source === 'ask').map(unitProblem) };
}
