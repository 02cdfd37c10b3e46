import type { Cell } from './official.ts';

export interface PlacedCell {
  readonly cell: Cell;
  /** Index of the first column it covers. */
  readonly column: number;
}

/** Puts each cell at its column, past what cells above and to the left already cover. */
export function placeCells(
  rows: readonly (readonly Cell[])[],
  columnCount: number,
): readonly (readonly PlacedCell[])[] {
  const coveredUntil: number[] = Array.from({ length: columnCount }, () => 0);
  return rows.map((row, rowIndex) => {
    let column = 0;
    return row.map((cell) => {
      while ((coveredUntil[column] ?? 0) > rowIndex) column += 1;
      const placed = { cell, column };
      for (let index = column; index < column + cell.columns; index++)
        coveredUntil[index] = rowIndex + cell.rows;
      column += cell.columns;
      return placed;
    });
  });
}
