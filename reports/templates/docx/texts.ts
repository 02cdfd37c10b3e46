import { type Parts, xmlPart } from '../officeFile.ts';
import type { MadeText } from '../texts.ts';
import { childNamed, childrenNamed, descendants, isNamed, type XmlElement } from '../xml.ts';
import { paragraphText, textPartsOf } from './fill.ts';

const AROUND: readonly (readonly [part: string, where: string])[] = [
  ['word/header', '页眉'],
  ['word/footer', '页脚'],
  ['word/footnotes', '脚注'],
  ['word/endnotes', '尾注'],
];

const paragraphs = (node: XmlElement, where: string, kind: MadeText['kind']): readonly MadeText[] =>
  descendants(node, 'p').map((one) => ({ where, text: paragraphText(one), kind }));

/** Paragraphs and tables in order, those within content controls too. */
const blocksOf = (node: XmlElement): readonly XmlElement[] =>
  node.children.flatMap((child) => {
    if (isNamed(child, 'p', 'tbl')) return [child];
    return isNamed(child, 'sdt', 'sdtContent', 'customXml', 'ins') ? blocksOf(child) : [];
  });

/** By paragraph and by row of a table, counted as one reads. */
function bodyTexts(body: XmlElement): readonly MadeText[] {
  const blocks = blocksOf(body);
  const numberOf = (block: XmlElement): number =>
    blocks.slice(0, blocks.indexOf(block) + 1).filter(({ name }) => name === block.name).length;
  return blocks.flatMap((block) => {
    const number = numberOf(block);
    if (isNamed(block, 'p')) {
      const where = `正文第${number}段`;
      const own: MadeText = { where, text: paragraphText(block), kind: 'body' };
      return [own, ...paragraphs(block, `${where}的文本框`, 'body')];
    }
    return childrenNamed(block, 'tr').flatMap((row, index) =>
      paragraphs(row, `第${number}个表格第${index + 1}行`, 'body'),
    );
  });
}

/** What a Word document says on its pages, by where it stands. */
export const docxTexts = (parts: Parts): readonly MadeText[] =>
  textPartsOf(parts).flatMap((path) => {
    const root = xmlPart(parts, path);
    if (!root) return [];
    const body = childNamed(root, 'body');
    if (body) return bodyTexts(body);
    const where = AROUND.find(([part]) => path.startsWith(part))?.[1] ?? '正文';
    return paragraphs(root, where, 'around');
  });
