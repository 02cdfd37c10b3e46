import type { RawCell, RawMerge, RawRow, RawSheet } from './grid.ts';

/** A sheet by row and column, with merged areas answering for all their cells. */
export interface Grid {
  /** The cell's own value, or that of the merged area it belongs to. */
  at(row: number, column: number): RawCell | undefined;
  mergeAt(row: number, column: number): RawMerge | undefined;
  readonly width: number;
}

const MAX_WIDTH = 256;
const key = (row: number, column: number): number => row * MAX_WIDTH + column;

/** Where merges overlap, the first named in the file wins. */
function indexMerges(sheet: RawSheet): ReadonlyMap<number, RawMerge> {
  const lastRow = sheet.rows.at(-1)?.row ?? 0;
  const index = new Map<number, RawMerge>();
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, lastRow);
    const right = Math.min(merge.right, MAX_WIDTH - 1);
    for (let row = merge.top; row <= bottom; row++) {
      for (let column = merge.left; column <= right; column++) {
        if (!index.has(key(row, column))) index.set(key(row, column), merge);
      }
    }
  }
  return index;
}

/** Indexes a sheet once. */
export function gridOf(sheet: RawSheet): Grid {
  const rows = new Map<number, RawRow>(sheet.rows.map((one) => [one.row, one]));
  const merges = indexMerges(sheet);
  const mergeAt = (row: number, column: number) => merges.get(key(row, column));
  return {
    width: sheet.rows.reduce((widest, one) => Math.max(widest, one.cells.length), 0),
    mergeAt,
    at: (row, column) => {
      const merge = merges.size === 0 ? undefined : mergeAt(row, column);
      return merge ? rows.get(merge.top)?.cells[merge.left] : rows.get(row)?.cells[column];
    },
  };
}
