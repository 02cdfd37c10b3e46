import { Select, Table, Typography } from 'antd';
import {
  type ColumnUnit,
  IMPORT_FIELDS,
  type ImportChoices,
  type ImportColumn,
  REQUIRED_IMPORT_FIELDS,
  UNITS_OF,
} from '../../db/model/importTypes.ts';
import { keysOf } from '../../db/model/terms.ts';
import { BLANK } from '../shared/format.ts';

interface Props {
  readonly columns: readonly ImportColumn[];
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
}

const LEAVE = '';

const FIELD_OPTIONS = [
  { value: LEAVE, label: '不导入' },
  ...keysOf(IMPORT_FIELDS).map((value) => ({
    value,
    label: REQUIRED_IMPORT_FIELDS.includes(value) ? `${IMPORT_FIELDS[value]}（必填）` : IMPORT_FIELDS[value],
  })),
];

const SOURCES = { header: '表头注明', cells: '单元格注明', clerk: '已选择', ask: '请选择' } as const;

/** In one line: how many columns go where, and what is still open. */
export function columnSummary(columns: readonly ImportColumn[]): string {
  const matched = columns.filter((one) => one.field !== null).length;
  const open = columns.filter((one) => one.unit?.source === 'ask').length;
  const left = columns.length - matched;
  return [
    `已对应${matched}列`,
    ...(left > 0 ? [`${left}列不导入`] : []),
    ...(open > 0 ? [`${open}列待选单位`] : []),
  ].join('，');
}

const UnitCell = ({
  column,
  choices,
  onChoose,
}: { readonly column: ImportColumn } & Omit<Props, 'columns'>) => {
  const { unit, index } = column;
  if (!unit) return BLANK;
  if (unit.source === 'header' || unit.source === 'cells')
    return `${SOURCES[unit.source]}：${unit.unit ?? UNITS_OF[unit.quantity].join('或')}`;
  return (
    <Select<ColumnUnit>
      aria-label={`${column.header}的单位`}
      className="full-width"
      status={unit.source === 'ask' ? 'error' : ''}
      placeholder={`${UNITS_OF[unit.quantity].join('还是')}？`}
      value={unit.unit}
      options={UNITS_OF[unit.quantity].map((value) => ({ value, label: value }))}
      onChange={(value) => onChoose({ units: { ...choices.units, [index]: value } })}
    />
  );
};

/** Which column of the sheet is which field, and in what unit its figures are. Anything can be set by hand. */
export const ColumnMatch = ({ columns, choices, onChoose }: Props) => (
  <Table<ImportColumn>
    size="small"
    pagination={false}
    scroll={{ y: 240 }}
    dataSource={[...columns]}
    rowKey="index"
    columns={[
      { key: 'letter', title: '列', dataIndex: 'letter', width: 56 },
      { key: 'header', title: '表头', dataIndex: 'header', width: 200, ellipsis: true },
      {
        key: 'samples',
        title: '内容举例',
        ellipsis: true,
        render: (_, column) => (
          <Typography.Text type="secondary">{column.samples.join('、') || '（空）'}</Typography.Text>
        ),
      },
      {
        key: 'field',
        title: '导入为',
        width: 260,
        render: (_, column) => (
          <Select
            aria-label={`${column.letter}列导入为`}
            className="full-width"
            showSearch={{ optionFilterProp: 'label' }}
            value={column.field ?? LEAVE}
            options={FIELD_OPTIONS}
            onChange={(field) =>
              onChoose({ columns: { ...choices.columns, [column.index]: field === LEAVE ? null : field } })
            }
          />
        ),
      },
      {
        key: 'unit',
        title: '单位',
        width: 160,
        render: (_, column) => <UnitCell column={column} choices={choices} onChoose={onChoose} />,
      },
    ]}
  />
);
