import { useMemo } from 'react';
import type { DataColumn } from './dataColumn.ts';
import { filledWidths } from './filledWidths.ts';

/** The column of check boxes, in pixels. */
const CHECK_WIDTH = 48;

interface Box {
  readonly selectable: boolean;
  /** In pixels. */
  readonly width: number;
}

/**
 * The columns the clerk chose, or the usual ones, as the table takes them: as wide as fills its box. `widths` has the
 * column of check boxes first.
 */
export function useVisibleColumns<Row>(
  columns: readonly DataColumn<Row>[],
  chosen: readonly string[] | null,
  { selectable, width }: Box,
) {
  const visibleKeys = useMemo(
    () =>
      columns
        .filter((one) => one.always || (chosen ? chosen.includes(one.key) : !one.hidden))
        .map((one) => one.key),
    [columns, chosen],
  );
  const [visible, widths] = useMemo(() => {
    const shown = columns.filter((one) => visibleKeys.includes(one.key));
    const filled = filledWidths([selectable ? CHECK_WIDTH : 0, ...shown.map((one) => one.width)], width);
    const filling = shown.map(({ hidden: _, value: _value, always: _always, ...column }, at) => ({
      ...column,
      width: filled[at + 1] ?? column.width,
    }));
    return [filling, filled];
  }, [columns, visibleKeys, selectable, width]);
  return { visibleKeys, visible, widths };
}
