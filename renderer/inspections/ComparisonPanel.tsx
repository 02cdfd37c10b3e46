import { Flex, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Comparison, LineAtLevel, LineDifference } from '../../db/model/scoring/differences.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { INSPECTION_LEVELS, type InspectionLevel } from '../../db/model/terms.ts';

const signed = (change: number): string =>
  change === 0 ? '持平' : change > 0 ? `高${formatPoints(change)}` : `低${formatPoints(-change)}`;

function Said({ of }: { readonly of: LineAtLevel | undefined }) {
  if (!of) return <span className="quiet">未评</span>;
  return (
    <>
      <div>
        {of.points === null ? of.said : `${formatPoints(of.points)}分`}
        {of.points !== null && <span className="quiet">　{of.said}</span>}
      </div>
      {of.reason !== '' && <div className="quiet">{of.reason}</div>}
    </>
  );
}

const columnsOf = (levels: readonly InspectionLevel[]): ColumnsType<LineDifference> => [
  { key: 'code', title: '编号', width: 64, dataIndex: 'code' },
  { key: 'content', title: '考评内容', dataIndex: 'content' },
  {
    key: 'points',
    title: '分值',
    width: 60,
    align: 'center',
    render: (_, line) => (line.veto ? '否决' : formatPoints(line.points)),
  },
  ...levels.map((level) => ({
    key: level,
    title: INSPECTION_LEVELS[level],
    width: 190,
    render: (_: unknown, line: LineDifference) => (
      <Said of={line.levels.find((one) => one.level === level)} />
    ),
  })),
];

/** Where the levels differ: totals side by side, then each line that was not seen alike. */
export function ComparisonPanel({ comparison }: { readonly comparison: Comparison }) {
  const { totals, lines } = comparison;
  if (totals.length < 2) return null;
  const levels = totals.filter((one) => !one.reported).map((one) => one.level);
  return (
    <section className="panel stack" aria-label="各级评分差异">
      <p className="side-heading">各级评分差异</p>
      <Flex gap={32} wrap>
        {totals.map(({ level, total, change, conclusion, reported }) => (
          <div key={level}>
            <span className="quiet">{INSPECTION_LEVELS[level]}　</span>
            <strong>{total === null ? '未告知得分' : `${formatPoints(total)}分`}</strong>
            {change !== null && <span className="quiet">　比上一级{signed(change)}</span>}
            {conclusion === 'vetoed' && <span className="quiet">　有否决项</span>}
            {reported && total !== null && <span className="quiet">　只登记了总分</span>}
          </div>
        ))}
      </Flex>
      {levels.length > 1 &&
        (lines.length === 0 ? (
          <p className="quiet">逐项评定一致。</p>
        ) : (
          <Table<LineDifference>
            size="small"
            dataSource={[...lines]}
            rowKey="code"
            pagination={false}
            scroll={{ x: 500 + levels.length * 190 }}
            columns={columnsOf(levels)}
          />
        ))}
    </section>
  );
}
