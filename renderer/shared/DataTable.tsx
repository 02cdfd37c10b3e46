import { Button, Empty, Table } from 'antd';
import type { ColumnType, TableRef } from 'antd/es/table';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { z } from 'zod';
import { foldedText } from '../../db/model/cleanText.ts';
import type { ListValue } from '../../db/model/lists.ts';
import { revealRowsOf } from './focusKeeper.ts';
import { keepAligned } from './keepAligned.ts';
import { CopyRows, ListTools } from './ListTools.tsx';
import { cellText, listContent } from './listValues.ts';
import { reading } from './reading.ts';
import { rowChecks } from './rowChecks.ts';
import { rowProps } from './rowProps.ts';
import { SteadyRow } from './SteadyRow.tsx';
import { type Chip, TableBar } from './TableBar.tsx';
import { type ChipOf, countChips, filtersText, matches } from './tableFilters.ts';
import { useBoxHeight } from './useBoxHeight.ts';
import { useListExport } from './useListExport.ts';
import { useRemembered } from './useRemembered.ts';

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

const View = z.object({ chip: z.string().nullable(), columns: z.array(z.string()).nullable() });

const FRESH_VIEW: z.infer<typeof View> = { chip: null, columns: null };

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
  const [view, setView] = useRemembered(
    props.rememberView === false ? null : `table.${id}`,
    View,
    FRESH_VIEW,
  );
  const [search, setSearch] = useState('');
  const { startChip } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per link, not on every change of the view
  useEffect(() => {
    if (startChip !== undefined) setView({ ...view, chip: startChip });
  }, [startChip]);
  const onlyLabel = only?.label;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link shows all of its rows, whatever was remembered
  useEffect(() => {
    if (onlyLabel === undefined) return;
    setSearch('');
    setView({ ...view, chip: null });
  }, [onlyLabel]);
  const [selected, setSelected] = useState<readonly string[]>(props.startSelection ?? []);
  const { copy } = useListExport();
  const [box, height] = useBoxHeight();
  const table = useRef<TableRef>(null);

  const texts = useMemo(() => all.map((row) => foldedText(searchText?.(row) ?? '')), [all, searchText]);
  const query = useDeferredValue(search);
  const found = useMemo(() => {
    const words = foldedText(query).split(/\s+/).filter(Boolean);
    return words.length === 0 ? all : all.filter((_, index) => matches(texts[index] ?? '', words));
  }, [all, texts, query]);
  const counts = useMemo(() => countChips(found, chipOf), [found, chipOf]);
  const shown = useMemo(
    () => found.filter((row) => view.chip === null || !chipOf || [chipOf(row)].flat().includes(view.chip)),
    [found, chipOf, view.chip],
  );

  const visibleKeys = useMemo(
    () =>
      columns
        .filter((one) => one.always || (view.columns ? view.columns.includes(one.key) : !one.hidden))
        .map((one) => one.key),
    [columns, view.columns],
  );
  const visible = useMemo(
    () =>
      columns
        .filter((one) => visibleKeys.includes(one.key))
        .map(({ hidden: _, value: _value, always: _always, ...column }) => column),
    [columns, visibleKeys],
  );
  const contentOf = (given: readonly Row[]) =>
    listContent(
      columns.filter((one) => visibleKeys.includes(one.key)),
      given,
    );
  const width = visible.reduce((sum, one) => sum + one.width, selectionActions ? 48 : 0);
  const selectedRows = useMemo(() => {
    const keys = new Set(selected);
    return all.filter((row) => keys.has(rowKey(row)));
  }, [all, selected, rowKey]);

  const latestShown = useRef(shown);
  latestShown.current = shown;
  const revealing = useCallback(
    (list: HTMLElement | null) =>
      list
        ? revealRowsOf(list, (key) => {
            if (!latestShown.current.some((row) => rowKey(row) === key)) return false;
            table.current?.scrollTo({ key });
            return true;
          })
        : undefined,
    [rowKey],
  );

  const { onSelection } = props;
  useEffect(() => onSelection?.(selectedRows), [onSelection, selectedRows]);

  const [first] = columns;
  const checks = useMemo(() => rowChecks((row: Row) => (first ? cellText(first, row) : '')), [first]);
  const loading = rows === undefined;
  const selectable = selectionActions !== undefined;
  const latestOpen = useRef(onOpen);
  latestOpen.current = onOpen;
  const opens = onOpen !== undefined;
  const open = useMemo(() => (opens ? (row: Row) => latestOpen.current?.(row) : undefined), [opens]);
  const latestOnly = useRef(only);
  latestOnly.current = only;
  const showAll = useCallback(() => {
    setSearch('');
    setView({ chip: null, columns: view.columns });
    latestOnly.current?.onClear();
  }, [setView, view.columns]);
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
        scroll={{ x: width, y: height - HEADER_HEIGHT }}
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
                columnWidth: 48,
                ...checks,
              },
            }
          : {})}
      />
    ),
    [loading, shown, rowKey, visible, width, height, open, selectable, selected, checks, showAll],
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
