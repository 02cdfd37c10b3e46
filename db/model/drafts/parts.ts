import { type Fen, fen, formatYuan } from '../money.ts';
import { TO_WRITE, type WritingFigure, type WritingSection } from '../writing.ts';

/** What the pre-written texts are made of. */

type Figures = readonly (readonly [label: string, value: string, link: string])[];

export const section = (
  key: string,
  heading: string,
  text: string,
  figures: Figures = [],
): WritingSection => ({
  key,
  heading,
  text,
  generated: text,
  figures: figures.map(([label, value, link]): WritingFigure => ({ label, value, link })),
});

export const families = (count: number): string => `${count}家`;

export const yuan = (value: Fen): string => `${formatYuan(value)}元`;

/** What is not nought: a paper does not boast of 0 meetings. */
export const unlessNone = (count: number, text: string): string => (count === 0 ? '' : text);

/** Clauses as one sentence; where the records say nothing, the clerk does. */
export function sentence(...clauses: readonly string[]): string {
  const said = clauses.filter((one) => one !== '');
  return said.length === 0 ? TO_WRITE : `${said.join('，')}。`;
}

/** Where money comes from: `137,600元，其中业主自筹131,100元、其他资金6,500元` */
export function funding(own: Fen, other: Fen): string {
  const total = yuan(fen(own + other));
  if (other === 0) return `${total}，均为业主自筹`;
  return own === 0 ? `${total}，均为其他资金` : `${total}，其中业主自筹${yuan(own)}、其他资金${yuan(other)}`;
}
