import { Alert } from 'antd';
import type { Problem } from '../../db/model/problems.ts';

interface Props {
  readonly problems: readonly Problem[];
  /** Says what was not done, e.g. «没有保存». */
  readonly title?: string;
  readonly onClose?: () => void;
}

const Sentences = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const [only] = problems;
  if (only && problems.length === 1) return <span>{only.message}</span>;
  return (
    <ul className="problem-sentences">
      {problems.map((one, index) => (
        // Two problems may read the same; their order never changes while shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={`${index}-${one.code}`}>{one.message}</li>
      ))}
    </ul>
  );
};

/** The one place for a page's message: what happened and what to do, as sentences. Nothing when there is nothing. */
export function ProblemList({ problems, title, onClose }: Props) {
  if (problems.length === 0) return null;
  const type = problems.some((one) => one.severity === 'error') ? 'error' : 'warning';
  const closable = onClose ? { closable: { onClose, 'aria-label': '关闭提示' } } : {};
  return (
    <Alert
      className="page-message"
      type={type}
      showIcon
      title={title ?? <Sentences problems={problems} />}
      {...(title === undefined ? {} : { description: <Sentences problems={problems} /> })}
      {...closable}
    />
  );
}
