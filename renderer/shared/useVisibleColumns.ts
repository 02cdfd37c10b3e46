import { useMemo } from 'react';
import type { DataColumn } from './dataColumn.ts';

/** The columns the clerk chose, or the usual ones; as the table takes them. */
export function useVisibleColumns<Row>(
  columns: readonly DataColumn<Row>[],
  chosen: readonly string[] | null,
) {
  const visibleKeys = useMemo(
    () =>
      columns
        .filter((one) => one.always || (chosen ? chosen.includes(one.key) : !one.hidden))
        .map((one) => one.key),
    [columns, chosen],
  );
  const visible = useMemo(
    () =>
      columns
        .filter((one) => visibleKeys.includes(one.key))
        .map(({ hidden: _, value: _value, always: _always, ...column }) => column),
    [columns, visibleKeys],
  );
  return { visibleKeys, visible };
}
