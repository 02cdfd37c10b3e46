/** Tenths as people write them: `45` → `4.5`, `40` → `4`. */
export const formatPoints = (points: number): string =>
  points % 10 === 0 ? String(points / 10) : (points / 10).toFixed(1);

/** `4.5` → `45`; null for what is no number of points or finer than a tenth. */
export function parsePoints(text: string): number | null {
  const found = /^(\d{1,4})(?:\.(\d)0*)?(?:分)?$/.exec(text.normalize('NFKC').trim());
  return found ? Number(found[1]) * 10 + Number(found[2] ?? 0) : null;
}
