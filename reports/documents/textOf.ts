import { inChinese } from '../../db/model/dates.ts';
import { assertNever } from '../../db/model/problems.ts';
import type { Block, Cell, OfficialDocument } from './official.ts';

const cellTexts = (rows: readonly (readonly Cell[])[]): readonly string[] =>
  rows.flat().flatMap((cell) => [cell.text, ...cell.foot]);

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.text];
    case 'table':
      return [...cellTexts(block.header), ...cellTexts(block.rows), ...cellTexts(block.totals)];
    case 'form':
      return cellTexts(block.rows);
    case 'annexes':
      return ['附件：', ...block.names];
    case 'sheetStart':
      return [block.title.join(''), block.subtitle ?? ''];
    case 'annexStart':
      return [block.label, block.title];
    case 'signOff':
      return [block.office, inChinese(block.date)];
    case 'checkCode':
      return [`${block.label}：${block.code}`, block.explanation];
    case 'pictures':
      return block.pictures.map((one) => one.caption);
    case 'together':
      return block.blocks.flatMap(blockTexts);
    default:
      return assertNever(block);
  }
}

/** Everything a document prints, piece by piece, in order; running foot and watermark last. */
export function textOf(document: OfficialDocument): readonly string[] {
  return [
    document.formNumber ?? '',
    document.title.join(''),
    document.subtitle ?? '',
    document.addressee ? `${document.addressee}：` : '',
    ...document.blocks.flatMap(blockTexts),
    document.runningFoot ?? '',
    document.watermark ?? '',
  ].filter((text) => text.trim() !== '');
}
