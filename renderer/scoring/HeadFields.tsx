import { Form, Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import type { TableHead } from '../../db/model/contract/scoring.ts';

interface Props {
  readonly head: TableHead;
  readonly disabled?: boolean;
  readonly first?: Ref<InputRef>;
  readonly onChange: (head: TableHead) => void;
}

const FIELDS = [
  { key: 'title', label: '名称', max: 80, hint: '' },
  { key: 'version', label: '版本', max: 40, hint: '如2021、2021修订' },
  { key: 'source', label: '来源', max: 200, hint: '文件名称和文号' },
] as const;

/** Name, version and source of a 评分表. */
export const HeadFields = ({ head, disabled = false, first, onChange }: Props) => (
  <Form layout="vertical" component="div">
    <div className="table-head">
      {FIELDS.map(({ key, label, max, hint }) => (
        <Form.Item key={key} label={label} required={key !== 'source'}>
          <Input
            {...(key === 'title' && first ? { ref: first } : {})}
            aria-label={label}
            value={head[key]}
            maxLength={max}
            placeholder={hint}
            disabled={disabled}
            onChange={(event) => onChange({ ...head, [key]: event.target.value })}
          />
        </Form.Item>
      ))}
    </div>
  </Form>
);
