/** The chip, or chips, a row of a list belongs to. */
export type ChipOf<Row> = (row: Row) => string | readonly string[];

/** How many rows stand behind each chip. */
export function countChips<Row>(
  rows: readonly Row[],
  chipOf: ChipOf<Row> | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (!chipOf) return counts;
  for (const row of rows)
    for (const chip of [chipOf(row)].flat()) counts.set(chip, (counts.get(chip) ?? 0) + 1);
  return counts;
}

/** Which filters are on, in words. */
export const filtersText = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((one) => one !== undefined && one.trim() !== '').join('；');

/** Words parted by spaces must all occur. */
export const matches = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));
