import { isValidElement, type ReactNode } from 'react';
import type { ListColumn, ListContent, ListValue } from '../../db/model/lists.ts';
import { BLANK } from './format.ts';

/** What exporting and copying need to know of a column. */
export interface ValueColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly dataIndex?: unknown;
  readonly align?: unknown;
  readonly render?: unknown;
  /** What stands in the workbook where the cell shows more than text: a tag, a note on hover. */
  readonly value?: (row: Row) => ListValue;
}

/** The text a rendered cell shows, as far as it stands in the element itself. */
export function textOfNode(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return node.map(textOfNode).join('');
  if (!isValidElement<{ children?: ReactNode }>(node)) return '';
  return textOfNode(node.props.children);
}

type Render<Row> = (value: unknown, row: Row, index: number) => ReactNode;

const isRender = <Row>(render: unknown): render is Render<Row> => typeof render === 'function';

const property = (row: object, key: unknown): unknown =>
  typeof key === 'string' && Object.hasOwn(row, key) ? Reflect.get(row, key) : undefined;

/** What a cell says, as text or as the number it is. */
function cellValue<Row extends object>(column: ValueColumn<Row>, row: Row, index: number): ListValue {
  if (column.value) return column.value(row);
  const plain = property(row, column.dataIndex);
  if (isRender<Row>(column.render)) return textOfNode(column.render(plain, row, index));
  return typeof plain === 'number' || typeof plain === 'string' ? plain : null;
}

/** What a cell says, in words. */
export const cellText = <Row extends object>(column: ValueColumn<Row>, row: Row): string =>
  String(cellValue(column, row, 0) ?? '');

const MONEY = /^(-?[\d,]+(?:\.\d+)?)元$/;
const AREA = /^(-?[\d,]+(?:\.\d+)?)㎡$/;
const NUMBER = /^-?\d{1,9}(?:\.\d+)?$/;

const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(text);
  return found ? Number((found[1] ?? found[0]).replaceAll(',', '')) : undefined;
};

type Kind = ListColumn['kind'];

/** `12,000元` in every cell: a column of money. Digits alone count only where the column is set as figures. */
function kindOf(values: readonly ListValue[], isFigures: boolean): Kind {
  const filled = values.filter((value) => value !== null);
  if (filled.length === 0) return 'text';
  const all = (pattern: RegExp): boolean =>
    filled.every((value) => typeof value === 'string' && pattern.test(value));
  if (all(MONEY)) return 'money';
  if (all(AREA)) return 'area';
  const numeric = filled.every((value) => typeof value === 'number' || (isFigures && NUMBER.test(value)));
  return numeric ? 'count' : 'text';
}

const PATTERNS: Readonly<Record<Exclude<Kind, 'text'>, RegExp>> = { money: MONEY, area: AREA, count: NUMBER };

function asKind(value: ListValue, kind: Kind): ListValue {
  if (value === null || typeof value === 'number') return value;
  return kind === 'text' ? value : (numberIn(value, PATTERNS[kind]) ?? value);
}

/** The list as it is shown, for Excel: columns in their order, numbers as numbers, blanks empty. */
export function listContent<Row extends object>(
  columns: readonly ValueColumn<Row>[],
  rows: readonly Row[],
): Pick<ListContent, 'columns' | 'rows'> {
  const read = columns.map((column) => {
    const values = rows.map((row, index) => {
      const value = cellValue(column, row, index);
      return value === '' || value === BLANK ? null : value;
    });
    const kind = kindOf(values, column.align === 'right');
    return { key: column.key, title: column.title, kind, values: values.map((value) => asKind(value, kind)) };
  });
  return {
    columns: read.map(({ key, title, kind }) => ({ key, title, kind })),
    rows: rows.map((_, index) =>
      Object.fromEntries(read.map(({ key, values }) => [key, values[index] ?? null])),
    ),
  };
}

const tsvCell = (value: ListValue): string => {
  const text = value === null ? '' : String(value);
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Tabs between cells, for pasting into a spreadsheet; the first line names the columns. */
export function listTsv({ columns, rows }: Pick<ListContent, 'columns' | 'rows'>): string {
  const lines = rows.map((row) => columns.map(({ key }) => tsvCell(row[key] ?? null)).join('\t'));
  return [columns.map(({ title }) => tsvCell(title)).join('\t'), ...lines].join('\n');
}
