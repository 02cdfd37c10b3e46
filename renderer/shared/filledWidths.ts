/**
 * The widths of columns that are to fill a table: as they are where they need more than there is, else all grow alike and
 * the last takes what is left. Antd does the same, but only after a first drawing, and draws every cell once more.
 */
export function filledWidths(widths: readonly number[], available: number): readonly number[] {
  const needed = widths.reduce((sum, one) => sum + one, 0);
  if (needed === 0 || needed >= available) return widths;
  const grown = widths.map((one) => Math.floor((one * available) / needed));
  const rest = available - grown.slice(0, -1).reduce((sum, one) => sum + one, 0);
  return [...grown.slice(0, -1), rest];
}
