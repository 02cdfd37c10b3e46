import { lookupIn, type TemplateData } from '../data.ts';
import { hasPlaceholder, repeatsIn } from '../placeholders.ts';
import { childNamed, childrenNamed, textOf, withAttributes, withChildren, type XmlElement } from '../xml.ts';
import { cellText, fillCell, rowText, type SharedStrings } from './cells.ts';
import { type CellFormat, columnWidths, withHeight } from './heights.ts';
import { columnNumber, moveInside, moveOutside, parseRef, type Repeat, writeRef } from './refs.ts';
import { inTwin } from './wrapping.ts';

/** The row of a sheet with the list's placeholders in it. */
function repeatedRow(sheet: XmlElement, strings: SharedStrings): XmlElement | undefined {
  const rows = childNamed(sheet, 'sheetData');
  return rows && childrenNamed(rows, 'row').find((row) => repeatsIn(rowText(row, strings)));
}

/** Which row of a sheet stands how often; `undefined` where none is repeated. An empty list leaves one blank row. */
export function repeatOf(sheet: XmlElement, strings: SharedStrings, data: TemplateData): Repeat | undefined {
  const row = repeatedRow(sheet, strings);
  return row && { row: Number(row.attributes.r), copies: Math.max(1, data.rows.length) };
}

export interface Filling {
  readonly strings: SharedStrings;
  readonly data: TemplateData;
  /** With their twins that break lines. */
  readonly formats: readonly CellFormat[];
  readonly repeat: Repeat | undefined;
  /** Of any sheet by its name; `undefined` is this one. */
  readonly repeatOf: (sheet: string | undefined) => Repeat | undefined;
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

/** Merged ranges that lie in one row. */
export function mergesIn(
  sheet: XmlElement,
  row: number,
): readonly { readonly from: string; readonly to: string }[] {
  const merges = childNamed(sheet, 'mergeCells');
  return (merges ? childrenNamed(merges, 'mergeCell') : []).flatMap(({ attributes }) => {
    const [from, to] = (attributes.ref ?? '').split(':').map(parseRef);
    return from && to && from.row === row && to.row === row ? [{ from: from.column, to: to.column }] : [];
  });
}

/** The rows of a sheet with the values in them, the list's row once for each line. */
export function filledRows(
  sheet: XmlElement,
  sheetData: XmlElement,
  filling: Filling,
): readonly XmlElement[] {
  const { strings, data, repeat } = filling;
  const lookup = lookupIn(data);
  const width = columnWidths(sheet);
  /** As high as its texts need, by the widths and merged cells the row has at its place in the template. */
  const withRoom = (row: XmlElement, at: number): XmlElement => {
    const merged = mergesIn(sheet, at).map(
      ({ from, to }) => [from, columnNumber(to) - columnNumber(from) + 1] as const,
    );
    const measures = { formats: filling.formats, width, merged: new Map(merged) };
    return withHeight(row, measures, (cell) => cellText(cell, strings));
  };
  const fillRow = (
    row: XmlElement,
    to: number,
    values: TemplateData['rows'][number] | undefined,
    copy: number | undefined,
  ): XmlElement => {
    const cells = row.children.map((child) => {
      if (typeof child === 'string') return child;
      const filled = fillCell(child, strings, lookup(values));
      const isBroken = filled !== child && cellText(filled, strings).includes('\n');
      const moved = addressed(isBroken ? inTwin(filled, filling.formats) : filled, () => to);
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
        withRoom(fillRow(row, at + copy, data.rows[copy] ?? [], copy), at),
      );
    }
    const to = repeat && at > repeat.row ? at + repeat.copies - 1 : at;
    const filled = fillRow(row, to, undefined, undefined);
    return [hasPlaceholder(rowText(row, strings)) ? withRoom(filled, at) : filled];
  });
}
