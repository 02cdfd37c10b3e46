import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Empty, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ResultRow } from '../../db/model/contract/results.ts';
import { RESULT_STATES, type ResultState } from '../../db/model/results.ts';
import { keysOf, RESULT_DECISIONS, type ResultDecision } from '../../db/model/terms.ts';
import { api, client } from '../api.ts';
import { DataTable } from '../shared/DataTable.tsx';
import type { DataColumn } from '../shared/dataColumn.ts';
import { BLANK, orBlank } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { DecisionModal } from './DecisionModal.tsx';
import { DemandModal } from './DemandModal.tsx';
import { scoredBriefly } from './scoreText.ts';
import { useReasonDialog } from './useReasonDialog.tsx';
import { useStageRows } from './useStageRows.ts';

const chips = keysOf(RESULT_STATES).map((key) => ({ key, label: RESULT_STATES[key] }));
const rowKey = (row: ResultRow): string => row.workshopId;
const chipOf = (row: ResultRow): string => row.state;
const searchText = (row: ResultRow): string =>
  `${row.name} ${row.ownerName} ${row.township} ${row.initials}`.toLowerCase();

/** Red only for what is overdue or refused. */
const COLOURS: Readonly<Partial<Record<ResultState, string>>> = {
  recommended: 'blue',
  doubtful: 'red',
  overdue: 'red',
};

const decisionText = ({ decision, doubts }: ResultRow): string => {
  if (decision === null) return '';
  const why = decision.reason === '' ? '' : `：${decision.reason}`;
  const doubt = doubts.length === 0 ? '' : `需复核：${doubts.join('；')}。`;
  return `${doubt}${decision.decidedOn} ${RESULT_DECISIONS[decision.kind]}${why}`;
};

const columns: readonly DataColumn<ResultRow>[] = [
  { key: 'name', title: '小作坊名称', width: 180, dataIndex: 'name', fixed: 'left', ellipsis: true },
  { key: 'ownerName', title: '业主', width: 90, dataIndex: 'ownerName' },
  { key: 'township', title: '乡镇（街道）', width: 110, dataIndex: 'township', hidden: true },
  {
    key: 'state',
    title: '状态',
    width: 140,
    value: (row) => RESULT_STATES[row.state],
    render: (_, row) => <Tag color={COLOURS[row.state] ?? 'default'}>{RESULT_STATES[row.state]}</Tag>,
  },
  ...(
    [
      ['county', '县级考评'],
      ['city', '市级复评'],
      ['province', '省级抽查'],
    ] as const
  ).flatMap(([level, title]): DataColumn<ResultRow>[] => [
    { key: level, title, width: 132, render: (_, row) => scoredBriefly(row[level]) },
    {
      key: `${level}On`,
      title: `${title}日期`,
      width: 112,
      hidden: true,
      render: (_, row) => row[level]?.on ?? BLANK,
    },
  ]),
  { key: 'announced', title: '省厅公布', width: 90, render: (_, row) => (row.announced ? '已公布' : '—') },
  {
    key: 'decision',
    title: '处理结果',
    width: 240,
    ellipsis: true,
    value: decisionText,
    render: (_, row) => orBlank(decisionText(row)),
  },
];

interface Deciding {
  readonly decision: ResultDecision;
  readonly rows: readonly ResultRow[];
  readonly clear: () => void;
}

const FAILING: readonly ResultState[] = ['failed', 'rectified'];
const OTHERS = ['withhold', 'criticise'] as const;

const open = (rows: readonly ResultRow[]) => rows.filter((row) => row.decision === null);

/** What can be done about the chosen workshops; each button says for how many. */
function Actions({
  rows,
  onDecide,
  onDemand,
  onTakeBack,
}: {
  readonly rows: readonly ResultRow[];
  readonly onDecide: (decision: ResultDecision, rows: readonly ResultRow[]) => void;
  readonly onDemand: (row: ResultRow) => void;
  readonly onTakeBack: (rows: readonly ResultRow[]) => void;
}) {
  const passed = rows.filter((row) => row.state === 'passed');
  const undecided = open(rows);
  const decided = rows.filter((row) => row.decision !== null);
  const [only] = rows;
  const failed = rows.length === 1 && only?.decision === null && FAILING.includes(only.state);
  return (
    <>
      {passed.length > 0 && (
        <Button type="primary" onClick={() => onDecide('recommend', passed)}>
          列入推荐名单（{passed.length}家）…
        </Button>
      )}
      {failed && only && <Button onClick={() => onDemand(only)}>下达整改…</Button>}
      {undecided.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: OTHERS.map((key) => ({
              key,
              label: `${RESULT_DECISIONS[key]}（${undecided.length}家）…`,
            })),
            onClick: ({ key }) => {
              const decision = OTHERS.find((one) => one === key);
              if (decision) onDecide(decision, undecided);
            },
          }}
        >
          <Button>其他处理…</Button>
        </Dropdown>
      )}
      {decided.length > 0 && <Button onClick={() => onTakeBack(decided)}>撤回（{decided.length}家）…</Button>}
    </>
  );
}

function NoRoster() {
  const navigate = useNavigate();
  return (
    <Empty description="创建名单还没有确定。名单上的小作坊考评验收后，在这里列入推荐名单或下达整改。">
      <Button type="primary" onClick={() => void navigate('/publicity')}>
        去公示
      </Button>
    </Empty>
  );
}

/** 推荐名单: every workshop of the 创建名单 with its scores and what became of it. */
export function RecommendTab() {
  const navigate = useNavigate();
  const results = useQuery(api.results.list.queryOptions());
  const only = useStageRows(results.data?.rows);
  const [deciding, setDeciding] = useState<Deciding>();
  const [demanding, setDemanding] = useState<ResultRow>();
  const reason = useReasonDialog();
  const takeBack = (rows: readonly ResultRow[], clear: () => void): void =>
    reason.ask({
      title: `撤回${rows.length}家的处理结果`,
      okText: '撤回处理结果',
      text: '撤回后回到考评结果的状态，可以重新处理。原处理结果保留在记录中。',
      run: (why) => client.results.takeBack({ workshopIds: rows.map((row) => row.workshopId), reason: why }),
      onDone: clear,
    });
  return (
    <>
      <ProblemList problems={results.data?.warnings ?? []} />
      <DataTable
        id="results"
        name="考评结果"
        rows={results.data?.rows}
        rowKey={rowKey}
        columns={columns}
        searchText={searchText}
        searchHint="搜索名称、业主、乡镇"
        chipOf={chipOf}
        chips={chips}
        only={only}
        onOpen={(row) => void navigate(`/workshops/${row.workshopId}`)}
        selectionActions={(rows, clear) => (
          <Actions
            rows={rows}
            onDecide={(decision, some) => setDeciding({ decision, rows: some, clear })}
            onDemand={setDemanding}
            onTakeBack={(some) => takeBack(some, clear)}
          />
        )}
        empty={<NoRoster />}
      />
      {deciding && (
        <DecisionModal
          decision={deciding.decision}
          rows={deciding.rows}
          onClose={() => setDeciding(undefined)}
          onDone={() => {
            deciding.clear();
            setDeciding(undefined);
          }}
        />
      )}
      {demanding && <DemandModal row={demanding} before={null} onClose={() => setDemanding(undefined)} />}
      {reason.dialog}
    </>
  );
}
