import { type Parts, pathsIn, xmlPart } from '../officeFile.ts';
import type { MadeText } from '../texts.ts';
import { descendants, textOf, type XmlElement } from '../xml.ts';
import { type Book, openBook, type Sheet } from './book.ts';

/** Outside the cells, by the elements that hold it. */
const AROUND: readonly (readonly [elements: readonly string[], where: string])[] = [
  [['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'], '页眉或页脚'],
  [['dataValidation'], '数据验证'],
  [['cfRule'], '条件格式'],
];

const saidBy = ({ attributes, children }: XmlElement): string =>
  [...Object.values(attributes), ...children.map(textOf)].join('\n');

/** A shared text stands in the file once, wherever cells show it. */
const sharedIndex = (cell: XmlElement): number | undefined =>
  cell.attributes.t === 's' ? Number(descendants(cell, 'v').map(textOf).join('')) : undefined;

const cellsOf = ({ root }: Sheet): readonly XmlElement[] => descendants(root, 'c');

function sheetTexts(sheet: Sheet, { sheets, strings }: Book): readonly MadeText[] {
  const named = sheets.length > 1 || sheet.isHidden;
  const prefix = named ? `${sheet.isHidden ? '隐藏的' : ''}“${sheet.name}”工作表` : '';
  const cells = cellsOf(sheet).flatMap((cell): readonly MadeText[] => {
    const where = `${prefix}${cell.attributes.r ?? ''}单元格`;
    const shared = strings[sharedIndex(cell) ?? -1];
    // The value and the formula it comes from are texts apart.
    const texts = shared ? [shared] : descendants(cell, 'is', 'v', 'f');
    return texts.map((one) => ({ where, text: textOf(one), kind: 'body' }));
  });
  const around = AROUND.flatMap(([elements, where]) =>
    descendants(sheet.root, ...elements).map(
      (one): MadeText => ({ where: `${prefix}${where}`, text: saidBy(one), kind: 'around' }),
    ),
  );
  return [...cells, ...around];
}

/** Texts no cell shows any more, which programs leave in the file. */
function unusedTexts({ sheets, strings }: Book): readonly MadeText[] {
  const used = new Set(sheets.flatMap((sheet) => cellsOf(sheet).map(sharedIndex)));
  return strings
    .filter((_, index) => !used.has(index))
    .map((one) => ({ where: '已不显示的单元格文字', text: textOf(one), kind: 'unseen' }));
}

const namesIn = ({ root, sheets }: Book): readonly MadeText[] => [
  ...sheets.map(({ name }): MadeText => ({ where: '工作表名称', text: name, kind: 'around' })),
  ...descendants(root, 'definedName').map(
    (one): MadeText => ({ where: '定义的名称', text: saidBy(one), kind: 'unseen' }),
  ),
];

const drawnTexts = (parts: Parts): readonly MadeText[] =>
  pathsIn(parts, /^xl\/drawings\/[^/]+\.(xml|vml)$/).flatMap((path) => {
    const root = xmlPart(parts, path);
    const drawn = root ? descendants(root, 'p', 'textbox') : [];
    return drawn.map((one): MadeText => ({ where: '图形或文本框', text: textOf(one), kind: 'around' }));
  });

/** What a workbook says, sheet by sheet, hidden ones too, by where it stands. */
export function xlsxTexts(parts: Parts): readonly MadeText[] {
  const book = openBook(parts);
  // Names come first: a place is told by the name of its sheet, which must have been found clean by then.
  return [
    ...namesIn(book),
    ...book.sheets.flatMap((sheet) => sheetTexts(sheet, book)),
    ...unusedTexts(book),
    ...drawnTexts(parts),
  ];
}
