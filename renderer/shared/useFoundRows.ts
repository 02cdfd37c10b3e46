import { useDeferredValue, useMemo } from 'react';
import { foldedText } from '../../db/model/cleanText.ts';
import { type ChipOf, countChips, matches } from './tableFilters.ts';

interface Looked<Row> {
  readonly search: string;
  readonly chip: string | null;
  readonly searchText?: ((row: Row) => string) | undefined;
  readonly chipOf?: ChipOf<Row> | undefined;
}

/** The rows that are searched for, how many of them each chip has, and those of the chip that is on. */
export function useFoundRows<Row>(all: readonly Row[], { search, chip, searchText, chipOf }: Looked<Row>) {
  const texts = useMemo(() => all.map((row) => foldedText(searchText?.(row) ?? '')), [all, searchText]);
  const query = useDeferredValue(search);
  const found = useMemo(() => {
    const words = foldedText(query).split(/\s+/).filter(Boolean);
    return words.length === 0 ? all : all.filter((_, index) => matches(texts[index] ?? '', words));
  }, [all, texts, query]);
  const counts = useMemo(() => countChips(found, chipOf), [found, chipOf]);
  const shown = useMemo(
    () => found.filter((row) => chip === null || !chipOf || [chipOf(row)].flat().includes(chip)),
    [found, chipOf, chip],
  );
  return { found, counts, shown };
}
