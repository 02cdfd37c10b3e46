import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Overview } from '../../db/model/contract/backup.ts';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { namesOf } from './board.ts';
import { QuotaModal } from './QuotaModal.tsx';

interface Props {
  readonly rows: readonly WorkshopRow[];
  readonly overview: Pick<Overview, 'quota' | 'selected'> | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Fields {
  readonly reason: string;
}

/** Takes applications into the quota. More than the quota holds is refused here, with the way to change it. */
export function SelectModal({ rows, overview, onClose, onDone }: Props) {
  const [form] = Form.useForm<Fields>();
  const [changingQuota, setChangingQuota] = useState(false);
  const act = useAct(client.selection.select);
  const save = async ({ reason }: Fields): Promise<void> => {
    const result = await act.run({
      applicationIds: rows.map((row) => row.applicationId),
      reason: reason.trim(),
    });
    if (result.ok) onDone();
  };
  const over = overview === undefined ? 0 : overview.selected + rows.length - overview.quota;
  return (
    <FormModal<Fields>
      title={`确定入选：${namesOf(rows)}`}
      okText={`确定${rows.length}家入选`}
      refusedTitle="没有确定入选，所选全部未变"
      form={form}
      name="select"
      initialValues={{ reason: '' }}
      act={{ running: act.running, problems: over > 0 ? [] : act.problems }}
      blocked={over > 0}
      intro={
        over > 0 && (
          <Alert
            className="page-message"
            type="error"
            showIcon
            title={`名额${overview?.quota}家，已入选${overview?.selected}家，再选${rows.length}家将超出${over}家。请减少所选，或按上级通知调整名额。`}
            action={
              <Button size="small" onClick={() => setChangingQuota(true)}>
                调整名额
              </Button>
            }
          />
        )
      }
      outro={
        changingQuota &&
        overview && <QuotaModal quota={overview.quota} onClose={() => setChangingQuota(false)} />
      }
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="遴选理由"
        extra="逐家排名次、写理由，请用“排名与遴选”。"
        rules={[{ required: true, whitespace: true, message: '请写明遴选理由' }]}
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </FormModal>
  );
}
