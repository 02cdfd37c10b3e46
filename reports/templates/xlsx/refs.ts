/** Cell references of a worksheet, and how they move when a row is repeated. */

/** A cell or the end of a range, such as `$B7`. */
export interface CellRef {
  readonly column: string;
  readonly row: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

const REF = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

export function parseRef(text: string): CellRef | undefined {
  const [, columnFixed, column = '', rowFixed, row] = REF.exec(text) ?? [];
  if (row === undefined) return undefined;
  return {
    column: column.toUpperCase(),
    row: Number(row),
    columnFixed: columnFixed === '$',
    rowFixed: rowFixed === '$',
  };
}

export const writeRef = ({ column, row, columnFixed, rowFixed }: CellRef): string =>
  `${columnFixed ? '$' : ''}${column}${rowFixed ? '$' : ''}${row}`;

/** `AA` → 27 */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** 27 → `AA` */
export const columnLetters = (column: number): string =>
  column <= 0
    ? ''
    : columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** One row of a sheet that stands `copies` times in the finished one. */
export interface Repeat {
  readonly row: number;
  readonly copies: number;
}

const below = ({ row, copies }: Repeat, at: number): number => (at > row ? at + copies - 1 : at);
/** The last row of a range grows with the repeated row. */
const lastRow = ({ row, copies }: Repeat, at: number): number => (at >= row ? at + copies - 1 : at);

/** A part of a formula: a reference of a sheet (`undefined`: the formula's own). */
interface Reference {
  readonly sheet: string | undefined;
  readonly from: CellRef;
  readonly to: CellRef | undefined;
  /** Directly inside SUM(…) and the like, where a single cell stands for the whole list. */
  readonly aggregated: boolean;
}

type Move = (reference: Reference) => readonly [CellRef, CellRef | undefined];

const SHEET = String.raw`(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const TOKENS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!'])${SHEET}(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_.(!])`,
  'gu',
);
const AGGREGATES = /(?:^|[^\p{L}\p{N}_.])(?:SUM|COUNT|COUNTA|AVERAGE|MIN|MAX)\($/iu;

const unquoted = (sheet: string): string => sheet.replace(/^'|'$/g, '').replaceAll("''", "'");

/** The formula with every reference moved; texts in quotation marks stay. */
function moveFormula(formula: string, move: Move): string {
  return formula.replace(
    TOKENS,
    (token, sheet: string | undefined, first: string | undefined, last: string | undefined, at: number) => {
      const from = first === undefined ? undefined : parseRef(first);
      if (!from) return token;
      const [start, end] = move({
        sheet: sheet === undefined ? undefined : unquoted(sheet),
        from,
        to: last === undefined ? undefined : parseRef(last),
        aggregated: AGGREGATES.test(formula.slice(0, at)) && /^\s*\)/.test(formula.slice(at + token.length)),
      });
      return `${sheet === undefined ? '' : `${sheet}!`}${writeRef(start)}${end ? `:${writeRef(end)}` : ''}`;
    },
  );
}

const at = (ref: CellRef, row: number): CellRef => ({ ...ref, row });

/**
 * A formula outside the repeated row: what lies below moves down, a range over the row grows. `repeatOf` tells which
 * row of a sheet is repeated, if any.
 */
export const moveOutside = (
  formula: string,
  repeatOf: (sheet: string | undefined) => Repeat | undefined,
): string =>
  moveFormula(formula, ({ sheet, from, to, aggregated }) => {
    const repeat = repeatOf(sheet);
    if (!repeat) return [from, to];
    if (to) return [at(from, below(repeat, from.row)), at(to, lastRow(repeat, to.row))];
    if (aggregated && from.row === repeat.row && repeat.copies > 1)
      return [from, at(from, lastRow(repeat, from.row))];
    return [at(from, below(repeat, from.row)), undefined];
  });

/**
 * A formula in the `copy`-th copy of the repeated row (from 0): its own row goes along, unless it is fixed. A range that
 * ends in the fixed row, as in `RANK(C4,C$4:C$4)`, is the whole list's.
 */
export function moveInside(formula: string, repeat: Repeat, copy: number): string {
  const own = (ref: CellRef): CellRef =>
    at(ref, ref.row === repeat.row && !ref.rowFixed ? ref.row + copy : below(repeat, ref.row));
  const end = (ref: CellRef): CellRef => (ref.rowFixed ? at(ref, lastRow(repeat, ref.row)) : own(ref));
  return moveFormula(formula, ({ sheet, from, to }) =>
    sheet === undefined ? [own(from), to && end(to)] : [from, to],
  );
}

/** A shared formula as it stands in another cell, `rows` and `columns` away from its first. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  const moved = (ref: CellRef): CellRef => ({
    ...ref,
    row: ref.rowFixed ? ref.row : ref.row + rows,
    column: ref.columnFixed ? ref.column : columnLetters(columnNumber(ref.column) + columns),
  });
  return moveFormula(formula, ({ from, to }) => [moved(from), to && moved(to)]);
}

/** A `ref` or `sqref` attribute: ranges apart from each other by blanks. */
export const moveRanges = (ranges: string, repeat: Repeat): string =>
  ranges
    .split(' ')
    .map((range) => moveRange(range, repeat))
    .join(' ');

function moveRange(range: string, repeat: Repeat): string {
  const [first = '', last = first] = range.split(':');
  const [from, to] = [parseRef(first), parseRef(last)];
  if (!from || !to) return range;
  const [start, end] = [
    writeRef(at(from, below(repeat, from.row))),
    writeRef(at(to, lastRow(repeat, to.row))),
  ];
  return start === end ? start : `${start}:${end}`;
}

/** `Sheet1!$3:$3` and the like: whole rows, such as the repeated header. */
export const moveRows = (formula: string, repeat: Repeat): string =>
  formula.replace(
    /(?<=!)\$(\d{1,7}):\$(\d{1,7})(?!\d)/g,
    (_, first: string, last: string) => `$${below(repeat, Number(first))}:$${lastRow(repeat, Number(last))}`,
  );
