import { type Parts, relationsOf, xmlPart } from '../officeFile.ts';
import { childrenNamed, descendants, type XmlElement } from '../xml.ts';
import type { SharedStrings } from './cells.ts';

export const WORKBOOK = 'xl/workbook.xml';

export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly root: XmlElement;
  readonly isHidden: boolean;
}

/** A template's workbook, taken apart as far as it is to be filled. */
export interface Book {
  readonly root: XmlElement;
  readonly sheets: readonly Sheet[];
  readonly strings: SharedStrings;
  readonly styles: XmlElement | undefined;
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };

/** Attribute names differ by prefix only (`r:id`). */
const relationId = ({ attributes }: XmlElement): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

export function openBook(parts: Parts): Book {
  const root = xmlPart(parts, WORKBOOK) ?? EMPTY;
  const relations = relationsOf(parts, WORKBOOK);
  const partOf = (type: string): XmlElement | undefined => {
    const found = relations.find((one) => one.type === type);
    return found && xmlPart(parts, found.target);
  };
  const sheets = descendants(root, 'sheet').flatMap((entry): readonly Sheet[] => {
    const path = relations.find((one) => one.id === relationId(entry))?.target ?? '';
    const sheet = xmlPart(parts, path);
    const isHidden = ['hidden', 'veryHidden'].includes(entry.attributes.state ?? '');
    return sheet ? [{ name: entry.attributes.name ?? '', path, root: sheet, isHidden }] : [];
  });
  const strings = partOf('sharedStrings');
  return { root, sheets, strings: strings ? childrenNamed(strings, 'si') : [], styles: partOf('styles') };
}
