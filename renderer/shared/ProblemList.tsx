import { Alert, Button } from 'antd';
import { useState } from 'react';
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

/** More than these would push the page out of sight. */
const MOST = 6;

const Sentences = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const [all, setAll] = useState(false);
  const [only] = problems;
  const shown = all || problems.length <= MOST + 1 ? problems : problems.slice(0, MOST);
  if (only && problems.length === 1)
    return (
      <span>
        <Sentence one={only} />
      </span>
    );
  return (
    <ul className="problem-sentences">
      {shown.map((one, index) => (
        // Two problems may read the same; their order never changes while shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={`${index}-${one.code}`}>
          <Sentence one={one} />
        </li>
      ))}
      {shown.length < problems.length && (
        <li>
          <Button type="link" size="small" className="more-problems" onClick={() => setAll(true)}>
            还有{problems.length - shown.length}条，全部显示
          </Button>
        </li>
      )}
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
