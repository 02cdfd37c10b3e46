import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Flex, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { optionsText } from '../../db/model/scoring/optionsText.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';
import { SCORING_WAYS, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { CONTENT, itemCode, POINTS } from './itemColumns.tsx';

interface Props {
  readonly items: readonly ScoreItem[];
  readonly editable: boolean;
  readonly onEdit: (index: number) => void;
  readonly onItems: (items: readonly ScoreItem[]) => void;
}

const moved = (items: readonly ScoreItem[], index: number, by: 1 | -1): readonly ScoreItem[] => {
  const item = items[index];
  const target = index + by;
  if (!item || target < 0 || target >= items.length) return items;
  return items.toSpliced(index, 1).toSpliced(target, 0, item);
};

const SHOWN: ColumnsType<ScoreItem> = [
  {
    key: 'code',
    title: '编号',
    width: 70,
    render: (_, item) => itemCode(item),
  },
  { key: 'section', title: '部分', width: 130, dataIndex: 'section' },
  {
    key: 'category',
    title: '类别',
    width: 84,
    render: (_, item) => (item.category ? TASK_CATEGORIES[item.category] : ''),
  },
  CONTENT,
  { ...POINTS, width: 60 },
  {
    key: 'rule',
    title: '评分方式',
    width: 210,
    render: (_, item) => (
      <>
        <div>{SCORING_WAYS[item.rule.way]}</div>
        <div className="quiet">{optionsText(item.rule)}</div>
      </>
    ),
  },
];

/** The lines of a 评分表, changed one by one until the table is used. */
export function ItemsTable({ items, editable, onEdit, onItems }: Props) {
  const acts: ColumnsType<ScoreItem> = editable
    ? [
        {
          key: 'act',
          title: '办理',
          width: 190,
          render: (_, item, index) => (
            <Flex gap={4}>
              <Button size="small" aria-label={`修改${item.code}`} onClick={() => onEdit(index)}>
                修改
              </Button>
              <Button
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={`上移${item.code}`}
                disabled={index === 0}
                onClick={() => onItems(moved(items, index, -1))}
              />
              <Button
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={`下移${item.code}`}
                disabled={index === items.length - 1}
                onClick={() => onItems(moved(items, index, 1))}
              />
              <Button
                size="small"
                aria-label={`删除${item.code}`}
                onClick={() => onItems(items.toSpliced(index, 1))}
              >
                删除
              </Button>
            </Flex>
          ),
        },
      ]
    : [];
  return (
    <Table<ScoreItem>
      size="small"
      sticky={{ offsetHeader: -12 }}
      scroll={{ x: 980 }}
      dataSource={[...items]}
      rowKey="id"
      columns={[...SHOWN, ...acts]}
      pagination={false}
    />
  );
}
