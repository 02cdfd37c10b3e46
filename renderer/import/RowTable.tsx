import { Button, Empty, Tag, Tooltip, Typography } from 'antd';
import { useMemo } from 'react';
import type { ShownImportPreview, ShownImportRow } from '../../db/model/contract/imports.ts';
import { IMPORT_FIELDS, type ImportField, REQUIRED_IMPORT_FIELDS } from '../../db/model/importTypes.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { DataTable } from '../shared/DataTable.tsx';
import type { DataColumn } from '../shared/dataColumn.ts';
import { CellEditor } from './CellEditor.tsx';
import { HiddenRowsChoice } from './HiddenRowsChoice.tsx';
import { cellProblems, chipsOf, ROW_CHIPS, rowLabel, rowSearchText } from './rowState.ts';
import type { Import } from './useImport.ts';

const keyOf = (row: ShownImportRow) => String(row.row);
const LONG = new Set<ImportField>([
  'address',
  'products',
  'homeAddress',
  'problems',
  'renovation',
  'equipment',
]);

/** The matched fields in the sheet's order; required ones that have no column come too, so that they can be filled in. */
function shownFields(preview: ShownImportPreview): readonly ImportField[] {
  const matched = preview.columns.flatMap((column) => (column.field ? [column.field] : []));
  const named = preview.rows.flatMap((row) => row.problems.map((one) => one.field));
  const missing = [...REQUIRED_IMPORT_FIELDS, 'promisedOn' as const].filter((field) => named.includes(field));
  return [...new Set([...matched, ...missing])];
}

const StateTag = ({ row }: { readonly row: ShownImportRow }) => (
  <Tag color={errorsOf(row.problems).length > 0 ? 'red' : 'default'}>{rowLabel(row)}</Tag>
);

const Sentences = ({ row }: { readonly row: ShownImportRow }) => {
  const text = row.problems.map((one) => one.message).join('；');
  return (
    <Tooltip title={text}>
      <Typography.Text type={row.valid ? 'secondary' : 'danger'} ellipsis>
        {text}
      </Typography.Text>
    </Tooltip>
  );
};

function columnsOf(work: Import, preview: ShownImportPreview): readonly DataColumn<ShownImportRow>[] {
  const leaveOut = (row: number) => work.choose({ leftOut: [...(work.choices.leftOut ?? []), row] });
  return [
    { key: 'row', title: '行号', width: 60, fixed: 'left', render: (_, row) => row.row },
    { key: 'state', title: '状态', width: 130, fixed: 'left', render: (_, row) => <StateTag row={row} /> },
    {
      key: 'problems',
      title: '说明',
      width: 280,
      ellipsis: true,
      render: (_, row) => <Sentences row={row} />,
    },
    ...shownFields(preview).map((field) => ({
      key: field,
      title: IMPORT_FIELDS[field],
      width: LONG.has(field) ? 200 : 140,
      render: (_: unknown, row: ShownImportRow) => (
        <CellEditor
          label={`第${row.row}行${IMPORT_FIELDS[field]}`}
          shown={row.shown[field] ?? ''}
          problems={cellProblems(row, field)}
          onText={(text) => work.mend(row.row, field, text)}
        />
      ),
    })),
    {
      key: 'leaveOut',
      title: '办理',
      width: 90,
      fixed: 'right',
      render: (_, row) => (
        <Button size="small" aria-label={`第${row.row}行不导入`} onClick={() => leaveOut(row.row)}>
          不导入
        </Button>
      ),
    },
  ];
}

/** Every row with its problems; a cell is mended where it stands and read anew at once. */
export function RowTable({ work, preview }: { readonly work: Import; readonly preview: ShownImportPreview }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `work` is new on every render, its parts are not
  const columns = useMemo(() => columnsOf(work, preview), [preview, work.choices, work.choose, work.mend]);
  return (
    <DataTable<ShownImportRow>
      id="import"
      rememberView={false}
      rows={preview.rows}
      rowKey={keyOf}
      columns={columns}
      searchText={rowSearchText}
      searchHint="搜索行号、名称、问题"
      chipOf={chipsOf}
      chips={ROW_CHIPS}
      extra={<HiddenRowsChoice work={work} preview={preview} />}
      empty={<Empty description="没有读到申请行，请在“列的对应”中核对表头行和工作表" />}
    />
  );
}
