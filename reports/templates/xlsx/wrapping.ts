import {
  childNamed,
  childrenNamed,
  isNamed,
  mapTree,
  sibling,
  withAttributes,
  withChildren,
  type XmlElement,
} from '../xml.ts';
import type { CellFormat } from './heights.ts';

/**
 * Excel shows a text of several lines on one, and cuts it off, where its cell was not drawn for more. So each format
 * gets a twin that breaks lines: that of the first format comes after the last of them, and so on.
 */
export const withTwins = (formats: readonly CellFormat[]): readonly CellFormat[] => [
  ...formats,
  ...formats.map((format) => ({ ...format, wraps: true })),
];

function twinOf(format: XmlElement): XmlElement {
  const alignment = childNamed(format, 'alignment') ?? sibling(format, 'alignment');
  const others = format.children.filter((child) => !isNamed(child, 'alignment'));
  return withAttributes(withChildren(format, [withAttributes(alignment, { wrapText: '1' }), ...others]), {
    applyAlignment: '1',
  });
}

/** The styles with the twins in them. */
export function stylesWithTwins(styles: XmlElement): XmlElement {
  const changed = mapTree(styles, (one) => {
    if (!isNamed(one, 'cellXfs')) return one;
    const formats = childrenNamed(one, 'xf');
    const both = [...formats, ...formats.map(twinOf)];
    return withAttributes(withChildren(one, both), { count: String(both.length) });
  });
  return changed ?? styles;
}

const formatOf = (cell: XmlElement): number => Number(cell.attributes.s ?? 0);

/** The cell in the twin of its format, where its own does not break lines. `formats` are those with twins. */
export const inTwin = (cell: XmlElement, formats: readonly CellFormat[]): XmlElement =>
  formats[formatOf(cell)]?.wraps === false
    ? withAttributes(cell, { s: String(formatOf(cell) + formats.length / 2) })
    : cell;

export const isInTwin = (cell: XmlElement, formats: readonly CellFormat[]): boolean =>
  formatOf(cell) >= formats.length / 2;
