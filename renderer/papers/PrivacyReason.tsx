import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { Problem } from '../../db/model/problems.ts';
import { PRIVACY_REASON } from '../../db/model/publicity.ts';
import { client } from '../api.ts';
import { ReasonAct } from '../shared/ReasonAct.tsx';

interface Props {
  readonly paper: PaperRef;
  readonly problems: readonly Problem[];
}

/** Where a published paper waits for a reason: asks for it; the paper is made as soon as it is given. */
export function PrivacyReason({ paper, problems }: Props) {
  const [asking, setAsking] = useState(false);
  if (!problems.some(({ code }) => code === PRIVACY_REASON)) return null;
  const doubts = problems.filter(({ code }) => code !== PRIVACY_REASON);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title="公示材料中有像是个人号码的内容，核对后写明理由才能生成"
        action={<Button onClick={() => setAsking(true)}>写明理由…</Button>}
      />
      {asking && (
        <ReasonAct
          title="公开像是个人号码的内容"
          label="理由"
          okText="确认公开"
          call={(reason) => client.papers.explain({ ref: paper, reason })}
          onClose={() => setAsking(false)}
        >
          <ul>
            {doubts.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <p>理由记入操作记录。不应公开的，请取消，先改正登记的内容。</p>
        </ReasonAct>
      )}
    </>
  );
}
