import { keysOf, SUBMISSION_KINDS } from '../../db/model/terms.ts';
import { FolderButton } from '../shared/FilePick.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { HandedUpTable } from './HandedUpTable.tsx';
import { PrecheckPanel } from './PrecheckPanel.tsx';
import './submissions.css';
import { usePackageWork } from './usePackageWork.ts';
import { VerificationResult } from './VerificationResult.tsx';
import { WrittenResult } from './WrittenResult.tsx';

const KINDS = keysOf(SUBMISSION_KINDS);

/** 报送: packages checked before they are written, written to a stick, and checked again. */
export function SubmissionsPage() {
  const { work, written, verification, write, verify, clear } = usePackageWork();
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
      <div className="submissions">
        {verification && (
          <VerificationResult verification={verification} onVerify={verifyPicked} onClose={clear} />
        )}
        {written && <WrittenResult written={written} onVerify={verifyPicked} onClose={clear} />}
        {KINDS.map((kind) => (
          <PrecheckPanel key={kind} kind={kind} onPicked={(folder) => void write(kind, folder)} />
        ))}
        <HandedUpTable />
      </div>
    </>
  );
}
