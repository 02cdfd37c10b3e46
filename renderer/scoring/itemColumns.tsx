import { Tag } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { formatPoints } from '../../db/model/scoring/points.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';

/** What every table of a 评分表's lines shows of them. */

/** The number of a line: a veto in a box, a key line with its star. */
export const itemCode = ({ veto, key, code }: ScoreItem) =>
  veto ? <Tag>{code}</Tag> : `${key ? '★' : ''}${code}`;

export const CONTENT: ColumnType<ScoreItem> = {
  key: 'content',
  title: '考评内容与评分标准',
  render: (_, item) => (
    <>
      <div>{item.content}</div>
      <div className="quiet">{item.criterion}</div>
    </>
  ),
};

export const POINTS: ColumnType<ScoreItem> = {
  key: 'points',
  title: '分值',
  align: 'center',
  render: (_, item) => (item.veto ? '否决' : formatPoints(item.points)),
};
