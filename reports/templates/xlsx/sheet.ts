import type { TemplateData } from '../data.ts';
import { lookupIn, valueText } from '../data.ts';
import { fillText, repeatsIn } from '../placeholders.ts';
import {
  childNamed,
  childrenNamed,
  isNamed,
  localName,
  mapTree,
  sibling,
  textOf,
  withAttributes,
  withChildren,
  withoutAttributes,
  type XmlElement,
} from '../xml.ts';
import { cellText, fillCell, rowText, type SharedStrings } from './cells.ts';
import { evaluate, type ValueAt } from './evaluate.ts';
import { type CellFormat, columnWidths, type SheetMeasures, withHeight } from './heights.ts';
import {
  columnNumber,
  moveInside,
  moveOutside,
  moveRanges,
  offsetFormula,
  parseRef,
  type Repeat,
  writeRef,
} from './refs.ts';

/** The row of a sheet with the list's placeholders in it. */
export function repeatedRow(sheet: XmlElement, strings: SharedStrings): XmlElement | undefined {
  const rows = childNamed(sheet, 'sheetData');
  return rows && childrenNamed(rows, 'row').find((row) => repeatsIn(rowText(row, strings)));
}

/** Which row of a sheet stands how often; `undefined` where none is repeated. An empty list leaves one blank row. */
export function repeatOf(sheet: XmlElement, strings: SharedStrings, data: TemplateData): Repeat | undefined {
  const row = repeatedRow(sheet, strings);
  return row && { row: Number(row.attributes.r), copies: Math.max(1, data.rows.length) };
}

const addressed = (cell: XmlElement, move: (row: number) => number): XmlElement => {
  const ref = parseRef(cell.attributes.r ?? '');
  return ref ? withAttributes(cell, { r: writeRef({ ...ref, row: move(ref.row) }) }) : cell;
};

const withFormula = (cell: XmlElement, change: (formula: string) => string): XmlElement => {
  const formula = childNamed(cell, 'f');
  if (!formula) return cell;
  return withChildren(
    cell,
    cell.children.map((child) =>
      child === formula ? withChildren(formula, [change(textOf(formula))]) : child,
    ),
  );
};

/** Formulas that Excel keeps once for many cells, written out: copies and moves need each its own. */
export function withPlainFormulas(sheetData: XmlElement): XmlElement {
  const masters = new Map<string, { readonly formula: string; readonly cell: string }>();
  for (const row of childrenNamed(sheetData, 'row')) {
    for (const cell of childrenNamed(row, 'c')) {
      const formula = childNamed(cell, 'f');
      const { t, si, ref } = formula?.attributes ?? {};
      if (formula && t === 'shared' && si !== undefined && ref !== undefined)
        masters.set(si, { formula: textOf(formula), cell: cell.attributes.r ?? '' });
    }
  }
  if (masters.size === 0) return sheetData;
  const plain = (cell: XmlElement): XmlElement => {
    const formula = childNamed(cell, 'f');
    const master = formula?.attributes.t === 'shared' ? masters.get(formula.attributes.si ?? '') : undefined;
    const [from, here] = [parseRef(master?.cell ?? ''), parseRef(cell.attributes.r ?? '')];
    if (!formula || !master || !from || !here) return cell;
    const columns = columnNumber(here.column) - columnNumber(from.column);
    const own = withoutAttributes(
      withChildren(formula, [offsetFormula(master.formula, here.row - from.row, columns)]),
      't',
      'si',
      'ref',
    );
    return withChildren(
      cell,
      cell.children.map((child) => (child === formula ? own : child)),
    );
  };
  return mapCells(sheetData, plain);
}

const mapCells = (sheetData: XmlElement, change: (cell: XmlElement) => XmlElement): XmlElement =>
  mapTree(sheetData, (one) => (isNamed(one, 'c') ? change(one) : one)) ?? sheetData;

interface Filling {
  readonly strings: SharedStrings;
  readonly data: TemplateData;
  readonly formats: readonly CellFormat[];
  readonly repeat: Repeat | undefined;
  /** Of any sheet by its name; `undefined` is this one. */
  readonly repeatOf: (sheet: string | undefined) => Repeat | undefined;
}

/** Merged ranges that lie in the repeated row: each copy gets its own. */
function rowMerges(
  sheet: XmlElement,
  { row }: Repeat,
): readonly { readonly from: string; readonly to: string }[] {
  const merges = childNamed(sheet, 'mergeCells');
  return (merges ? childrenNamed(merges, 'mergeCell') : []).flatMap(({ attributes }) => {
    const [from, to] = (attributes.ref ?? '').split(':').map(parseRef);
    return from && to && from.row === row && to.row === row ? [{ from: from.column, to: to.column }] : [];
  });
}

function filledRows(sheet: XmlElement, sheetData: XmlElement, filling: Filling): readonly XmlElement[] {
  const { strings, data, repeat } = filling;
  const lookup = lookupIn(data);
  const measures: SheetMeasures = {
    formats: filling.formats,
    width: columnWidths(sheet),
    merged: new Map(
      (repeat ? rowMerges(sheet, repeat) : []).map(({ from, to }) => [
        from,
        columnNumber(to) - columnNumber(from) + 1,
      ]),
    ),
  };
  const fillRow = (
    row: XmlElement,
    to: number,
    values: TemplateData['rows'][number] | undefined,
    copy: number | undefined,
  ): XmlElement => {
    const cells = row.children.map((child) => {
      if (typeof child === 'string') return child;
      const moved = addressed(fillCell(child, strings, lookup(values)), () => to);
      return withFormula(moved, (formula) =>
        copy === undefined || !repeat
          ? moveOutside(formula, filling.repeatOf)
          : moveInside(formula, repeat, copy),
      );
    });
    return withAttributes(withChildren(row, cells), { r: String(to) });
  };
  return childrenNamed(sheetData, 'row').flatMap((row) => {
    const at = Number(row.attributes.r);
    if (repeat && at === repeat.row) {
      return Array.from({ length: repeat.copies }, (_, copy) =>
        withHeight(fillRow(row, at + copy, data.rows[copy] ?? [], copy), measures, (cell) =>
          cellText(cell, strings),
        ),
      );
    }
    return [fillRow(row, repeat && at > repeat.row ? at + repeat.copies - 1 : at, undefined, undefined)];
  });
}

/** Sums and the like with the values they come to; what is beyond the program is left to whoever opens the file. */
function withResults(sheetData: XmlElement, strings: SharedStrings): XmlElement {
  const cells = new Map(
    childrenNamed(sheetData, 'row')
      .flatMap((row) => childrenNamed(row, 'c'))
      .map((cell) => [cell.attributes.r ?? '', cell] as const),
  );
  const known = new Map<string, number | string | null | undefined>();
  const valueAt: ValueAt = (address) => {
    if (known.has(address)) return known.get(address);
    // A formula that leads back to itself has no value.
    known.set(address, undefined);
    const value = worth(cells.get(address));
    known.set(address, value);
    return value;
  };
  const worth = (cell: XmlElement | undefined): number | string | null | undefined => {
    if (!cell) return null;
    const formula = childNamed(cell, 'f');
    if (formula) return formula.attributes.t === undefined ? evaluate(textOf(formula), valueAt) : undefined;
    const text = cellText(cell, strings);
    if (text !== '') return text;
    const value = childNamed(cell, 'v');
    return value && cell.attributes.t !== 's' ? Number(textOf(value)) : null;
  };
  return mapCells(sheetData, (cell) => {
    const formula = childNamed(cell, 'f');
    if (!formula) return cell;
    const value = valueAt(cell.attributes.r ?? '');
    const result = typeof value === 'number' ? [sibling(cell, 'v', {}, [String(value)])] : [];
    return withoutAttributes(withChildren(cell, [formula, ...result]), 't');
  });
}

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
  const inRow = new Set(rowMerges(sheet, repeat).map(({ from }) => `${from}${repeat.row}`));
  const others = childrenNamed(merges, 'mergeCell').filter(
    ({ attributes }) => !inRow.has((attributes.ref ?? '').split(':')[0] ?? ''),
  );
  const copies = rowMerges(sheet, repeat).flatMap(({ from, to }) =>
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
