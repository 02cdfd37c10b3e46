import { useQuery } from '@tanstack/react-query';
import { Alert, Collapse, Flex, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { PackagePrecheck, SubmissionRow } from '../../db/model/contract/packages.ts';
import { countsText } from '../../db/model/countsText.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { api } from '../api.ts';
import { dueDayText } from '../home/dueText.ts';
import { problemsOf } from '../problems.ts';
import { FolderButton } from '../shared/FilePick.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ChangesNote } from './ChangesNote.tsx';
import { type CorrectionChoice, CorrectionFields } from './CorrectionFields.tsx';
import { stateText } from './submissionText.ts';
import type { Correction } from './usePackageWork.ts';

interface Props {
  readonly row: SubmissionRow;
  /** The clerk asked for it: it is brought into sight. */
  readonly asked: boolean;
  readonly onPicked: (folder: PickedPath, correction: Correction | null) => void;
}

const Files = ({ files }: Pick<PackagePrecheck, 'files'>) => (
  <Collapse
    size="small"
    items={[
      {
        key: 'files',
        label: `包内文件（${files.length}个）`,
        children: (
          <ul className="package-files">
            {files.map((file) => (
              <li key={file.path}>
                <span>{file.path}</span>
                <span className="quiet">{file.title}</span>
              </li>
            ))}
          </ul>
        ),
      },
    ]}
  />
);

const Checked = ({ check }: { readonly check: PackagePrecheck }) => (
  <>
    {errorsOf(check.problems).length === 0 && (
      <Alert className="page-message" type="success" showIcon title="检查通过，可以报送。" />
    )}
    <ProblemList
      problems={check.problems}
      title={errorsOf(check.problems).length > 0 ? '还不能报送，请先补齐：' : '请核对：'}
    />
    <ChangesNote since={check.since} changes={check.changes} />
    {check.files.length > 0 && <Files files={check.files} />}
  </>
);

const NEW: CorrectionChoice = { corrects: false, reason: '' };

/** `undefined`: a correction still waits for its reason. */
function correctionOf(check: PackagePrecheck, choice: CorrectionChoice): Correction | null | undefined {
  if (check.since === null || !(check.mustCorrect || choice.corrects)) return null;
  const reason = choice.reason.trim();
  return reason === '' ? undefined : { replacesId: check.since.id, reason };
}

/** One thing to be handed up before it is written: what goes in, what is missing, when it is due. */
export function PrecheckPanel({ row, asked, onPicked }: Props) {
  const { kind, month, label } = row;
  const precheck = useQuery(api.packages.precheck.queryOptions({ input: { kind, month } }));
  const [given, setGiven] = useState<CorrectionChoice & { readonly of?: string }>(NEW);
  const check = precheck.data;
  const since = check?.since?.id;
  // The reason given for one correction is none for the next.
  const choice = given.of === since ? given : NEW;
  const panel = useRef<HTMLElement>(null);
  const arrived = check !== undefined;
  useEffect(() => {
    if (asked && arrived) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [asked, arrived]);
  const correction = check ? correctionOf(check, choice) : undefined;
  const blocked = !check || errorsOf(check.problems).length > 0 || correction === undefined;
  return (
    <section ref={panel} className="panel" aria-label={`报送${label}`}>
      <Flex justify="space-between" align="start" gap={12}>
        <div className="precheck-text">
          <h2 className="panel-heading">{label}</h2>
          <p className="quiet precheck-note">
            {`期限：${dueDayText(row)}；${stateText(row)}`}
            {check && countsText(check.counts) !== '' && `；${countsText(check.counts)}`}
            {check && `；文件夹：${check.folderName}`}
          </p>
        </div>
        {month !== null && <Link to={`/monthly?month=${month}`}>查看月报</Link>}
        <FolderButton
          purpose="package"
          type="primary"
          disabled={blocked}
          onPicked={(folder) => onPicked(folder, correction ?? null)}
          aria-label={`生成${label}报送包`}
        >
          生成报送包…
        </FolderButton>
      </Flex>
      {precheck.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {precheck.error && <ProblemList problems={problemsOf(precheck.error)} />}
      {check?.since && (
        <CorrectionFields
          since={check.since}
          mustCorrect={check.mustCorrect}
          choice={choice}
          onChange={(chosen) => setGiven({ ...chosen, of: check.since?.id ?? '' })}
        />
      )}
      {check && <Checked check={check} />}
    </section>
  );
}
