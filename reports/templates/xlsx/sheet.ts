import { lookupIn, valueText } from '../data.ts';
import { fillText } from '../placeholders.ts';
import {
  childrenNamed,
  isNamed,
  localName,
  mapTree,
  sibling,
  textOf,
  withAttributes,
  withChildren,
  type XmlElement,
} from '../xml.ts';
import { withPlainFormulas, withResults } from './formulas.ts';
import { moveOutside, moveRanges } from './refs.ts';
import { type Filling, filledRows, mergesIn } from './rows.ts';

/** Everything beside the cells that names ranges: merged cells, validations, formats, filters, printed breaks. */
function movedParts(part: XmlElement, { data, repeat, repeatOf: whose }: Filling): XmlElement {
  const lookup = lookupIn(data)();
  const fillHead = (text: string): string =>
    fillText(text, (placeholder) =>
      valueText(lookup(placeholder) ?? { kind: 'text', value: null }).replaceAll('&', '&&'),
    );
  const change = (one: XmlElement): XmlElement => {
    const { ref, sqref, id } = one.attributes;
    const local = localName(one);
    if (/^(odd|even|first)(Header|Footer)$/.test(local)) return withChildren(one, [fillHead(textOf(one))]);
    // `f` and `sqref` are how newer rules and validations write theirs.
    if (/^(formula[12]?|f)$/.test(local)) return withChildren(one, [moveOutside(textOf(one), whose)]);
    if (!repeat) return one;
    if (local === 'sqref') return withChildren(one, [moveRanges(textOf(one), repeat)]);
    if (local === 'brk' && id !== undefined && Number(id) >= repeat.row)
      return withAttributes(one, { id: String(Number(id) + repeat.copies - 1) });
    return withAttributes(one, {
      ...(ref === undefined ? {} : { ref: moveRanges(ref, repeat) }),
      ...(sqref === undefined ? {} : { sqref: moveRanges(sqref, repeat) }),
    });
  };
  return mapTree(part, change) ?? part;
}

function movedMerges(merges: XmlElement, sheet: XmlElement, filling: Filling): XmlElement {
  const { repeat } = filling;
  if (!repeat) return merges;
  const inRow = new Set(mergesIn(sheet, repeat.row).map(({ from }) => `${from}${repeat.row}`));
  const others = childrenNamed(merges, 'mergeCell').filter(
    ({ attributes }) => !inRow.has((attributes.ref ?? '').split(':')[0] ?? ''),
  );
  const copies = mergesIn(sheet, repeat.row).flatMap(({ from, to }) =>
    Array.from({ length: repeat.copies }, (_, copy) =>
      sibling(merges, 'mergeCell', { ref: `${from}${repeat.row + copy}:${to}${repeat.row + copy}` }),
    ),
  );
  const all = [...others.map((one) => movedParts(one, filling)), ...copies];
  return withAttributes(withChildren(merges, all), { count: String(all.length) });
}

/** A worksheet of a template with the paper's values in it. */
export function fillSheet(sheet: XmlElement, filling: Filling): XmlElement {
  return withChildren(
    sheet,
    sheet.children.map((part) => {
      if (typeof part === 'string') return part;
      if (isNamed(part, 'sheetData')) {
        const plain = withPlainFormulas(part);
        return withResults(withChildren(part, filledRows(sheet, plain, filling)), filling.strings);
      }
      // Where the cursor stood when the template was saved.
      if (isNamed(part, 'sheetViews')) return part;
      return isNamed(part, 'mergeCells') ? movedMerges(part, sheet, filling) : movedParts(part, filling);
    }),
  );
}
