import { Button, Empty, Flex, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { InspectionRow } from '../../db/model/contract/scoring.ts';
import { inChinese } from '../../db/model/dates.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { INSPECTION_LEVELS } from '../../db/model/terms.ts';
import { ConclusionTag } from '../scoring/SheetTotals.tsx';
import { scoringName } from '../scoring/sheetWords.ts';

interface ScoringActions {
  readonly open: (row: InspectionRow) => void;
  readonly remove: (row: InspectionRow) => void;
  readonly restore: (row: InspectionRow) => void;
}

const signedText = ({ head, reported, level }: InspectionRow): string => {
  if (reported || level === 'self' || head.ownerSigned === null) return '';
  return head.ownerSigned ? '已签字' : `拒绝（见证人${head.witness}）`;
};

const reportedText = ({ score, note }: InspectionRow): string => {
  const veto = score.vetoed.length === 0 ? '' : `否决项：${score.vetoed.join('、')}。`;
  return `只登记了总分。${veto}${note}`;
};

const columnsWith = ({ open, remove, restore }: ScoringActions): ColumnsType<InspectionRow> => [
  {
    key: 'level',
    title: '层级',
    width: 110,
    render: (_, row) => `${INSPECTION_LEVELS[row.level]}${row.followsId === null ? '' : '（复查）'}`,
  },
  { key: 'on', title: '日期', width: 130, render: (_, row) => inChinese(row.inspectedOn) },
  {
    key: 'total',
    title: '得分',
    width: 76,
    align: 'right',
    render: (_, row) => formatPoints(row.score.total),
  },
  {
    key: 'conclusion',
    title: '结论',
    width: 190,
    render: (_, row) =>
      row.removed ? <Tag>已移除：{row.removed.reason}</Tag> : <ConclusionTag score={row.score} />,
  },
  {
    key: 'assessors',
    title: '考评人员',
    render: (_, row) =>
      row.reported ? reportedText(row) : row.head.assessors.map((one) => one.name).join('、'),
  },
  { key: 'signed', title: '业主签字', width: 130, render: (_, row) => signedText(row) },
  {
    key: 'act',
    title: '办理',
    width: 170,
    render: (_, row) => {
      const which = `${inChinese(row.inspectedOn)}的${scoringName(row.level)}`;
      if (row.removed)
        return (
          <Button size="small" aria-label={`恢复${which}`} onClick={() => restore(row)}>
            恢复
          </Button>
        );
      return (
        <Flex gap={8}>
          {!row.reported && (
            <Button size="small" aria-label={`打开${which}`} onClick={() => open(row)}>
              {row.finished ? '查看' : '继续填写'}
            </Button>
          )}
          {row.level !== 'self' && (
            <Button size="small" aria-label={`移除${which}`} onClick={() => remove(row)}>
              移除
            </Button>
          )}
        </Flex>
      );
    },
  },
];

interface Props {
  readonly rows: readonly InspectionRow[];
  readonly actions: ScoringActions;
}

/** Every scoring of a workshop, level by level, none overwriting another. */
export const ScoringTable = ({ rows, actions }: Props) =>
  rows.length === 0 ? (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description="还没有评分。改造完成后，从右上角开始县级考评。"
    />
  ) : (
    <Table<InspectionRow>
      size="small"
      dataSource={[...rows]}
      rowKey="id"
      pagination={false}
      scroll={{ x: 900 }}
      columns={columnsWith(actions)}
    />
  );
