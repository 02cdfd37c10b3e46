/** What reading one cell gives: a value with the text to show for it, or why it cannot be read. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly shown: string; readonly notes: readonly Fault[] }
  | { readonly ok: false; readonly fault: Fault };

/**
 * The middle of a sentence: 第7行“面积”（F列）：“三十来平”＋`said`＋，应＋`expected`. `found` replaces the cell's own
 * text where that would mislead.
 */
export interface Fault {
  readonly code: string;
  readonly said: string;
  readonly expected?: string;
  readonly found?: string;
}

export const read = <T>(value: T, shown: string, ...notes: readonly Fault[]): Reading<T> => ({
  ok: true,
  value,
  shown,
  notes,
});

export const fault = (code: string, said: string, expected?: string): { ok: false; fault: Fault } => ({
  ok: false,
  fault: expected === undefined ? { code, said } : { code, said, expected },
});
