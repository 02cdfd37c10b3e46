import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { OnlyRows } from './dataColumn.ts';
import { useRemembered } from './useRemembered.ts';

const View = z.object({ chip: z.string().nullable(), columns: z.array(z.string()).nullable() });

const FRESH_VIEW: z.infer<typeof View> = { chip: null, columns: null };

interface Options {
  readonly id: string;
  readonly rememberView?: boolean;
  readonly startChip?: string | undefined;
  readonly only?: OnlyRows | undefined;
}

/** What of a list is looked at: chip and columns, remembered, and what is searched for; a link goes before both. */
export function useTableView({ id, rememberView, startChip, only }: Options) {
  const [view, setView] = useRemembered(rememberView === false ? null : `table.${id}`, View, FRESH_VIEW);
  const [search, setSearch] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per link, not on every change of the view
  useEffect(() => {
    if (startChip !== undefined) setView({ ...view, chip: startChip });
  }, [startChip]);
  const onlyLabel = only?.label;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link shows all of its rows, whatever was remembered
  useEffect(() => {
    if (onlyLabel === undefined) return;
    setSearch('');
    setView({ ...view, chip: null });
  }, [onlyLabel]);
  const latestOnly = useRef(only);
  latestOnly.current = only;
  const showAll = useCallback(() => {
    setSearch('');
    setView({ chip: null, columns: view.columns });
    latestOnly.current?.onClear();
  }, [setView, view.columns]);
  return { view, setView, search, setSearch, showAll };
}
