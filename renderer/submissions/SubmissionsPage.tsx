import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { SubmissionRow } from '../../db/model/contract/packages.ts';
import { api } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { FolderButton } from '../shared/FilePick.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { CalendarTable } from './CalendarTable.tsx';
import { HandedUpTable } from './HandedUpTable.tsx';
import { PrecheckPanel } from './PrecheckPanel.tsx';
import './submissions.css';
import { usePackageWork } from './usePackageWork.ts';
import { VerificationResult } from './VerificationResult.tsx';
import { WrittenResult } from './WrittenResult.tsx';

/** What the clerk most likely came for: what is late or due, else the first that is not yet handed up. */
const proposed = (rows: readonly SubmissionRow[]): SubmissionRow | undefined =>
  rows.find((row) => row.state === 'overdue' || row.state === 'due') ?? rows.find((row) => row.last === null);

/** 报送: the year's calendar; packages checked before they are written, written to a stick, and checked again. */
export function SubmissionsPage() {
  const { work, written, verification, write, verify, clear } = usePackageWork();
  const calendar = useQuery(api.packages.calendar.queryOptions());
  const [params, setParams] = useSearchParams();
  const rows = calendar.data ?? [];
  const row = rows.find((one) => one.key === params.get('of')) ?? proposed(rows);
  const verifyPicked = (folder: Parameters<typeof verify>[0]): void => void verify(folder);
  return (
    <>
      <PageHeader title="报送" note="报送包写到U盘或文件夹，随包的报送清单打印后一并报市局">
        <FolderButton purpose="package" onPicked={verifyPicked}>
          校验报送包…
        </FolderButton>
      </PageHeader>
      <ProgressModal work={work} />
      <ProblemList problems={work.problems} onClose={work.clear} />
      {calendar.error && <ProblemList problems={problemsOf(calendar.error)} />}
      <div className="submissions">
        {verification && (
          <VerificationResult verification={verification} onVerify={verifyPicked} onClose={clear} />
        )}
        {written && <WrittenResult written={written} onVerify={verifyPicked} onClose={clear} />}
        <CalendarTable
          rows={calendar.data}
          selected={row?.key}
          onSelect={(of) => setParams({ of }, { replace: true })}
        />
        {row && (
          <PrecheckPanel
            key={row.key}
            row={row}
            asked={params.get('of') === row.key}
            onPicked={(folder, correction) => void write(row, folder, correction)}
          />
        )}
        <HandedUpTable />
      </div>
    </>
  );
}
