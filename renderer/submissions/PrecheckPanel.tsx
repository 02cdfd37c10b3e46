import { useQuery } from '@tanstack/react-query';
import { Alert, Collapse, Flex, Skeleton } from 'antd';
import type { PackagePrecheck } from '../../db/model/contract/papers.ts';
import { IsoDate, inChinese } from '../../db/model/dates.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from '../../db/model/terms.ts';
import { api } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { FolderButton } from '../shared/FilePick.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { countsText } from './countsText.ts';

interface Props {
  readonly kind: SubmissionKind;
  readonly onPicked: (folder: PickedPath) => void;
}

const dayText = (day: string): string => {
  const date = IsoDate.safeParse(day);
  return date.success ? inChinese(date.data) : day;
};

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
    {check.files.length > 0 && <Files files={check.files} />}
  </>
);

/** One kind of package before it is written: what goes in, what is missing, when it is due. */
export function PrecheckPanel({ kind, onPicked }: Props) {
  const precheck = useQuery(api.packages.precheck.queryOptions({ input: { kind } }));
  const check = precheck.data;
  const blocked = !check || errorsOf(check.problems).length > 0;
  const label = SUBMISSION_KINDS[kind];
  return (
    <section className="panel" aria-label={`报送${label}`}>
      <Flex justify="space-between" align="start" gap={12}>
        <div>
          <h2 className="panel-heading">{label}</h2>
          {check && (
            <p className="quiet precheck-note">
              {dayText(check.dueOn)}前报送{countsText(check.counts) && `，${countsText(check.counts)}`}
            </p>
          )}
        </div>
        <FolderButton
          purpose="package"
          type="primary"
          disabled={blocked}
          onPicked={onPicked}
          aria-label={`生成${label}报送包`}
        >
          生成报送包…
        </FolderButton>
      </Flex>
      {precheck.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {precheck.error && <ProblemList problems={problemsOf(precheck.error)} />}
      {check && <Checked check={check} />}
    </section>
  );
}
