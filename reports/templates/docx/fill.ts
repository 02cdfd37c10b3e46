import { type Lookup, lookupIn, type TemplateData, valueText } from '../data.ts';
import { type Parts, pathsIn, xmlPart } from '../officeFile.ts';
import { hasPlaceholder, placeholdersIn, placesIn, repeatsIn } from '../placeholders.ts';
import {
  descendants,
  isElement,
  isNamed,
  mapTree,
  sibling,
  textOf,
  withAttributes,
  withChildren,
  writeXml,
  type XmlElement,
  type XmlNode,
} from '../xml.ts';

/** The parts of a Word file that hold text: body, headers and footers, notes. */
const TEXT_PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

export const textPartsOf = (parts: Parts): readonly string[] => pathsIn(parts, TEXT_PARTS);

/** The runs' texts of one paragraph; a text box inside it is paragraphs of its own. */
const ownTexts = (node: XmlElement): readonly XmlElement[] =>
  node.children
    .filter(isElement)
    .flatMap((child) =>
      isNamed(child, 't') ? [child] : isNamed(child, 'p', 'txbxContent') ? [] : ownTexts(child),
    );

export const paragraphText = (paragraph: XmlElement): string => ownTexts(paragraph).map(textOf).join('');

const changedTexts = (
  node: XmlElement,
  changed: ReadonlyMap<XmlElement, readonly XmlElement[]>,
): XmlElement =>
  withChildren(
    node,
    node.children.flatMap((child): readonly XmlNode[] =>
      isElement(child) ? (changed.get(child) ?? [changedTexts(child, changed)]) : [child],
    ),
  );

/** A text of several lines: one element each, with a break between. */
function lines(holder: XmlElement, text: string): readonly XmlElement[] {
  const line = (one: string): XmlElement =>
    withAttributes(withChildren(holder, [one]), { 'xml:space': 'preserve' });
  return text
    .split('\n')
    .flatMap((one, index) => (index === 0 ? [line(one)] : [sibling(holder, 'br'), line(one)]));
}

/**
 * Fills a paragraph. Word cuts a text into runs wherever it likes, also within a placeholder: the value goes to the
 * run where the placeholder begins and takes its format, the rest of the placeholder goes.
 */
function fillParagraph(paragraph: XmlElement, lookup: Lookup): XmlElement {
  const texts = ownTexts(paragraph);
  const whole = texts.map(textOf).join('');
  if (!hasPlaceholder(whole)) return paragraph;
  const places = placesIn(whole);
  const changed = new Map<XmlElement, readonly XmlElement[]>();
  let start = 0;
  for (const holder of texts) {
    const own = textOf(holder);
    let text = '';
    for (let at = 0; at < own.length; at++) {
      const place = places.find(({ from, to }) => from <= start + at && start + at < to);
      if (!place) text += own[at];
      else if (place.from === start + at) text += said(place.placeholder, lookup);
    }
    if (text !== own) changed.set(holder, lines(holder, text));
    start += own.length;
  }
  return changedTexts(paragraph, changed);
}

const said = (placeholder: Parameters<Lookup>[0], lookup: Lookup): string => {
  const field = lookup(placeholder);
  return field ? valueText(field) : '';
};

/** A paragraph that is one placeholder alone becomes as many paragraphs as its text has. */
function filledParagraphs(paragraph: XmlElement, lookup: Lookup): readonly XmlElement[] {
  const text = paragraphText(paragraph).trim();
  const [only] = placeholdersIn(text);
  const field = only && text === only.typed ? lookup(only) : undefined;
  const value = field === undefined ? '' : valueText(field);
  if (!field || !value.includes('\n')) return [fillParagraph(paragraph, lookup)];
  return value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => fillParagraph(paragraph, () => ({ ...field, kind: 'text', value: line })));
}

/** The texts of a row without those of tables inside it. */
const rowText = (node: XmlElement): string =>
  node.children
    .filter(isElement)
    .map((child) => (isNamed(child, 't') ? textOf(child) : isNamed(child, 'tr') ? '' : rowText(child)))
    .join('');

/**
 * Whether a row stands once for each line of the list: by its own placeholders, or as a card with a table inside that
 * has them in several rows. One such row inside is the list's row itself.
 */
export const isListRow = (row: XmlElement): boolean =>
  repeatsIn(rowText(row)) || descendants(row, 'tr').filter((one) => repeatsIn(rowText(one))).length > 1;

type Rows = TemplateData['rows'];
type LookupOf = ReturnType<typeof lookupIn>;

/** Siblings in order: rows of tables and runs of paragraphs with the list's placeholders stand once for each line. */
function fillBlocks(children: readonly XmlNode[], lookupOf: LookupOf, rows: Rows): readonly XmlNode[] {
  const filled: XmlNode[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child === undefined || !isElement(child)) {
      if (child !== undefined) filled.push(child);
    } else if (isNamed(child, 'tr') && isListRow(child)) {
      const lines = rows.length > 0 ? rows : [[]];
      // Within the row the list is this one line.
      filled.push(...lines.map((row) => fillNode(child, lookupOf, [row])));
    } else if (isNamed(child, 'p') && repeatsIn(paragraphText(child))) {
      const group = groupFrom(children, at);
      filled.push(...rows.flatMap((row) => group.flatMap((one) => filledParagraphs(one, lookupOf(row)))));
      at += group.length - 1;
    } else if (isNamed(child, 'p')) {
      filled.push(...filledParagraphs(fillNode(child, lookupOf, rows), lookupOf()));
    } else filled.push(fillNode(child, lookupOf, rows));
  }
  return filled;
}

/** The paragraphs from here on that all belong to a line of the list. */
function groupFrom(children: readonly XmlNode[], from: number): readonly XmlElement[] {
  const rest = children.slice(from);
  const end = rest.findIndex((one) => !isNamed(one, 'p') || !repeatsIn(paragraphText(one)));
  return rest.slice(0, end < 0 ? rest.length : end).filter(isElement);
}

const fillNode = (node: XmlElement, lookupOf: LookupOf, rows: Rows): XmlElement =>
  withChildren(node, fillBlocks(node.children, lookupOf, rows));

/** Word's link to the style file of whoever drew the template: a path of a foreign PC. */
function withoutStyleFile(parts: Parts): readonly (readonly [string, XmlElement])[] {
  return ['word/settings.xml', 'word/_rels/settings.xml.rels'].flatMap((path) => {
    const root = xmlPart(parts, path);
    const kept =
      root &&
      mapTree(root, (one) =>
        (one.attributes.Type ?? '').endsWith('/attachedTemplate') || isNamed(one, 'attachedTemplate')
          ? undefined
          : one,
      );
    return kept ? [[path, kept] as const] : [];
  });
}

/** A .docx template with a paper's values: the parts of the finished file. */
export function fillDocx(parts: Parts, data: TemplateData): Parts {
  const filled = new Map(parts);
  const lookupOf = lookupIn(data);
  for (const path of textPartsOf(parts)) {
    const root = xmlPart(parts, path);
    if (root) filled.set(path, writeXml(fillNode(root, lookupOf, data.rows)));
  }
  for (const [path, root] of withoutStyleFile(parts)) filled.set(path, writeXml(root));
  return filled;
}
