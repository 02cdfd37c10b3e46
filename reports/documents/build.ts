import type { Align, Block, Cell, Column, Heading, Note, Paragraph, Together } from './official.ts';

/** Short ways to write the parts of an OfficialDocument. */

export const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text });

export const paragraph = (text: string): Paragraph => ({
  kind: 'paragraph',
  text,
  indent: true,
  align: 'left',
});

export const plainLine = (text: string, align: Align = 'left'): Paragraph => ({
  kind: 'paragraph',
  text,
  indent: false,
  align,
});

export const note = (text: string): Note => ({ kind: 'note', text });

export const together = (...blocks: readonly Block[]): Together => ({ kind: 'together', blocks });

/** Paragraphs of a text that somebody typed: a line break there starts a new paragraph here. */
export const paragraphs = (text: string): readonly Paragraph[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph);

type CellOptions = Partial<Omit<Cell, 'text'>>;

export const cell = (text: string, options: CellOptions = {}): Cell => ({
  text,
  columns: 1,
  rows: 1,
  isLabel: false,
  room: 0,
  foot: [],
  ...options,
});

export const label = (text: string, options: CellOptions = {}): Cell =>
  cell(text, { isLabel: true, align: 'center', ...options });

export const column = (weight: number, align: Align = 'left'): Column => ({ weight, align });

/** Where somebody signs by hand. */
export const signatureFoot = (who = '签字'): readonly string[] => [
  `${who}：　　　　　　　　`,
  '　　　年　　月　　日',
];
