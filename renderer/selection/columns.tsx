import { Tag, Tooltip } from 'antd';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { STAGES } from '../../db/model/stage.ts';
import type { DataColumn } from '../shared/dataColumn.ts';
import { areaText, orBlank, yuanText } from '../shared/format.ts';
import { StageTag } from '../shared/StageTag.tsx';
import { meetsConditions } from './board.ts';

/** 符合, or every condition that is not met, by name. */
export const Conditions = ({ row }: { readonly row: WorkshopRow }) => {
  const sentences = row.failedConditions.map((one) => one.message).join('；');
  if (sentences === '') return <>符合</>;
  return (
    <Tooltip title={sentences}>
      <Tag color={meetsConditions(row) ? 'default' : 'error'}>
        {meetsConditions(row) ? '符合，待核对' : '不符合'}
      </Tag>
      {sentences}
    </Tooltip>
  );
};

export const boardColumns: readonly DataColumn<WorkshopRow>[] = [
  { key: 'name', title: '小作坊名称', width: 226, fixed: 'left', ellipsis: true, dataIndex: 'name' },
  { key: 'owner', title: '业主', width: 84, ellipsis: true, dataIndex: 'ownerName' },
  {
    key: 'stage',
    title: '进度',
    width: 130,
    render: (_, row) => <StageTag stage={row.stage} />,
    value: (row) => STAGES[row.stage],
  },
  {
    key: 'conditions',
    title: '创建条件',
    width: 330,
    ellipsis: true,
    render: (_, row) => <Conditions row={row} />,
    value: (row) => row.failedConditions.map((one) => one.message).join('；') || '符合',
  },
  {
    key: 'area',
    title: '操作间面积',
    width: 100,
    align: 'right',
    render: (_, row) => areaText(row.operationArea),
  },
  {
    key: 'investment',
    title: '计划投入',
    width: 110,
    align: 'right',
    render: (_, row) => yuanText(row.plannedInvestment),
  },
  {
    key: 'township',
    title: '乡镇（街道）',
    width: 110,
    ellipsis: true,
    render: (_, row) => orBlank(row.township),
  },
  { key: 'products', title: '主要产品', width: 160, ellipsis: true, dataIndex: 'products', hidden: true },
  { key: 'station', title: '监管所', width: 120, ellipsis: true, dataIndex: 'station', hidden: true },
  {
    key: 'certificate',
    title: '证照编号',
    width: 180,
    ellipsis: true,
    dataIndex: 'certificateNo',
    hidden: true,
  },
];
