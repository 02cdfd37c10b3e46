/** Width in ems: a Latin letter or digit counts half. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x250 ? 0.55 : 1), 0);

/** Every way to cut `phrases` into `count` lines. */
function* cuts(phrases: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 1) {
    yield [phrases.join('')];
    return;
  }
  for (let end = 1; end <= phrases.length - count + 1; end++) {
    for (const rest of cuts(phrases.slice(end), count - 1)) yield [phrases.slice(0, end).join(''), ...rest];
  }
}

const widest = (lines: readonly string[]): number => Math.max(...lines.map(emsOf));

/**
 * A title in as few lines as fit, broken between phrases and as even as possible (GB/T 9704: 词意完整、排列对称).
 * A single phrase too long for a line is left to the renderer.
 */
export function titleLines(phrases: readonly string[], widthInEms: number): readonly string[] {
  for (let count = 1; count < phrases.length; count++) {
    const fitting = [...cuts(phrases, count)].filter((lines) => widest(lines) <= widthInEms);
    const best = fitting.sort((one, other) => widest(one) - widest(other)).at(0);
    if (best) return best;
  }
  return phrases;
}
