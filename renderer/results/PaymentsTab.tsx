import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PAY_STATES, type PayState } from '../../db/model/awards.ts';
import type { AwardsView, PaymentView } from '../../db/model/contract/awards.ts';
import type { PaymentBatchId } from '../../db/model/ids.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, client, problemsOf } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { yuanText } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { BatchModal } from './BatchModal.tsx';
import { BatchPanel, type BatchWork } from './BatchPanel.tsx';
import { SettleModal } from './SettleModal.tsx';
import { useReasonDialog } from './useReasonDialog.tsx';

const countOf = ({ rows }: AwardsView, state: PayState): number =>
  rows.filter((row) => row.state === state).length;

/** How many stand where, and the money. */
function Figures({ awards }: { readonly awards: AwardsView }) {
  const states = keysOf(PAY_STATES).filter((state) => countOf(awards, state) > 0);
  const { paid, paidCount } = awards.totals;
  return (
    <div className="result-figures">
      <span>{`每家奖补${yuanText(awards.award)}`}</span>
      <span>{`已发放${paidCount}家，${yuanText(paid)}`}</span>
      {states.map((state) => (
        <span key={state}>{`${PAY_STATES[state]}${countOf(awards, state)}家`}</span>
      ))}
    </div>
  );
}

/** 发放: the lists that were made, and what the bank answered. */
export function PaymentsTab() {
  const navigate = useNavigate();
  const reason = useReasonDialog();
  const awards = useQuery(api.awards.list.queryOptions());
  const [making, setMaking] = useState(false);
  const [settling, setSettling] = useState<readonly PaymentView[]>();
  const [paper, setPaper] = useState<PaymentBatchId>();
  if (awards.error) return <ProblemList problems={problemsOf(awards.error)} />;
  if (!awards.data) return <Skeleton active paragraph={{ rows: 6 }} />;
  const ready = awards.data.rows.filter((row) => row.problems.length === 0).length;
  const work: BatchWork = {
    settle: setSettling,
    paper: (batch) => setPaper(batch.id),
    undo: (payment) =>
      reason.ask({
        title: `撤回发放结果：${payment.workshopName}`,
        okText: '撤回结果',
        text: '回到“待发放”，需要重新登记发放结果。',
        run: (why) => client.awards.undoSettle({ paymentId: payment.id, reason: why }),
      }),
    cancel: (batch) =>
      reason.ask({
        title: `撤销“${batch.title}”`,
        okText: '撤销发放表',
        text: '表上的小作坊回到可以发放的状态。打印出的表请收回作废。',
        run: (why) => client.awards.cancelBatch({ batchId: batch.id, reason: why }),
      }),
  };
  const make = (
    <Button type="primary" disabled={ready === 0} onClick={() => setMaking(true)}>
      {`生成发放表${ready > 0 ? `（${ready}家可发放）` : ''}…`}
    </Button>
  );
  return (
    <div className="stack">
      {awards.data.batches.length === 0 ? (
        <div className="table-empty">
          <Empty
            description={
              ready > 0
                ? `${ready}家收款信息已核实、省厅已公布，可以生成发放表。`
                : '还没有可以发放的小作坊。省厅公布后，登记公布文件、核实收款信息，再在这里生成发放表。'
            }
          >
            {ready > 0 ? (
              make
            ) : (
              <Button type="primary" onClick={() => void navigate('/results?tab=events')}>
                去登记省厅公布
              </Button>
            )}
          </Empty>
        </div>
      ) : (
        <Flex justify="space-between" align="center" gap={12} wrap>
          <Figures awards={awards.data} />
          {make}
        </Flex>
      )}
      {awards.data.batches.map((batch) => (
        <BatchPanel key={batch.id} batch={batch} work={work} />
      ))}
      {making && (
        <BatchModal
          awards={awards.data}
          onClose={() => setMaking(false)}
          onMade={(id) => {
            setMaking(false);
            setPaper(id);
          }}
        />
      )}
      {settling && <SettleModal payments={settling} onClose={() => setSettling(undefined)} />}
      {paper && (
        <PaperPreview refs={{ paper: 'paymentList', batchId: paper }} onClose={() => setPaper(undefined)} />
      )}
      {reason.dialog}
    </div>
  );
}
