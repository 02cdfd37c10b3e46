import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ListValue } from '../../db/model/lists.ts';
import { listContent, type ValueColumn } from './listValues.ts';
import { useListExport } from './useListExport.ts';

/** A column of a plain table; `value` is what Excel gets where the cell is a part of its own. */
export type ExportColumn<Row> = ColumnsType<Row>[number] & {
  readonly value?: (row: Row) => ListValue;
};

interface Props<Row> {
  /** What the workbook is called: `人员一览表`. */
  readonly title: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: readonly Row[];
}

/** Columns of buttons have nothing to export. */
const ACTIONS: readonly string[] = ['办理', '操作', ''];

const valueColumns = <Row,>(columns: readonly ExportColumn<Row>[]): readonly ValueColumn<Row>[] =>
  columns.flatMap((column, index) => {
    const { title } = column;
    if (typeof title !== 'string' || ACTIONS.includes(title)) return [];
    const dataIndex = 'dataIndex' in column ? column.dataIndex : undefined;
    const key = typeof dataIndex === 'string' ? dataIndex : `${column.key ?? index}`;
    const { align, render, value } = column;
    return [{ key, title, dataIndex, align, render, ...(value ? { value } : {}) }];
  });

/** «导出Excel» for a small table that is no `DataTable`. */
export function ExportButton<Row extends object>({ title, columns, rows }: Props<Row>) {
  const { save, running } = useListExport();
  return (
    <Button
      icon={<FileExcelOutlined />}
      loading={running}
      disabled={rows.length === 0}
      onClick={() => void save({ title, filters: '', ...listContent(valueColumns(columns), rows) })}
    >
      导出Excel
    </Button>
  );
}
