import type { Block } from './official.ts';

/** Signatures never stand alone on a page: at least so many lines or rows of what precedes stand above them. */
export const LINES_ALONG = 2;
export const ROWS_ALONG = 2;

/** A group of signatures and the like with no sentence of its own: what precedes it goes along to a new page. */
export const closesPaper = (block: Block | undefined): boolean =>
  block?.kind === 'together' && !block.blocks.some((one) => one.kind === 'paragraph' && one.indent);
