import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { PrivateField } from '../../db/model/contract/workshops.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { client, useAct } from '../api.ts';

interface Props {
  readonly field: PrivateField;
  readonly label: string;
  /** Null for a new applicant: then it is just typed in. */
  readonly workshopId: WorkshopId | null;
  readonly masked: string | null;
  readonly id?: string;
  /** Undefined: not touched, the stored number stays. */
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
  readonly onBlur?: () => void;
}

/** A private number: masked, shown on purpose (which is logged), typed anew only after 修改. */
export function PrivateInput({ field, label, workshopId, masked, id, value, onChange, onBlur }: Props) {
  const reveal = useAct(client.workshops.reveal);
  const [shown, setShown] = useState<string | null>(null);
  const input = { ...(id === undefined ? {} : { id }), autoComplete: 'off', 'aria-label': label, onBlur };
  if (workshopId === null || masked === null)
    return <Input {...input} value={value ?? ''} onChange={(event) => onChange?.(event.target.value)} />;
  if (value !== undefined && value !== null)
    return (
      <Space.Compact block>
        <Input
          {...input}
          autoFocus
          value={value}
          placeholder="清空后保存即删除"
          onChange={(event) => onChange?.(event.target.value)}
        />
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
