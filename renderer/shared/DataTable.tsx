import { Button, Empty, Table } from 'antd';
import type { TableRef } from 'antd/es/table';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { DataColumn, OnlyRows } from './dataColumn.ts';
import { keepAligned } from './keepAligned.ts';
import { CopyRows, ListTools } from './ListTools.tsx';
import { cellText, listContent } from './listValues.ts';
import { reading } from './reading.ts';
import { rowChecks } from './rowChecks.ts';
import { rowProps } from './rowProps.ts';
import { SteadyRow } from './SteadyRow.tsx';
import { type Chip, TableBar } from './TableBar.tsx';
import { type ChipOf, filtersText } from './tableFilters.ts';
import { useBoxSize } from './useBoxSize.ts';
import { useFoundRows } from './useFoundRows.ts';
import { useListExport } from './useListExport.ts';
import { useRevealing } from './useRevealing.ts';
import { useTableView } from './useTableView.ts';
import { useVisibleColumns } from './useVisibleColumns.ts';

interface Props<Row extends object> {
  /** Under which filters and columns are remembered. */
  readonly id: string;
  /** What its workbook is called; known for the usual lists. */
  readonly name?: string;
  readonly only?: OnlyRows | undefined;
  /** False where the columns differ from use to use: nothing is kept between starts. */
  readonly rememberView?: boolean;
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly DataColumn<Row>[];
  /** All that the search box looks in, lower case. */
  readonly searchText?: (row: Row) => string;
  readonly searchHint?: string;
  /** The chip, or chips, a row belongs to; they stand in the order of `chips`. */
  readonly chipOf?: ChipOf<Row>;
  readonly chips?: readonly Omit<Chip, 'count'>[];
  /** The chip to begin with instead of the remembered one: the clerk came by a link to just these rows. */
  readonly startChip?: string | undefined;
  /** Enter or click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** What can be done to the selected rows; without it there are no check boxes. */
  readonly selectionActions?: (rows: readonly Row[], clear: () => void) => ReactNode;
  /** Checked at first: handed over by another page. */
  readonly startSelection?: readonly string[];
  /** Hears of every change of what is checked. */
  readonly onSelection?: (rows: readonly Row[]) => void;
  /** Shown when there is nothing at all: says what to do, with a button. */
  readonly empty: ReactNode;
  /** Between the chips and the column chooser. */
  readonly extra?: ReactNode;
}

const HEADER_HEIGHT = 40;

const COMPONENTS = { body: { row: SteadyRow } };

const isCopyKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && key.toLowerCase() === 'c';

const isTextField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type !== 'checkbox';

/** The one list of the program: search, chips, columns, selection, rows that open; quick with thousands of rows. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { id, rows, rowKey, columns, searchText, chipOf, chips = [], onOpen, selectionActions } = props;
  const { only } = props;
  const all = useMemo(
    () => (rows ?? []).filter((row) => !only || only.keys.has(rowKey(row))),
    [rows, only, rowKey],
  );
  const { view, setView, search, setSearch, showAll } = useTableView(props);
  const [selected, setSelected] = useState<readonly string[]>(props.startSelection ?? []);
  const { copy } = useListExport();
  const [box, { width: boxWidth, height }] = useBoxSize();
  const table = useRef<TableRef>(null);

  const { found, counts, shown } = useFoundRows(all, { search, chip: view.chip, searchText, chipOf });
  const selectable = selectionActions !== undefined;
  const { visibleKeys, visible, widths } = useVisibleColumns(columns, view.columns, {
    selectable,
    width: boxWidth,
  });
  const contentOf = (given: readonly Row[]) =>
    listContent(
      columns.filter((one) => visibleKeys.includes(one.key)),
      given,
    );
  const selectedRows = useMemo(() => {
    const keys = new Set(selected);
    return all.filter((row) => keys.has(rowKey(row)));
  }, [all, selected, rowKey]);

  const revealing = useRevealing(shown, rowKey, table);

  const { onSelection } = props;
  useEffect(() => onSelection?.(selectedRows), [onSelection, selectedRows]);

  const [first] = columns;
  const checks = useMemo(() => rowChecks((row: Row) => (first ? cellText(first, row) : '')), [first]);
  const loading = rows === undefined;
  const latestOpen = useRef(onOpen);
  latestOpen.current = onOpen;
  const opens = onOpen !== undefined;
  const open = useMemo(() => (opens ? (row: Row) => latestOpen.current?.(row) : undefined), [opens]);
  // Kept as it is while a key is typed: only the search box is drawn at once, the rows follow.
  const body = useMemo(
    () => (
      <Table<Row>
        ref={table}
        virtual
        size="small"
        loading={reading(loading)}
        dataSource={shown}
        rowKey={rowKey}
        columns={visible}
        pagination={false}
        components={COMPONENTS}
        scroll={{ x: widths.reduce((sum, one) => sum + one, 0), y: height - HEADER_HEIGHT }}
        onRow={(row) => rowProps(row, open)}
        locale={{
          // While the rows are on their way nothing is said about there being none.
          emptyText: !loading && (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的记录">
              <Button onClick={showAll}>清除搜索和筛选</Button>
            </Empty>
          ),
        }}
        {...(selectable
          ? {
              rowSelection: {
                selectedRowKeys: [...selected],
                onChange: (keys) => setSelected(keys.map(String)),
                preserveSelectedRowKeys: true,
                columnWidth: widths[0] ?? 0,
                ...checks,
              },
            }
          : {})}
      />
    ),
    [loading, shown, rowKey, visible, widths, height, open, selectable, selected, checks, showAll],
  );

  if (rows?.length === 0) return <div className="table-empty">{props.empty}</div>;
  return (
    // Ctrl+C with rows checked: those rows, as a spreadsheet takes them; marked text and fields copy as ever.
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble up from the rows and check boxes within
    <div
      ref={revealing}
      className="data-table"
      onKeyDown={(event) => {
        if (!isCopyKey(event) || selectedRows.length === 0 || isTextField(event.target)) return;
        if (window.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        void copy(contentOf(selectedRows));
      }}
    >
      <TableBar
        search={searchText ? { value: search, hint: props.searchHint ?? '搜索', onChange: setSearch } : null}
        chips={loading ? [] : chips.map((chip) => ({ ...chip, count: counts.get(chip.key) ?? 0 }))}
        total={found.length}
        chip={view.chip}
        onChip={(chip) => setView({ ...view, chip })}
        columns={columns}
        visibleKeys={visibleKeys}
        onColumns={(keys) => setView({ ...view, columns: keys })}
        extra={props.extra}
        only={only}
        tools={
          props.rememberView !== false && (
            <ListTools
              listId={id}
              name={props.name}
              view={{ search, ...view }}
              onApply={({ search: wanted, chip, columns: keys }) => {
                setSearch(wanted);
                setView({ chip, columns: keys });
              }}
              content={() => contentOf(shown)}
              filters={filtersText(only?.label, search, chips.find((one) => one.key === view.chip)?.label)}
            />
          )
        }
        selection={
          selectionActions && selectedRows.length > 0
            ? {
                count: selectedRows.length,
                actions: (
                  <>
                    {selectionActions(selectedRows, () => setSelected([]))}
                    <CopyRows content={() => contentOf(selectedRows)} />
                  </>
                ),
              }
            : null
        }
        onClearSelection={() => setSelected([])}
      />
      <div className="table-box" ref={box} onScrollCapture={(event) => keepAligned(event, table)}>
        {height > 0 && body}
      </div>
    </div>
  );
}
