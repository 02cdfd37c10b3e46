import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { SubmissionView } from '../../db/model/contract/packages.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { ReceiptModal } from './ReceiptModal.tsx';

/** 回执 of a package: recorded, shown, taken back. Nothing before there is a package. */
export function ReceiptCell({ submission }: { readonly submission: SubmissionView | null }) {
  const [open, setOpen] = useState(false);
  const undo = useAct(client.packages.undoReceipt);
  const undone = useUndoMessage();
  if (submission === null) return <span className="quiet">尚未报送</span>;
  const { id: submissionId, folderName, receipt } = submission;
  if (receipt === null) {
    return (
      <>
        <Button size="small" aria-label={`登记回执 ${folderName}`} onClick={() => setOpen(true)}>
          登记回执…
        </Button>
        {open && <ReceiptModal submission={submission} onClose={() => setOpen(false)} />}
      </>
    );
  }
  const takeBack = async (): Promise<void> => {
    const result = await undo.run({ submissionId });
    if (!result.ok) return;
    undone('已撤销回执', () => client.packages.recordReceipt({ submissionId, receipt: result.value }));
  };
  return (
    <>
      <Flex gap={4} align="center">
        <span title={receipt.note}>
          {receipt.receivedOn} {receipt.receivedBy}
        </span>
        <Button
          size="small"
          type="link"
          loading={undo.running}
          aria-label={`撤销回执 ${folderName}`}
          onClick={() => void takeBack()}
        >
          撤销
        </Button>
      </Flex>
      <ProblemList problems={undo.problems} onClose={undo.clear} />
    </>
  );
}
