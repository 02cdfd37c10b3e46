import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, ConfigProvider, Input, Table, Tag } from 'antd';
import type { KeyboardEvent } from 'react';
import { DUTY_STATES, dutyState } from '../../db/model/mobilisation.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput } from '../shared/inputs.tsx';
import type { DutyRow } from './dutyRows.ts';

interface Props {
  readonly rows: readonly DutyRow[];
  readonly onChange: (index: number, patch: Partial<DutyRow>) => void;
  readonly onMove: (index: number, by: 1 | -1) => void;
  readonly onRemove: (index: number) => void;
}

const COLOURS = { done: 'green', late: 'red', open: 'default', undated: 'default' } as const;

type TextField = 'task' | 'unit' | 'responsible' | 'note';

/** Enter in a cell's text goes on; Shift+Enter starts a line. */
function toNextField(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing) return;
  event.preventDefault();
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement)) return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('textarea, input')];
  fields[fields.indexOf(target) + 1]?.focus();
}

/** One row a task, edited in place. */
export function DutyTable({ rows, onChange, onMove, onRemove }: Props) {
  const { today } = useOffice();
  const text = (field: TextField, title: string, width: number, maxLength: number) => ({
    key: field,
    title,
    width,
    render: (_: unknown, row: DutyRow, index: number) => (
      <Input.TextArea
        aria-label={`第${index + 1}项${title}`}
        className="grows"
        rows={1}
        value={row[field]}
        maxLength={maxLength}
        status={field === 'task' && row.task.trim() === '' ? 'error' : ''}
        onChange={(event) => onChange(index, { [field]: event.target.value })}
      />
    ),
  });
  const date = (field: 'dueOn' | 'doneOn', title: string) => ({
    key: field,
    title,
    width: 108,
    render: (_: unknown, row: DutyRow, index: number) => (
      <DateInput
        aria-label={`第${index + 1}项${title}`}
        placeholder={field === 'dueOn' ? '全年' : ''}
        value={row[field]}
        onChange={(value) => onChange(index, { [field]: value })}
      />
    ),
  });
  /** Enter goes on, Alt+↑↓ carries the row along. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const cell = event.target instanceof HTMLElement ? event.target.closest('tr') : null;
    const index = rows.findIndex((row) => row.key === cell?.dataset.rowKey);
    if (event.altKey && index >= 0 && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove(index, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
      toNextField(event);
    } else enterMoves(event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside
    <div onKeyDown={onKeyDown} className="duty-table">
      <ConfigProvider variant="borderless">
        <Table<DutyRow>
          size="small"
          bordered
          dataSource={[...rows]}
          rowKey="key"
          pagination={false}
          scroll={{ x: 1080 }}
          columns={[
            {
              key: 'number',
              title: '序号',
              width: 52,
              align: 'center',
              render: (_, __, index) => <div className="duty-plain">{index + 1}</div>,
            },
            text('task', '工作任务', 300, 200),
            text('unit', '责任单位', 132, 60),
            text('responsible', '责任人', 100, 60),
            date('dueOn', '完成时限'),
            date('doneOn', '完成日期'),
            {
              key: 'state',
              title: '情况',
              width: 80,
              render: (_, row) => {
                const state = dutyState(row, today);
                return (
                  <div className="duty-plain">
                    <Tag color={COLOURS[state]}>{DUTY_STATES[state]}</Tag>
                  </div>
                );
              },
            },
            text('note', '备注', 150, 200),
            {
              key: 'act',
              width: 104,
              render: (_, __, index) => (
                <>
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined />}
                    disabled={index === 0}
                    aria-label={`第${index + 1}项上移`}
                    onClick={() => onMove(index, -1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDownOutlined />}
                    disabled={index === rows.length - 1}
                    aria-label={`第${index + 1}项下移`}
                    onClick={() => onMove(index, 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={`去掉第${index + 1}项`}
                    onClick={() => onRemove(index)}
                  />
                </>
              ),
            },
          ]}
        />
      </ConfigProvider>
    </div>
  );
}
