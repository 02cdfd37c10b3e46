import type { ColumnType } from 'antd/es/table';
import type { ListValue } from '../../db/model/lists.ts';

export interface DataColumn<Row> extends Omit<ColumnType<Row>, 'key' | 'title' | 'width'> {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  /** Left out of the table until the clerk asks for it. */
  readonly hidden?: boolean;
  /** Shown whatever was chosen: it says why the rows are here. */
  readonly always?: boolean;
  /** What Excel and the clipboard get where the cell shows a tag or more than its text. */
  readonly value?: (row: Row) => ListValue;
}

/** Only these rows, because a link named them. */
export interface OnlyRows {
  readonly label: string;
  readonly keys: ReadonlySet<string>;
  readonly onClear: () => void;
}
