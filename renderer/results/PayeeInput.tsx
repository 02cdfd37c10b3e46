import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { PAYEE_LABELS, type PayeeField } from '../../db/model/awards.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { client, useAct } from '../api.ts';

interface Props {
  readonly field: PayeeField;
  readonly workshopId: WorkshopId;
  /** What is kept, masked; null where there is nothing yet. */
  readonly masked: string | null;
  readonly id?: string;
  /** Undefined: not touched, what is kept stays. */
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** A part of 收款信息: masked, shown on purpose (which is logged), typed anew only after 修改. */
export function PayeeInput({ field, workshopId, masked, id, value, onChange }: Props) {
  const label = PAYEE_LABELS[field];
  const reveal = useAct(client.awards.revealPayee, { refresh: false });
  const [shown, setShown] = useState<string | null>(null);
  const input = { ...(id === undefined ? {} : { id }), autoComplete: 'off', 'aria-label': label };
  if (masked === null)
    return <Input {...input} value={value ?? ''} onChange={(event) => onChange?.(event.target.value)} />;
  if (value !== undefined)
    return (
      <Space.Compact block>
        <Input {...input} autoFocus value={value} onChange={(event) => onChange?.(event.target.value)} />
        <Button onClick={() => onChange?.(undefined)}>不改了</Button>
      </Space.Compact>
    );
  const show = async () => {
    const revealed = await reveal.run({ workshopId, field });
    if (revealed.ok) setShown(revealed.value.value);
  };
  return (
    <Space.Compact block>
      <Input {...input} readOnly value={shown ?? masked} status={reveal.problems.length > 0 ? 'error' : ''} />
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
