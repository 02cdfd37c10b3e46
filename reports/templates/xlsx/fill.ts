import type { TemplateData } from '../data.ts';
import { type Parts, relationsOf, relationsPath, xmlPart } from '../officeFile.ts';
import { hasPlaceholder } from '../placeholders.ts';
import {
  childNamed,
  descendants,
  isNamed,
  mapTree,
  sibling,
  textOf,
  withAttributes,
  withChildren,
  writeXml,
  type XmlElement,
} from '../xml.ts';
import { type Book, openBook, type Sheet, WORKBOOK } from './book.ts';
import { cellFormats } from './heights.ts';
import { moveOutside, moveRanges, moveRows, type Repeat } from './refs.ts';
import { repeatOf } from './rows.ts';
import { fillSheet } from './sheet.ts';
import { isInTwin, stylesWithTwins, withTwins } from './wrapping.ts';

/** Names of ranges, among them print area and repeated rows; and the order to work everything out when opened. */
function filledWorkbook(
  { root }: Book,
  repeatIn: (sheet: string | undefined) => Repeat | undefined,
): XmlElement {
  const moved = (name: XmlElement): XmlElement => {
    const formula = moveOutside(textOf(name), repeatIn);
    const sheet = /^'?([^'!]+)'?!/.exec(formula)?.[1];
    const repeat = repeatIn(sheet);
    return withChildren(name, [repeat ? moveRows(formula, repeat) : formula]);
  };
  const calculation = childNamed(root, 'calcPr');
  const ordered = withAttributes(calculation ?? sibling(root, 'calcPr'), { fullCalcOnLoad: '1' });
  const changed = mapTree(root, (one) => {
    if (isNamed(one, 'definedName')) return moved(one);
    return isNamed(one, 'calcPr') ? ordered : one;
  });
  if (!changed || calculation) return changed ?? root;
  return withChildren(changed, withCalculation(changed, ordered));
}

/** The schema fixes the order: after the names of ranges, or after the sheets where there are none. */
function withCalculation({ children }: XmlElement, ordered: XmlElement): XmlElement['children'] {
  const names = children.findIndex((child) => isNamed(child, 'definedNames'));
  const after = names >= 0 ? names : children.findIndex((child) => isNamed(child, 'sheets'));
  return [...children.slice(0, after + 1), ordered, ...children.slice(after + 1)];
}

/** Where the workbook keeps what its sheets share. */
const partPath = (parts: Parts, kind: 'sharedStrings' | 'styles'): string =>
  relationsOf(parts, WORKBOOK).find(({ type }) => type === kind)?.target ?? '';

/** A string with placeholders is in nobody's use any more; it keeps its place, since cells count them. */
function withoutTemplateTexts(parts: Parts): readonly (readonly [string, XmlElement])[] {
  const path = partPath(parts, 'sharedStrings');
  const root = xmlPart(parts, path);
  const blanked =
    root &&
    mapTree(root, (one) =>
      isNamed(one, 'si') && hasPlaceholder(textOf(one)) ? withChildren(one, [sibling(one, 't')]) : one,
    );
  return blanked ? [[path, blanked]] : [];
}

/** Pictures below the list move down with what they stand beside. Their rows are counted from 0. */
function movedDrawing(drawing: XmlElement, { row, copies }: Repeat): XmlElement {
  const moved = mapTree(drawing, (one) => {
    if (!isNamed(one, 'from', 'to')) return one;
    return withChildren(
      one,
      one.children.map((child) =>
        isNamed(child, 'row') && Number(textOf(child)) >= row
          ? withChildren(child, [String(Number(textOf(child)) + copies - 1)])
          : child,
      ),
    );
  });
  return moved ?? drawing;
}

/** Drawings and tables of a sheet whose row is repeated. */
function movedCompanions(
  parts: Parts,
  { path }: Sheet,
  repeat: Repeat,
): readonly (readonly [string, XmlElement])[] {
  return relationsOf(parts, path).flatMap(({ type, target }): readonly (readonly [string, XmlElement])[] => {
    const root = xmlPart(parts, target);
    if (!root) return [];
    if (type === 'drawing') return [[target, movedDrawing(root, repeat)]];
    if (type !== 'table') return [];
    const moved = mapTree(root, (one) =>
      one.attributes.ref === undefined
        ? one
        : withAttributes(one, { ref: moveRanges(one.attributes.ref, repeat) }),
    );
    return moved ? [[target, moved]] : [];
  });
}

const CHAIN = 'xl/calcChain.xml';

/** The order in which Excel last worked out the formulas: it names cells that have moved, and Excel makes it anew. */
function withoutChain(parts: Parts): readonly (readonly [string, XmlElement])[] {
  if (!parts.has(CHAIN)) return [];
  const dropped = (
    path: string,
    isIt: (one: XmlElement) => boolean,
  ): readonly (readonly [string, XmlElement])[] => {
    const root = xmlPart(parts, path);
    const kept = root && mapTree(root, (one) => (isIt(one) ? undefined : one));
    return kept ? [[path, kept]] : [];
  };
  return [
    ...dropped('[Content_Types].xml', ({ attributes }) => attributes.PartName === `/${CHAIN}`),
    ...dropped(relationsPath(WORKBOOK), ({ attributes }) => (attributes.Type ?? '').endsWith('/calcChain')),
  ];
}

/** An .xlsx template with a paper's values: the parts of the finished file. */
export function fillXlsx(parts: Parts, data: TemplateData): Parts {
  const book = openBook(parts);
  const repeats = new Map(book.sheets.map(({ name, root }) => [name, repeatOf(root, book.strings, data)]));
  const formats = withTwins(cellFormats(book.styles));
  const filled = new Map(parts);
  const put = (path: string, root: XmlElement): void => {
    filled.set(path, writeXml(root));
  };
  let needsTwins = false;
  for (const sheet of book.sheets) {
    const repeat = repeats.get(sheet.name);
    const root = fillSheet(sheet.root, {
      strings: book.strings,
      data,
      formats,
      repeat,
      repeatOf: (name) => repeats.get(name ?? sheet.name),
    });
    put(sheet.path, root);
    if (descendants(root, 'c').some((cell) => isInTwin(cell, formats))) needsTwins = true;
    if (repeat) for (const [path, root] of movedCompanions(parts, sheet, repeat)) put(path, root);
  }
  if (needsTwins && book.styles) put(partPath(parts, 'styles'), stylesWithTwins(book.styles));
  put(
    WORKBOOK,
    filledWorkbook(book, (name) => (name === undefined ? undefined : repeats.get(name))),
  );
  for (const [path, root] of [...withoutTemplateTexts(parts), ...withoutChain(parts)]) put(path, root);
  filled.delete(CHAIN);
  return filled;
}
