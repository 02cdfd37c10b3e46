import { Button, Flex, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { BatchView, PaymentView } from '../../db/model/contract/awards.ts';
import { PAYMENT_STATES } from '../../db/model/terms.ts';
import { yuanText } from '../shared/format.ts';

export interface BatchWork {
  readonly settle: (payments: readonly PaymentView[]) => void;
  readonly undo: (payment: PaymentView) => void;
  readonly cancel: (batch: BatchView) => void;
  readonly paper: (batch: BatchView) => void;
}

/** A list of a thousand would take seconds to draw; every page of it is within reach of the keyboard. */
const PAGE = 50;

const stateText = (one: PaymentView): string => {
  const day = one.settledOn === null ? '' : ` ${one.settledOn}`;
  const why = one.state === 'failed' ? `：${one.failure}` : '';
  return `${PAYMENT_STATES[one.state]}${day}${why}${one.repeated ? '（已补发）' : ''}`;
};

const columnsOf = (batch: BatchView, work: BatchWork): ColumnsType<PaymentView> => [
  { title: '小作坊名称', width: 190, dataIndex: 'workshopName', ellipsis: true },
  { title: '业主', width: 90, dataIndex: 'ownerName' },
  { title: '银行卡号', width: 190, dataIndex: 'card' },
  { title: '金额', width: 110, align: 'right', render: (_, one) => yuanText(one.amount) },
  {
    title: '结果',
    render: (_, one) => (
      <Flex gap={8} wrap>
        {one.repeatsId !== null && <Tag>补发</Tag>}
        <Tag color={one.state === 'failed' && !one.repeated ? 'red' : 'default'}>{stateText(one)}</Tag>
      </Flex>
    ),
  },
  {
    title: '办理',
    width: 150,
    render: (_, one) => {
      if (batch.cancelled || one.repeated) return null;
      return one.state === 'planned' ? (
        <Button size="small" aria-label={`登记结果：${one.workshopName}`} onClick={() => work.settle([one])}>
          登记结果…
        </Button>
      ) : (
        <Button size="small" aria-label={`撤回结果：${one.workshopName}`} onClick={() => work.undo(one)}>
          撤回结果…
        </Button>
      );
    },
  },
];

/** One 发放表 with its payments and what became of them. */
export function BatchPanel({ batch, work }: { readonly batch: BatchView; readonly work: BatchWork }) {
  const planned = batch.payments.filter((one) => one.state === 'planned');
  const untouched = planned.length === batch.payments.length;
  const sum = `${batch.payments.length}家，${yuanText(batch.total)}（${batch.totalInWords}）`;
  return (
    <section className="panel stack" aria-label={batch.title}>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <span>
          <strong>{batch.title}</strong>
          {`　${batch.madeOn}制表，${sum}`}
          {batch.cancelled && <Tag>{`${batch.cancelled.on}已撤销：${batch.cancelled.reason}`}</Tag>}
        </span>
        <Flex gap={8} wrap>
          {!batch.cancelled && untouched && <Button onClick={() => work.cancel(batch)}>撤销发放表…</Button>}
          <Button onClick={() => work.paper(batch)}>发放表</Button>
          {!batch.cancelled && planned.length > 0 && (
            <Button type="primary" onClick={() => work.settle(planned)}>
              {`登记结果（${planned.length}家）…`}
            </Button>
          )}
        </Flex>
      </Flex>
      <Table<PaymentView>
        size="small"
        dataSource={[...batch.payments]}
        rowKey="id"
        columns={columnsOf(batch, work)}
        pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 960 }}
      />
    </section>
  );
}
