import { type Lookup, valueText } from '../data.ts';
import { fillText, hasPlaceholder, placeholdersIn } from '../placeholders.ts';
import {
  childNamed,
  childrenNamed,
  descendants,
  sibling,
  textOf,
  withChildren,
  withoutAttributes,
  type XmlElement,
} from '../xml.ts';

/** The strings cells point to (`xl/sharedStrings.xml`), each as its element. */
export type SharedStrings = readonly XmlElement[];

/** The element that holds a cell's text: its own, or the shared one it points to. */
function textElement(cell: XmlElement, strings: SharedStrings): XmlElement | undefined {
  if (cell.attributes.t === 'inlineStr') return childNamed(cell, 'is');
  const value = childNamed(cell, 'v');
  return cell.attributes.t === 's' && value ? strings[Number(textOf(value))] : undefined;
}

/** Without the phonetic guides that may stand beside a text. */
const textParts = (holder: XmlElement): readonly XmlElement[] =>
  holder.children.length === 0
    ? []
    : [
        ...childrenNamed(holder, 't'),
        ...childrenNamed(holder, 'r').flatMap((run) => childrenNamed(run, 't')),
      ];

export const cellText = (cell: XmlElement, strings: SharedStrings): string => {
  const holder = textElement(cell, strings);
  return holder ? textParts(holder).map(textOf).join('') : '';
};

/** The row's cells with a placeholder in them. */
export const rowText = (row: XmlElement, strings: SharedStrings): string =>
  childrenNamed(row, 'c')
    .map((cell) => cellText(cell, strings))
    .join('\n');

const asText = (cell: XmlElement, content: readonly XmlElement[]): XmlElement => ({
  ...withoutAttributes(cell, 't'),
  attributes: { ...cell.attributes, t: 'inlineStr' },
  children: [sibling(cell, 'is', {}, content)],
});

const textRun = (cell: XmlElement, text: string): XmlElement =>
  sibling(cell, 't', { 'xml:space': 'preserve' }, [text]);

/** A text of several formats keeps them, as long as no placeholder stands across two. */
function richText(cell: XmlElement, holder: XmlElement, lookup: Lookup): readonly XmlElement[] | undefined {
  const runs = childrenNamed(holder, 'r');
  const whole = placeholdersIn(runs.map(textOf).join('')).length;
  const apart = runs.reduce((sum, run) => sum + placeholdersIn(textOf(run)).length, 0);
  if (runs.length === 0 || whole !== apart) return undefined;
  return runs.map((run) =>
    withChildren(run, [
      ...childrenNamed(run, 'rPr'),
      textRun(cell, filled(descendants(run, 't').map(textOf).join(''), lookup)),
    ]),
  );
}

const filled = (text: string, lookup: Lookup): string =>
  fillText(text, (placeholder) => {
    const field = lookup(placeholder);
    return field ? valueText(field) : '';
  });

/** A cell with its placeholders filled: a lone number stays a number, everything else is text and stays so. */
export function fillCell(cell: XmlElement, strings: SharedStrings, lookup: Lookup): XmlElement {
  const holder = textElement(cell, strings);
  const text = cellText(cell, strings);
  if (!holder || !hasPlaceholder(text)) return cell;
  const [only] = placeholdersIn(text);
  const field = only && text.trim() === only.typed ? lookup(only) : undefined;
  if (field?.value === null || field?.value === '') return withChildren(withoutAttributes(cell, 't'), []);
  if (typeof field?.value === 'number') {
    return withChildren(withoutAttributes(cell, 't'), [sibling(cell, 'v', {}, [String(field.value)])]);
  }
  return asText(cell, richText(cell, holder, lookup) ?? [textRun(cell, filled(text, lookup))]);
}
