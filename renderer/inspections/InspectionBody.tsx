import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { InspectionListRow, InspectionPage } from '../../db/model/contract/inspections.ts';
import type { InspectionRow } from '../../db/model/contract/scoring.ts';
import { inChinese } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { scoredWords } from '../../db/model/results.ts';
import { INSPECTION_LEVELS } from '../../db/model/terms.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { scoringName, sheetPath } from '../scoring/sheetWords.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { InspectionActions } from './InspectionActions.tsx';
import { ScoringTable } from './ScoringTable.tsx';
import './inspections.css';

function RemoveModal({ row, onClose }: { readonly row: InspectionRow; readonly onClose: () => void }) {
  const act = useAct(client.scoring.remove);
  const remove = async (reason: string): Promise<void> => {
    if ((await act.run({ inspectionId: row.id, reason })).ok) onClose();
  };
  return (
    <ReasonModal
      open
      title={`移除${inChinese(row.inspectedOn)}的${scoringName(row.level)}`}
      okText="移除"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void remove(reason)}
      onClose={onClose}
    >
      <p>移除后不再计入结果；记录仍在表中，可以随时恢复。</p>
    </ReasonModal>
  );
}

const UPPER = ['city', 'province'] as const;

/** What city and province told of the workshop without a sheet. */
function ToldLines({ row }: { readonly row: InspectionListRow }) {
  return UPPER.flatMap((level) => {
    const told = row.told[level];
    return told
      ? [
          <p key={level} className="quiet">
            {INSPECTION_LEVELS[level]}告知（{inChinese(told.on)}）：{scoredWords(told)}，
            {told.passed ? '达标' : '未达标'}。{told.veto !== '' && `否决项：${told.veto}。`}登记在
            <Link to="/results?tab=events">市级省级结果</Link>
          </p>,
        ]
      : [];
  });
}

/** What is lacking, every scoring, and where the levels differ. */
export function InspectionBody({ page }: { readonly page: InspectionPage }) {
  const navigate = useNavigate();
  const restore = useAct(client.scoring.restore);
  const [removing, setRemoving] = useState<InspectionRow>();
  const { row, rows, comparison } = page;
  const all = [...rows.province, ...rows.city, ...rows.county, ...rows.self];
  return (
    <>
      <ProblemList problems={restore.problems} title="没有恢复" onClose={restore.clear} />
      {row.outcomes.county?.passed !== true && <ProblemList problems={row.readiness} title="验收前请核对" />}
      <div className="stack">
        <section className="panel" aria-label="各级评分">
          <ScoringTable
            rows={all}
            actions={{
              open: (one) => void navigate(sheetPath(one.level, one.id)),
              remove: setRemoving,
              restore: (one) => void restore.run({ inspectionId: one.id }),
            }}
          />
          <ToldLines row={row} />
        </section>
        <ComparisonPanel comparison={comparison} />
      </div>
      {removing && <RemoveModal row={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

const NOT_LISTED = 'inspection.notListed';

/** The same in the record of a workshop. */
export function InspectionTab({ workshopId }: { readonly workshopId: WorkshopId }) {
  const navigate = useNavigate();
  const page = useQuery({
    ...api.inspections.page.queryOptions({ input: { workshopId }, retry: false }),
    staleTime: 0,
  });
  if (page.isPending) return <Skeleton active />;
  if (page.isError) {
    const problems = problemsOf(page.error);
    return problems.some((one) => one.code === NOT_LISTED) ? (
      <div className="panel">
        <Empty description="列入创建名单、完成改造后，在这里考评验收。">
          <Button onClick={() => void navigate('/inspections')}>去考评验收</Button>
        </Empty>
      </div>
    ) : (
      <ProblemList problems={problems} />
    );
  }
  return (
    <>
      <Flex justify="end" gap={8} className="page-message">
        <InspectionActions page={page.data} />
      </Flex>
      <InspectionBody page={page.data} />
    </>
  );
}
