import { Tag } from 'antd';
import { percentText, VISIT_STATES, type VisitState } from '../../db/model/assistance.ts';
import type { AssistanceRow } from '../../db/model/contract/assistance.ts';
import { STAGES } from '../../db/model/stage.ts';
import type { DataColumn } from '../shared/dataColumn.ts';
import { orBlank } from '../shared/format.ts';
import { StageTag } from '../shared/StageTag.tsx';

const TAG_COLOURS: Readonly<Record<VisitState, string>> = {
  unassigned: 'orange',
  overdue: 'red',
  normal: 'default',
};

const byText = (pick: (row: AssistanceRow) => string) => (a: AssistanceRow, b: AssistanceRow) =>
  pick(a).localeCompare(pick(b), 'zh-CN');
const byNumber = (pick: (row: AssistanceRow) => number | null) => (a: AssistanceRow, b: AssistanceRow) =>
  (pick(a) ?? -1) - (pick(b) ?? -1);

const text = (
  key: string,
  title: string,
  width: number,
  pick: (row: AssistanceRow) => string,
): DataColumn<AssistanceRow> => ({
  key,
  title,
  width,
  ellipsis: true,
  render: (_, row) => orBlank(pick(row)),
  value: pick,
  sorter: byText(pick),
});

const statesText = (row: AssistanceRow): string => row.states.map((one) => VISIT_STATES[one]).join('、');

const daysText = ({ daysSince }: AssistanceRow): string => (daysSince === null ? '' : `${daysSince}天`);

/** The columns of the 帮扶 list. */
export const assistanceColumns: readonly DataColumn<AssistanceRow>[] = [
  { ...text('name', '小作坊名称', 190, (row) => row.name), fixed: 'left' },
  text('ownerName', '业主', 76, (row) => row.ownerName),
  text('township', '乡镇（街道）', 118, (row) => row.township),
  { ...text('station', '监管所', 130, (row) => row.station), hidden: true },
  text('helper', '帮扶责任人', 104, (row) => row.helper?.name ?? ''),
  { ...text('since', '帮扶开始', 110, (row) => row.since ?? ''), hidden: true },
  text('lastVisitOn', '最近走访', 104, (row) => row.lastVisitOn ?? ''),
  {
    key: 'daysSince',
    title: '未走访天数',
    width: 112,
    render: (_, row) => orBlank(daysText(row)),
    value: (row) => row.daysSince,
    sorter: byNumber((row) => row.daysSince),
  },
  {
    key: 'visits',
    title: '走访次数',
    width: 88,
    align: 'right',
    render: (_, row) => row.visits,
    value: (row) => row.visits,
    sorter: byNumber((row) => row.visits),
  },
  {
    ...text('progress', '改造进度', 90, (row) =>
      row.progressPercent === null ? '' : percentText(row.progressPercent),
    ),
    align: 'right',
    hidden: true,
  },
  {
    key: 'stage',
    title: '进度',
    width: 120,
    render: (_, row) => <StageTag stage={row.stage} />,
    value: (row) => STAGES[row.stage],
  },
  {
    key: 'states',
    title: '走访情况',
    width: 186,
    render: (_, row) =>
      row.states.map((one) => (
        <Tag key={one} color={TAG_COLOURS[one]}>
          {VISIT_STATES[one]}
        </Tag>
      )),
    value: statesText,
  },
];
