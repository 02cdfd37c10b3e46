import { Alert, App, Button, Empty, Flex } from 'antd';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { type Duty, DutyInput, dutyState } from '../../db/model/mobilisation.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { DutyTable } from './DutyTable.tsx';
import { asDuties, asRows, type DutyRow, isSame, moved, NEW_DUTY } from './dutyRows.ts';

const Unsaved = z.array(DutyInput.extend({ task: z.string() }));
const PAPER: PaperRef = { paper: 'dutyTable' };

const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

interface Removed {
  readonly row: DutyRow;
  readonly index: number;
}

/** The whole table is edited on the screen and saved at once; rows left out go to 回收站. */
export function DutyDesk({ stored }: { readonly stored: readonly Duty[] }) {
  const { campaign, today } = useOffice();
  const { message } = App.useApp();
  const [rows, setRows] = useState(() => asRows(stored));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [showing, setShowing] = useState(false);
  const save = useAct(client.mobilisation.saveDuties);
  const propose = useAct(client.mobilisation.proposeDuties, { refresh: false });
  const unsaved = !isSame(rows, stored);
  useEffect(() => setRows(asRows(stored)), [stored]);
  const draft = useDraft(`duties-${campaign.id}`, unsaved ? asDuties(rows) : null, Unsaved, (found) =>
    setRows(asRows(found)),
  );
  const submit = async () => {
    if (!(await save.run({ duties: asDuties(rows) })).ok) return;
    setRemoved(null);
    await draft.drop();
    message.success('已保存任务分解');
  };
  useCommand('save', () => void submit());
  const generate = async (from: 'notice' | 'lastYear') => {
    const proposed = await propose.run({ from });
    if (proposed.ok) setRows([...rows, ...asRows(proposed.value)]);
  };
  const remove = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setRemoved({ row, index });
    setRows(rows.filter((_, at) => at !== index));
  };
  const late = rows.filter((row) => dutyState(row, today) === 'late').length;
  const starts = (
    <Flex gap={8} justify="center" wrap>
      <Button type="primary" loading={propose.running} onClick={() => void generate('notice')}>
        按通知生成
      </Button>
      <Button disabled={propose.running} onClick={() => void generate('lastYear')}>
        沿用上一年度
      </Button>
      <Button onClick={() => setRows([...rows, ...asRows([NEW_DUTY])])}>增加一行</Button>
    </Flex>
  );
  return (
    <div className="panel stack">
      {draft.banner}
      <ProblemList problems={save.problems} title="没有保存" onClose={save.clear} />
      <ProblemList problems={propose.problems} onClose={propose.clear} />
      {removed && (
        <Alert
          type="info"
          showIcon
          title={`已去掉任务“${shortened(removed.row.task)}”，保存后移入回收站`}
          action={
            <Button
              size="small"
              onClick={() => {
                setRows(rows.toSpliced(removed.index, 0, removed.row));
                setRemoved(null);
              }}
            >
              撤销
            </Button>
          }
        />
      )}
      {rows.length === 0 && !unsaved ? (
        <Empty description="还没有任务分解。可以按通知的各阶段生成一份，再改成本单位的分工。">{starts}</Empty>
      ) : (
        <>
          <Flex justify="space-between" align="center" gap={8} wrap>
            <span className="quiet">
              共{rows.length}项任务，已完成{rows.filter((row) => row.doneOn !== null).length}项
              {late > 0 && <span className="duty-late">，逾期{late}项</span>}
              {unsaved && '　有改动未保存'}
            </span>
            <Flex gap={8}>
              <Button disabled={unsaved} onClick={() => setShowing(true)}>
                任务分解表
              </Button>
              <Button type="primary" loading={save.running} onClick={() => void submit()}>
                保存 Ctrl+S
              </Button>
            </Flex>
          </Flex>
          <DutyTable
            rows={rows}
            onChange={(index, patch) =>
              setRows(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)))
            }
            onMove={(index, by) => setRows(moved(rows, index, by))}
            onRemove={remove}
          />
          <Flex gap={8} align="center">
            <Button onClick={() => setRows([...rows, ...asRows([NEW_DUTY])])}>增加一行</Button>
            <span className="quiet">Enter到下一格，Shift+Enter换行，Alt+↑↓移动行</span>
          </Flex>
        </>
      )}
      {showing && <PaperPreview refs={PAPER} onClose={() => setShowing(false)} />}
    </div>
  );
}
