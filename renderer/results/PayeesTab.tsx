import { useQuery } from '@tanstack/react-query';
import { App, Button, Empty, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AwardRow } from '../../db/model/contract/awards.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { DataTable } from '../shared/DataTable.tsx';
import type { DataColumn } from '../shared/dataColumn.ts';
import { orBlank } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { PayeeModal } from './PayeeModal.tsx';
import { useReasonDialog } from './useReasonDialog.tsx';

const STATES = { none: '未登记', unconfirmed: '待核实', confirmed: '已核实' } as const;
const chips = [
  { key: 'none', label: STATES.none },
  { key: 'unconfirmed', label: STATES.unconfirmed },
  { key: 'confirmed', label: STATES.confirmed },
];

const stateOf = ({ payee }: AwardRow): keyof typeof STATES => {
  if (payee === null) return 'none';
  return payee.confirmedOn === null ? 'unconfirmed' : 'confirmed';
};

const rowKey = (row: AwardRow): string => row.workshopId;
const searchText = (row: AwardRow): string =>
  `${row.name} ${row.ownerName} ${row.township} ${row.initials}`.toLowerCase();
const warningText = ({ payee }: AwardRow): string =>
  (payee?.warnings ?? []).map((one) => one.message).join('；');

const columns: readonly DataColumn<AwardRow>[] = [
  { key: 'name', title: '小作坊名称', width: 180, dataIndex: 'name', fixed: 'left', ellipsis: true },
  { key: 'ownerName', title: '业主', width: 90, dataIndex: 'ownerName' },
  {
    key: 'state',
    title: '状态',
    width: 170,
    value: (row) => STATES[stateOf(row)],
    render: (_, row) => (
      <Tag>{`${STATES[stateOf(row)]}${row.payee?.confirmedOn ? ` ${row.payee.confirmedOn}` : ''}`}</Tag>
    ),
  },
  { key: 'idName', title: '身份证姓名', width: 104, render: (_, row) => row.payee?.idName ?? '—' },
  { key: 'accountName', title: '户名', width: 90, render: (_, row) => row.payee?.accountName ?? '—' },
  { key: 'bank', title: '开户银行', width: 210, ellipsis: true, render: (_, row) => row.payee?.bank ?? '—' },
  { key: 'card', title: '银行卡号', width: 190, render: (_, row) => row.payee?.card ?? '—' },
  {
    key: 'warnings',
    title: '提示',
    width: 260,
    ellipsis: true,
    value: warningText,
    render: (_, row) => orBlank(warningText(row)),
  },
];

/** 收款信息: where each award goes, masked; typed, confirmed and corrected here. */
export function PayeesTab() {
  const { today } = useOffice();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const undo = useUndoMessage();
  const reason = useReasonDialog();
  const awards = useQuery(api.awards.list.queryOptions());
  const [editing, setEditing] = useState<AwardRow>();
  const confirm = useAct(client.awards.confirmPayees);
  const confirmAll = async (rows: readonly AwardRow[], on: typeof today | null, clear: () => void) => {
    const result = await confirm.run({ workshopIds: rows.map((row) => row.workshopId), on });
    if (!result.ok) return;
    message.success(`${on === null ? '已撤回核实' : '已核实'}：${rows.length}家`);
    clear();
  };
  const remove = (row: AwardRow, clear: () => void): void => {
    let binId = '';
    reason.ask({
      title: `移入回收站：${row.name}的收款信息`,
      okText: '移入回收站',
      text: '加密保存在回收站中，可以恢复。',
      run: async (why) => {
        binId = (await client.awards.removePayee({ workshopId: row.workshopId, reason: why })).binId;
      },
      onDone: () => {
        clear();
        undo('收款信息已移入回收站', () => client.recycle.restore({ kind: 'payee', id: binId }));
      },
    });
  };
  return (
    <>
      <ProblemList problems={awards.error ? problemsOf(awards.error) : confirm.problems} />
      <DataTable
        id="payees"
        rememberView={false}
        rows={awards.data?.rows}
        rowKey={rowKey}
        columns={columns}
        searchText={searchText}
        searchHint="搜索名称、业主"
        chipOf={stateOf}
        chips={chips}
        onOpen={setEditing}
        selectionActions={(rows, clear) => {
          const waiting = rows.filter((row) => stateOf(row) === 'unconfirmed');
          const confirmed = rows.filter((row) => stateOf(row) === 'confirmed');
          const [only] = rows;
          return (
            <>
              {waiting.length > 0 && (
                <Button
                  type="primary"
                  loading={confirm.running}
                  title="已与业主对照身份证和银行卡核对"
                  onClick={() => void confirmAll(waiting, today, clear)}
                >
                  登记核实（{waiting.length}家）
                </Button>
              )}
              {confirmed.length > 0 && (
                <Button onClick={() => void confirmAll(confirmed, null, clear)}>
                  撤回核实（{confirmed.length}家）
                </Button>
              )}
              {rows.length === 1 && only?.payee && (
                <Button onClick={() => remove(only, clear)}>移入回收站…</Button>
              )}
            </>
          );
        }}
        empty={
          <Empty description="推荐名单还是空的。列入推荐名单后，在这里登记每位业主的收款信息。">
            <Button type="primary" onClick={() => void navigate('/results?tab=recommend')}>
              去推荐名单
            </Button>
          </Empty>
        }
      />
      {editing && <PayeeModal row={editing} onClose={() => setEditing(undefined)} />}
      {reason.dialog}
    </>
  );
}
