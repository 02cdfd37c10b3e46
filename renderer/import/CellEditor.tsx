import { Input, Tooltip } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { errorsOf, type Problem } from '../../db/model/problems.ts';
import { BLANK } from '../shared/format.ts';

interface Props {
  readonly label: string;
  /** As the host shows it; private numbers are masked. */
  readonly shown: string;
  readonly problems: readonly Problem[];
  readonly onText: (text: string) => void;
}

/** A masked number cannot be mended by a few characters: it is typed anew. */
const startText = (shown: string): string => (/\*{3}/.test(shown) ? '' : shown);

/** One cell of the preview: click or Enter to mend it, Enter to keep, Esc to leave it as it was. */
export function CellEditor({ label, shown, problems, onText }: Props) {
  const [text, setText] = useState<string | null>(null);
  const keep = () => {
    if (text !== null && text !== startText(shown)) onText(text.trim());
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setText(null);
  };
  if (text !== null)
    return (
      <Input
        size="small"
        autoFocus
        aria-label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) keep();
        }}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
    );
  const state = problems.length === 0 ? '' : errorsOf(problems).length > 0 ? ' cell-bad' : ' cell-warn';
  return (
    <Tooltip title={problems.map((one) => one.message).join('；')}>
      <button
        type="button"
        className={`cell-button${state}`}
        aria-label={`${label}：${shown || '空'}，修改`}
        onClick={() => setText(startText(shown))}
      >
        {shown || BLANK}
      </button>
    </Tooltip>
  );
}
