import { Alert } from 'antd';
import type { Problem } from '../../db/model/problems.ts';

interface Props {
  readonly problems: readonly Problem[];
  /** Says what was not done, e.g. «没有保存». */
  readonly title?: string;
  readonly onClose?: () => void;
}

/** Where the clerk can put a problem right, when that is another page. */
const wayOut = (one: Problem): { readonly href: string; readonly label: string } | undefined =>
  one.code === 'calendar.unknownYear'
    ? { href: `#/settings?tab=holidays&year=${one.found ?? ''}`, label: '去录入节假日' }
    : undefined;

const Sentence = ({ one }: { readonly one: Problem }) => {
  const way = wayOut(one);
  return (
    <>
      {one.message}
      {way && <a href={way.href}>　{way.label}</a>}
    </>
  );
};

const Sentences = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const [only] = problems;
  if (only && problems.length === 1)
    return (
      <span>
        <Sentence one={only} />
      </span>
    );
  return (
    <ul className="problem-sentences">
      {problems.map((one, index) => (
        // Two problems may read the same; their order never changes while shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={`${index}-${one.code}`}>
          <Sentence one={one} />
        </li>
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
