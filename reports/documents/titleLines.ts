/** Width in ems: a Latin letter or digit counts half, and a little more for wide faces. */
export const emsOf = (text: string, latin = 0.55): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x250 ? latin : 1), 0);

/** Every way to cut `phrases` into `count` lines that fit. */
function* cuts(phrases: readonly string[], count: number, width: number): Generator<readonly string[]> {
  if (emsOf(phrases.join('')) > count * width) return;
  if (count === 1) {
    yield [phrases.join('')];
    return;
  }
  for (let end = 1; end <= phrases.length - count + 1; end++) {
    const line = phrases.slice(0, end).join('');
    if (emsOf(line) > width) return;
    for (const rest of cuts(phrases.slice(end), count - 1, width)) yield [line, ...rest];
  }
}

const widest = (lines: readonly string[]): number => Math.max(...lines.map((line) => emsOf(line)));

/** GB/T 9704 7.3.1: a trapezium or a rhombus, so no line is shorter than both its neighbours. */
const hasWaist = (lines: readonly string[]): boolean =>
  lines.some((line, at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]];
    return (
      before !== undefined && after !== undefined && emsOf(line) < emsOf(before) && emsOf(line) < emsOf(after)
    );
  });

/**
 * A title in as few lines as fit, broken between phrases, without a waist and as even as possible (GB/T 9704:
 * 词意完整、排列对称). A single phrase too long for a line is cut into words first.
 */
export function titleLines(phrases: readonly string[], widthInEms: number): readonly string[] {
  const pieces = phrases.flatMap((one) => (emsOf(one) <= widthInEms ? [one] : wordsOf(one, widthInEms)));
  for (let count = 1; count < pieces.length; count++) {
    const [best] = [...cuts(pieces, count, widthInEms)].sort(
      (one, other) => Number(hasWaist(one)) - Number(hasWaist(other)) || widest(one) - widest(other),
    );
    if (best) return best;
  }
  return pieces;
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Short words are kept together: a line does not begin with a lone character, and there are few ways to cut. */
const SHORTEST_PIECE = 3;

/** Punctuation stays with the word it closes or opens; a word longer than a line is cut anywhere. */
function wordsOf(text: string, widthInEms: number): readonly string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const open = pieces.at(-1);
    const joins =
      open !== undefined &&
      (emsOf(open) < SHORTEST_PIECE ||
        /^[\p{Pe}\p{Pf}\p{Po}]/u.test(segment) ||
        /[\p{Ps}\p{Pi}]$/u.test(open));
    if (joins) pieces[pieces.length - 1] = open + segment;
    else pieces.push(segment);
  }
  return pieces.flatMap((one) => (emsOf(one) <= widthInEms ? [one] : (one.match(/.{1,3}/gu) ?? [])));
}

/** Where a title that comes as one text may be broken: at the words titles of this field are made of. */
export const phrasesOf = (title: string): readonly string[] =>
  title
    .split(/(?<=[年：局]|关于|报送|创建工程|小作坊|考评验收|改造提升)(?![”》」度])|(?=[“《「])/)
    .filter((one) => one !== '');
