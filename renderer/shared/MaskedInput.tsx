import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { Result } from '../../db/model/problems.ts';

/** What a form hands to its field. */
export interface MaskedFieldProps {
  readonly id?: string;
  /** Undefined or null: not touched, what is kept stays. */
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
  readonly onBlur?: () => void;
}

interface Reveal {
  readonly run: () => Promise<Result<{ readonly value: string | null }>>;
  readonly running: boolean;
  readonly failed: boolean;
}

interface Props extends MaskedFieldProps {
  readonly label: string;
  /** What is kept, masked; null where there is nothing yet: then it is just typed in. */
  readonly masked: string | null;
  readonly reveal: Reveal;
  /** What an emptied field means. */
  readonly emptiedHint?: string;
}

/** A private value: masked, shown on purpose (which is logged), typed anew only after 修改. */
export function MaskedInput({ label, masked, reveal, emptiedHint, id, value, onChange, onBlur }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  const input = { ...(id === undefined ? {} : { id }), autoComplete: 'off', 'aria-label': label, onBlur };
  if (masked === null)
    return <Input {...input} value={value ?? ''} onChange={(event) => onChange?.(event.target.value)} />;
  if (value !== undefined && value !== null)
    return (
      <Space.Compact block>
        <Input
          {...input}
          autoFocus
          value={value}
          placeholder={emptiedHint}
          onChange={(event) => onChange?.(event.target.value)}
        />
        <Button onClick={() => onChange?.(undefined)}>不改了</Button>
      </Space.Compact>
    );
  const show = async () => {
    const revealed = await reveal.run();
    if (revealed.ok) setShown(revealed.value.value);
  };
  return (
    <Space.Compact block>
      <Input {...input} readOnly value={shown ?? masked} status={reveal.failed ? 'error' : ''} />
      {shown === null ? (
        <Button
          loading={reveal.running}
          aria-label={`显示${label}`}
          title="查看会记入操作记录"
          onClick={() => void show()}
        >
          显示
        </Button>
      ) : (
        <Button aria-label={`隐藏${label}`} onClick={() => setShown(null)}>
          隐藏
        </Button>
      )}
      <Button aria-label={`修改${label}`} onClick={() => onChange?.(shown ?? '')}>
        修改
      </Button>
    </Space.Compact>
  );
}
