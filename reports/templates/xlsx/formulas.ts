import {
  childNamed,
  childrenNamed,
  isNamed,
  mapTree,
  sibling,
  textOf,
  withChildren,
  withoutAttributes,
  type XmlElement,
} from '../xml.ts';
import { cellText, type SharedStrings } from './cells.ts';
import { evaluate, type ValueAt } from './evaluate.ts';
import { columnNumber, offsetFormula, parseRef } from './refs.ts';

const mapCells = (sheetData: XmlElement, change: (cell: XmlElement) => XmlElement): XmlElement =>
  mapTree(sheetData, (one) => (isNamed(one, 'c') ? change(one) : one)) ?? sheetData;

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

/** Sums and the like with the values they come to; what is beyond the program is left to whoever opens the file. */
export function withResults(sheetData: XmlElement, strings: SharedStrings): XmlElement {
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
