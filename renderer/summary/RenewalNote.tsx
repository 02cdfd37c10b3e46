import { Alert, Button } from 'antd';
import type { Renewal } from '../../db/model/writing.ts';

interface Props {
  readonly renewal: Renewal;
  readonly asOf: string;
  readonly running: boolean;
  readonly onRenew: () => void;
}

/** What the records say differently since the figures were taken. */
export function RenewalNote({ renewal, asOf, running, onRenew }: Props) {
  const { changes, edited } = renewal;
  if (changes.length === 0) return null;
  return (
    <Alert
      className="page-message"
      type="warning"
      showIcon
      title={`${asOf}取数以后，记录有变化：`}
      description={
        <>
          <ul className="plain-list" aria-label="数字变化">
            {changes.map(({ section, label, from, to }) => (
              <li key={`${section}${label}`}>
                {label}：{from} → {to}
              </li>
            ))}
          </ul>
          {edited.length > 0 && (
            <p>
              {edited.map((one) => `“${one}”`).join('、')}
              已由人工修改，重新取数不改动其文字，请对照右侧的数字自行修改。
            </p>
          )}
        </>
      }
      action={
        <Button size="small" type="primary" loading={running} onClick={onRenew}>
          重新取数
        </Button>
      }
    />
  );
}
