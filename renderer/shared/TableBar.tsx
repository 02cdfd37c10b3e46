import { SearchOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Input, Popover, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';

export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

interface Props {
  readonly search: {
    readonly value: string;
    readonly hint: string;
    readonly onChange: (value: string) => void;
  } | null;
  readonly chips: readonly Chip[];
  readonly total: number;
  readonly chip: string | null;
  readonly onChip: (chip: string | null) => void;
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly visibleKeys: readonly string[];
  readonly onColumns: (keys: string[]) => void;
  readonly extra: ReactNode;
  /** Saved views and the way to Excel. */
  readonly tools?: ReactNode;
  readonly only?: { readonly label: string; readonly onClear: () => void } | undefined;
  readonly selection: { readonly count: number; readonly actions: ReactNode } | null;
  readonly onClearSelection: () => void;
}

const ALL = '';

/** Chips with nothing behind them only take room; the chosen one stays so that it can be left. */
const Chips = ({ chips, total, chip, onChip }: Pick<Props, 'chips' | 'total' | 'chip' | 'onChip'>) => {
  const shown = chips.filter((one) => one.count > 0 || one.key === chip);
  return (
    <Tag.CheckableTagGroup
      className="chips"
      aria-label="按状态筛选"
      value={chip ?? ALL}
      options={[
        { value: ALL, label: `全部 ${total}` },
        ...shown.map((one) => ({ value: one.key, label: `${one.label} ${one.count}` })),
      ]}
      onChange={(value) => onChip(value === null || value === ALL ? null : String(value))}
    />
  );
};

const ColumnChooser = ({
  columns,
  visibleKeys,
  onColumns,
}: Pick<Props, 'columns' | 'visibleKeys' | 'onColumns'>) => (
  <Popover
    trigger="click"
    placement="bottomRight"
    title="显示的列"
    content={
      <Checkbox.Group
        className="column-choices"
        options={columns.map((one) => ({ label: one.title, value: one.key }))}
        value={[...visibleKeys]}
        onChange={(keys) => keys.length > 0 && onColumns(keys)}
      />
    }
  >
    <Button icon={<SettingOutlined />} aria-label="选择显示的列" />
  </Popover>
);

/** Above every list: search at the left, chips beside it; while rows are selected, what can be done to them. */
export function TableBar(props: Props) {
  const { search, selection } = props;
  return (
    <Flex className="table-bar" gap={12} align="center">
      {search && (
        <Input
          className="table-search"
          prefix={<SearchOutlined />}
          allowClear
          placeholder={search.hint}
          aria-label={search.hint}
          value={search.value}
          onChange={(event) => search.onChange(event.target.value)}
        />
      )}
      {selection ? (
        <Flex
          gap={8}
          align="center"
          wrap
          className="table-selection"
          role="toolbar"
          aria-label="对选中的记录"
        >
          <Typography.Text strong>已选{selection.count}项</Typography.Text>
          {selection.actions}
          <Button type="link" onClick={props.onClearSelection}>
            取消选择
          </Button>
        </Flex>
      ) : (
        <>
          {props.only && (
            <Tag closable={{ 'aria-label': '显示全部' }} onClose={props.only.onClear} color="blue">
              只看：{props.only.label}
            </Tag>
          )}
          {props.chips.length > 0 && <Chips {...props} />}
        </>
      )}
      <Flex className="table-extra" gap={8} align="center">
        {props.extra}
        {props.tools}
        <ColumnChooser {...props} />
      </Flex>
    </Flex>
  );
}
