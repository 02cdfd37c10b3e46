import type { Content } from 'pdfmake/interfaces.js';
import { assertNever } from '../../db/model/problems.ts';
import { closesPaper, LINES_ALONG, ROWS_ALONG } from '../documents/closing.ts';
import { type Size, textHeight } from '../documents/layout.ts';
import type { Block, Heading, Table, Together } from '../documents/official.ts';
import {
  annexNodes,
  annexStartNodes,
  bodyStyle,
  CHECK_CODE_HEIGHT,
  checkCodeNode,
  headingNodes,
  paragraphNodes,
  pictureNodes,
  QR_SIZE,
  sheetStartNodes,
  signOffNodes,
} from './blocks.ts';
import { formNode, type Setting, tableNode } from './tables.ts';
import { textNodes } from './typesetting.ts';

interface SetBlock {
  readonly nodes: Content[];
  /** Points of it that must stand on the page where it begins. */
  readonly leadHeight: number;
  /** Points of all of it; 0 where nothing asks for it. */
  readonly height: number;
  /** A group that closes a paper and has no text of its own: what precedes it goes along to a new page. */
  readonly closing?: Closing;
}

interface Closing {
  readonly stack: Content[];
  /** A heading alone: the text below it has come along already. */
  readonly takes: 'text' | 'heading';
}

/** Names of styles there are none of: by them pdf.ts sees on which page a table ends and the block after it begins. */
export const lastRowMark = (block: number): string => `lastRow:${block}`;
export const closingMark = (block: number): string => `closing:${block}`;

/**
 * The nodes of a paper. Tables in `split` (by their place among the blocks) send their last rows to the next page,
 * where the signatures after them stand.
 */
export const documentNodes = (
  blocks: readonly Block[],
  setting: Setting,
  split: ReadonlySet<number>,
): Content[] =>
  flow(blocks, (block, index, next) => {
    if (block.kind === 'heading') return setHeading(block, next, setting);
    if (block.kind === 'paragraph' && next.closing?.takes === 'text') {
      return linesAlong(paragraphNodes(block, bodyStyle(setting)), next.closing, setting);
    }
    if (block.kind === 'table')
      return split.has(index) ? splitTable(block, setting) : setTable(block, index, setting);
    if (block.kind === 'together') return setGroup(block, index - 1, setting);
    return setBlock(block, setting);
  });

/** Within a group that moves to the next page as a whole; pdfmake loses what follows a page break inside one. */
function groupNodes(blocks: readonly Block[], setting: Setting): Pick<SetBlock, 'nodes' | 'height'> {
  const style = bodyStyle(setting);
  let height = 0;
  const nodes = flow(blocks, (block) => {
    const set =
      block.kind === 'heading' ? linesOf(headingNodes(block, style), style.size) : setBlock(block, setting);
    height += set.height;
    return set;
  });
  return { nodes, height };
}

/** Lines of text that nodes take, side by side in columns or one below the other. */
function lineCount(node: Content): number {
  if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + lineCount(one), 0);
  if (typeof node !== 'object') return 1;
  if ('stack' in node) return lineCount(node.stack);
  return 'columns' in node ? Math.max(...node.columns.map(lineCount)) : 1;
}

const linesOf = (nodes: Content[], { pitch }: Size): SetBlock => ({
  nodes,
  leadHeight: Math.min(2, nodes.length) * pitch,
  height: lineCount(nodes) * pitch,
});

/** Sets blocks from the last to the first: each is told what follows it. */
function flow(
  blocks: readonly Block[],
  set: (block: Block, index: number, next: SetBlock) => SetBlock,
): Content[] {
  let next: SetBlock = { nodes: [], leadHeight: 0, height: 0 };
  const nodes: Content[][] = [];
  for (const [index, block] of [...blocks.entries()].reverse()) {
    next = set(block, index, next);
    nodes.unshift(next.nodes);
  }
  return nodes.flat();
}

function setBlock(block: Exclude<Block, Heading>, setting: Setting): SetBlock {
  const style = bodyStyle(setting);
  switch (block.kind) {
    case 'paragraph':
      return linesOf(paragraphNodes(block, style), style.size);
    case 'note': {
      const size = setting.layout.type.note;
      return linesOf(textNodes(block.text, { ...style, size }), size);
    }
    case 'table': {
      const { node, ...heights } = tableNode(block, setting);
      return { nodes: [node], ...heights };
    }
    case 'form': {
      const { node, ...heights } = formNode(block, setting);
      return { nodes: [node], ...heights };
    }
    case 'annexes':
      return linesOf(annexNodes(block.names, style), style.size);
    case 'annexStart':
      return { nodes: annexStartNodes(block.label, block.title, style, setting), leadHeight: 0, height: 0 };
    case 'sheetStart':
      return { nodes: sheetStartNodes(block, setting), leadHeight: 0, height: 0 };
    case 'signOff':
      return { ...linesOf(signOffNodes(block, style), style.size), leadHeight: 0 };
    case 'checkCode':
      return {
        nodes: [checkCodeNode(block, style, setting)],
        leadHeight: QR_SIZE,
        height: CHECK_CODE_HEIGHT,
      };
    case 'pictures':
      return { nodes: pictureNodes(block, style, setting), leadHeight: 0, height: 0 };
    case 'together':
      return { ...groupNodes(block.blocks, setting), leadHeight: 0 };
    default:
      return assertNever(block);
  }
}

/**
 * Marked by `headlineLevel`, which carries the points that must be left on the page below its top (see pdf.ts). What
 * it is the heading of may have gone along with the signatures: then it does, too.
 */
function setHeading(heading: Heading, next: SetBlock, setting: Setting): SetBlock {
  const style = bodyStyle(setting);
  const nodes = headingNodes(heading, style);
  if (next.closing) {
    next.closing.stack.unshift(...nodes);
    return { nodes: [], leadHeight: 0, height: 0 };
  }
  const leadHeight = nodes.length * style.size.pitch + next.leadHeight;
  return { nodes: [{ stack: nodes, headlineLevel: Math.ceil(leadHeight) }], leadHeight, height: 0 };
}

/** The last lines of a paragraph go along with the signatures; a short one as a whole. */
function linesAlong(nodes: Content[], closing: Closing, { layout }: Setting): SetBlock {
  const stay = nodes.length < 2 * LINES_ALONG ? 0 : nodes.length - LINES_ALONG;
  closing.stack.unshift(...nodes.slice(stay));
  if (stay === 0) return { nodes: [], leadHeight: 0, height: 0, closing: { ...closing, takes: 'heading' } };
  return { nodes: nodes.slice(0, stay), leadHeight: LINES_ALONG * layout.type.body.pitch, height: 0 };
}

/** 落款 is four lines, and a line of what it closes stands above it. */
const SIGN_OFF_LINES = 5;

const isTable = (node: Content): boolean => typeof node === 'object' && 'table' in node;

/** What is taller than a page must break, or pdfmake loses it: only its last lines are kept together. */
function tallGroup(stack: Content[]): Content[] {
  const end = Math.max(0, stack.length - SIGN_OFF_LINES, stack.findLastIndex(isTable) + 1);
  return [...stack.slice(0, end), { stack: stack.slice(end), unbreakable: true }];
}

/** `after`: the place of the block before it. */
function setGroup(group: Together, after: number, setting: Setting): SetBlock {
  const { nodes: stack, height } = groupNodes(group.blocks, setting);
  const { pitch } = setting.layout.type.body;
  const along = closesPaper(group) ? 2 * LINES_ALONG * pitch : 0;
  if (height + along > textHeight(setting.layout)) {
    return { nodes: tallGroup(stack), leadHeight: LINES_ALONG * pitch, height };
  }
  // pdfmake says of a group where it would have begun: the mark after it says where it stands.
  const mark: Content = { text: ' ', fontSize: 0.1, style: closingMark(after) };
  const nodes: Content[] = [{ stack, unbreakable: true }, mark];
  // It moves as a whole, and a heading before it must know: each line is a node of its own.
  const leadHeight = stack.length * pitch;
  return { nodes, leadHeight, height, ...(closesPaper(group) ? { closing: { stack, takes: 'text' } } : {}) };
}

function setTable(table: Table, index: number, setting: Setting): SetBlock {
  const { node, ...heights } = tableNode(table, setting, lastRowMark(index));
  return { nodes: [node], ...heights };
}

function splitTable(table: Table, setting: Setting): SetBlock {
  const at = Math.max(1, table.rows.length - ROWS_ALONG);
  const first = tableNode({ ...table, rows: table.rows.slice(0, at), totals: [] }, setting);
  const rest = tableNode({ ...table, rows: table.rows.slice(at) }, setting);
  return {
    nodes: [first.node, { stack: [rest.node], pageBreak: 'before' }],
    leadHeight: first.leadHeight,
    height: 0,
  };
}
