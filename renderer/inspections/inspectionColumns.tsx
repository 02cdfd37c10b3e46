import { Flex, Tag, Tooltip } from 'antd';
import type { InspectionListRow } from '../../db/model/contract/inspections.ts';
import { toldAt } from '../../db/model/inspection.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { STAGES } from '../../db/model/stage.ts';
import type { InspectionLevel } from '../../db/model/terms.ts';
import type { DataColumn } from '../shared/dataColumn.ts';
import { BLANK } from '../shared/format.ts';
import { StageTag } from '../shared/StageTag.tsx';

interface Shown {
  /** Null: only a veto was told. */
  readonly total: number | null;
  readonly passed: boolean;
  readonly round: number;
  readonly vetoed: boolean;
  /** Where and when it comes from. */
  readonly notes: readonly string[];
}

/** What counts at a level: the later of the own scoring and of what was told. */
function shownAt(row: InspectionListRow, level: InspectionLevel): Shown | null {
  const told = toldAt(row, level);
  if (told) {
    const notes = [told.on, told.veto === '' ? '' : `否决项：${told.veto}`, '登记在名单与奖补'];
    return { ...told, round: 1, vetoed: told.vetoed === true, notes: notes.filter((note) => note !== '') };
  }
  const own = row.outcomes[level];
  if (own === null) return null;
  const notes = [
    own.inspectedOn,
    own.reported ? '只登记了总分' : '',
    own.veto === '' ? '' : `否决项：${own.veto}`,
    own.round > 1 ? `第${own.round}次` : '',
  ].filter((note) => note !== '');
  return { ...own, vetoed: own.conclusion === 'vetoed', notes };
}

function Points({ of }: { readonly of: Shown | null }) {
  if (!of) return BLANK;
  return (
    <Tooltip title={of.notes.join('，')}>
      <span className={of.passed ? undefined : 'below-pass'}>
        {of.total === null ? '' : formatPoints(of.total)}
        {of.vetoed && ' 否决'}
        {of.round > 1 && <span className="quiet">（第{of.round}次）</span>}
      </span>
    </Tooltip>
  );
}

const pointsOf = (row: InspectionListRow, level: InspectionLevel): number | null => {
  const total = shownAt(row, level)?.total ?? null;
  return total === null ? null : total / 10;
};

const levelColumn = (level: InspectionLevel, title: string, width = 76): DataColumn<InspectionListRow> => ({
  key: level,
  title,
  width,
  align: 'right',
  value: (row) => pointsOf(row, level),
  sorter: (left, right) => (pointsOf(left, level) ?? -1) - (pointsOf(right, level) ?? -1),
  render: (_, row) => <Points of={shownAt(row, level)} />,
});

const readinessText = ({ readiness }: InspectionListRow): string =>
  readiness.length === 0 ? '可以验收' : readiness.map((one) => one.message).join('；');

export const inspectionColumns: readonly DataColumn<InspectionListRow>[] = [
  { key: 'name', title: '小作坊名称', width: 200, fixed: 'left', ellipsis: true, dataIndex: 'workshopName' },
  { key: 'owner', title: '业主', width: 84, ellipsis: true, dataIndex: 'ownerName' },
  { key: 'township', title: '乡镇（街道）', width: 110, ellipsis: true, hidden: true, dataIndex: 'township' },
  {
    key: 'stage',
    title: '进度',
    width: 176,
    value: (row) => STAGES[row.stage],
    render: (_, row) => <StageTag stage={row.stage} />,
  },
  levelColumn('self', '自查'),
  levelColumn('county', '县级', 118),
  levelColumn('city', '市级', 86),
  levelColumn('province', '省级', 86),
  {
    key: 'readiness',
    title: '验收前核对',
    width: 250,
    value: readinessText,
    ellipsis: true,
    render: (_, row) =>
      row.readiness.length === 0 ? (
        <Tag>可以验收</Tag>
      ) : (
        <Flex gap={4} title={readinessText(row)}>
          <Tag color="gold">{row.readiness.length}项</Tag>
          <span className="ellipsis">{row.readiness.map((one) => one.message).join('；')}</span>
        </Flex>
      ),
  },
];
