import { Tooltip, Typography } from 'antd';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { STAGES } from '../../db/model/stage.ts';
import type { DataColumn } from '../shared/dataColumn.ts';
import { areaText, orBlank, yuanText } from '../shared/format.ts';
import { StageTag } from '../shared/StageTag.tsx';

const byText = (pick: (row: WorkshopRow) => string) => (a: WorkshopRow, b: WorkshopRow) =>
  pick(a).localeCompare(pick(b), 'zh-CN');
const byNumber = (pick: (row: WorkshopRow) => number | null) => (a: WorkshopRow, b: WorkshopRow) =>
  (pick(a) ?? -1) - (pick(b) ?? -1);

const Conditions = ({ row }: { readonly row: WorkshopRow }) => {
  const failed = errorsOf(row.failedConditions);
  if (failed.length === 0) return <span>符合</span>;
  return (
    <Tooltip title={failed.map((one) => one.message).join('；')}>
      <Typography.Text type="danger">{failed.length}项不符合</Typography.Text>
    </Tooltip>
  );
};

const text = (
  key: (keyof WorkshopRow & string) | 'note',
  title: string,
  width: number,
  pick: (row: WorkshopRow) => string,
) =>
  ({
    key,
    title,
    width,
    ellipsis: true,
    render: (_: unknown, row: WorkshopRow) => orBlank(pick(row)),
    sorter: byText(pick),
  }) satisfies DataColumn<WorkshopRow>;

/** A cell says something about its row and nothing else, so it is made anew only for another row: search is quicker. */
const perRow = (column: DataColumn<WorkshopRow>): DataColumn<WorkshopRow> => ({
  ...column,
  shouldCellUpdate: (row, before) => row !== before,
});

type NoteOf = ((workshopId: string) => string) | undefined;

const allColumns = (noteOf: NoteOf): readonly DataColumn<WorkshopRow>[] => [
  { ...text('name', '小作坊名称', 200, (row) => row.name), fixed: 'left' },
  ...(noteOf ? [{ ...text('note', '情况', 230, (row) => noteOf(row.workshopId)), always: true }] : []),
  text('ownerName', '业主', 90, (row) => row.ownerName),
  text('township', '乡镇（街道）', 120, (row) => row.township),
  { ...text('address', '生产加工地址', 220, (row) => row.address), hidden: true },
  { ...text('station', '监管所', 130, (row) => row.station), hidden: true },
  text('products', '主要产品', 150, (row) => row.products),
  { ...text('certificateNo', '证照编号', 180, (row) => row.certificateNo), hidden: true },
  {
    key: 'operationArea',
    title: '操作间面积',
    width: 110,
    align: 'right',
    render: (_, row) => areaText(row.operationArea),
    sorter: byNumber((row) => row.operationArea),
  },
  {
    key: 'plannedInvestment',
    title: '计划投入',
    width: 120,
    align: 'right',
    render: (_, row) => yuanText(row.plannedInvestment),
    sorter: byNumber((row) => row.plannedInvestment),
  },
  {
    key: 'conditions',
    title: '创建条件',
    width: 100,
    render: (_, row) => <Conditions row={row} />,
    value: (row) =>
      errorsOf(row.failedConditions)
        .map((one) => one.message)
        .join('；') || '符合',
    sorter: byNumber((row) => errorsOf(row.failedConditions).length),
  },
  {
    key: 'stage',
    title: '进度',
    width: 130,
    render: (_, row) => <StageTag stage={row.stage} />,
    value: (row) => STAGES[row.stage],
  },
];

/** The columns of the 小作坊 list; the hidden ones are there for the asking, `note` when a link says why. */
export const workshopColumns = (noteOf: NoteOf): readonly DataColumn<WorkshopRow>[] =>
  allColumns(noteOf).map(perRow);
