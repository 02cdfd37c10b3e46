import type { TableRef } from 'antd/es/table';
import { type RefObject, useCallback, useRef } from 'react';
import { revealRowsOf } from './focusKeeper.ts';

/** For the element around a list that draws some of its rows only: a row that has the keyboard can be brought into sight. */
export function useRevealing<Row>(
  shown: readonly Row[],
  rowKey: (row: Row) => string,
  table: RefObject<TableRef | null>,
) {
  const latestShown = useRef(shown);
  latestShown.current = shown;
  return useCallback(
    (list: HTMLElement | null) =>
      list
        ? revealRowsOf(list, (key) => {
            if (!latestShown.current.some((row) => rowKey(row) === key)) return false;
            table.current?.scrollTo({ key });
            return true;
          })
        : undefined,
    [rowKey, table],
  );
}
