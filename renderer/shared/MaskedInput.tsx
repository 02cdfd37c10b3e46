import { App, Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { Result } from '../../db/model/problems.ts';

/** What a form hands to its field. */
export interface MaskedFieldProps {
  readonly id?: string;
  /** Undefined: not touched; null: to be deleted when the form is saved. */
  readonly value?: string | null;
  readonly onChange?: (value: string | null | undefined) => void;
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
  /** Whether what is kept may be deleted; left empty it stays in any case. */
  readonly clearable?: boolean;
}

/** A private value: masked, shown on purpose (which is logged), typed anew only after 修改. */
export function MaskedInput({ label, masked, reveal, clearable, id, value, onChange, onBlur }: Props) {
  const { modal } = App.useApp();
  const [shown, setShown] = useState<string | null>(null);
  const input = { ...(id === undefined ? {} : { id }), autoComplete: 'off', 'aria-label': label, onBlur };
  if (masked === null)
    return <Input {...input} value={value ?? ''} onChange={(event) => onChange?.(event.target.value)} />;
  if (value === null)
    return (
      <Space.Compact block>
        <Input {...input} readOnly placeholder="保存后删除" />
        <Button aria-label={`不删除${label}`} onClick={() => onChange?.(undefined)}>
          不删除了
        </Button>
      </Space.Compact>
    );
  const askToClear = () =>
    modal.confirm({
      title: `删除${label}？`,
      content: '保存后删除，并记入操作记录；删除后要重新填写才能找回。保存之前可以点“不删除了”。',
      okText: '删除',
      okType: 'default',
      cancelText: '取消',
      autoFocusButton: 'cancel',
      onOk: () => onChange?.(null),
    });
  if (value !== undefined)
    return (
      <Space.Compact block>
        <Input
          {...input}
          autoFocus
          value={value}
          placeholder="不填则保持不变"
          onChange={(event) => onChange?.(event.target.value)}
        />
        {clearable && (
          <Button aria-label={`删除${label}`} onClick={askToClear}>
            删除…
          </Button>
        )}
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
