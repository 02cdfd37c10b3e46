import { type FontOfRare, hasRare, rareRuns } from '../../fonts/rareRuns.ts';
import type { Parts } from '../officeFile.ts';
import {
  childNamed,
  childrenNamed,
  isNamed,
  mapTree,
  sibling,
  textOf,
  withChildren,
  writeXml,
  type XmlElement,
} from '../xml.ts';
import { openBook } from './book.ts';
import { cellFormats } from './heights.ts';

/** The text of a filled cell in runs, those of rare characters with a face that has them. */
function withRuns(cell: XmlElement, size: number, fontOf: FontOfRare): XmlElement {
  const holder = cell.attributes.t === 'inlineStr' ? childNamed(cell, 'is') : undefined;
  const [only] = holder ? childrenNamed(holder, 't') : [];
  if (!holder || !only || !hasRare(textOf(only), fontOf)) return cell;
  const runs = rareRuns(textOf(only), fontOf).map(({ text, font }) => {
    const face = [sibling(cell, 'rFont', { val: font ?? '' }), sibling(cell, 'sz', { val: String(size) })];
    const properties = font === undefined ? [] : [sibling(cell, 'rPr', {}, face)];
    return sibling(cell, 'r', {}, [...properties, sibling(cell, 't', { 'xml:space': 'preserve' }, [text])]);
  });
  return withChildren(cell, [withChildren(holder, runs)]);
}

/** The filled workbook with its rare characters given faces; the text stays what it was. */
export function nameRareFaces(parts: Parts, fontOf: FontOfRare): Parts {
  const { sheets, styles } = openBook(parts);
  const formats = cellFormats(styles);
  const named = new Map(parts);
  for (const { path, root } of sheets) {
    const changed = mapTree(root, (one) =>
      isNamed(one, 'c') ? withRuns(one, formats[Number(one.attributes.s ?? 0)]?.size ?? 11, fontOf) : one,
    );
    if (changed) named.set(path, writeXml(changed));
  }
  return named;
}
