import { Alert, Button, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { attachmentSubject } from '../../db/model/attachments.ts';
import { normaliseCode } from '../../db/model/checkCode.ts';
import type { RevisionView } from '../../db/model/contract/plans.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { AttachmentPanel } from '../attachments/AttachmentPanel.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';

interface Props {
  readonly revision: RevisionView;
  readonly onClose: () => void;
}

function Confirmed({ revision, on }: { readonly revision: RevisionView; readonly on: string }) {
  const [asking, setAsking] = useState(false);
  const act = useAct(client.works.undoConfirmScan);
  const undo = async (reason: string): Promise<void> => {
    const result = await act.run({ revisionId: revision.id, reason });
    if (result.ok) setAsking(false);
  };
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={`${on}已核对：扫描件上的校验码与第${revision.number}版一致。`}
        action={
          <Button size="small" onClick={() => setAsking(true)}>
            撤销核对
          </Button>
        }
      />
      <ReasonModal
        open={asking}
        title="撤销核对"
        okText="撤销核对"
        running={act.running}
        problems={act.problems}
        onReason={(reason) => void undo(reason)}
        onClose={() => setAsking(false)}
      >
        <p>扫描件保留，可以更换后重新核对。</p>
      </ReasonModal>
    </>
  );
}

function CodeForm({ revision }: { readonly revision: RevisionView }) {
  const [form] = Form.useForm<{ checkCode: string }>();
  const act = useAct(client.works.confirmScan);
  const typed = Form.useWatch('checkCode', form) ?? '';
  const matches = revision.checkCode !== null && normaliseCode(typed) === normaliseCode(revision.checkCode);
  const verdict =
    typed.trim() === ''
      ? {}
      : matches
        ? { validateStatus: 'success' as const, help: '与本版一致' }
        : { validateStatus: 'error' as const, help: '与本版不一致，请核对是否录错，或扫描了别的版本' };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ checkCode: '' }}
      onFinish={({ checkCode }) => void act.run({ revisionId: revision.id, checkCode })}
    >
      <ProblemList problems={act.problems} title="没有核对" onClose={act.clear} />
      <Form.Item
        name="checkCode"
        label="扫描件上的校验码"
        extra="照扫描件页脚的16位校验码录入，核对存档的就是签字的这一版。大小写、空格不限。"
        {...verdict}
      >
        <Input className="code-input" maxLength={40} placeholder="XXXX-XXXX-XXXX-XXXX" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.running} disabled={!matches}>
        核对一致，登记
      </Button>
    </Form>
  );
}

/** 签字扫描件 of one revision: attached, then its check code compared with the record's. */
export function ScanModal({ revision, onClose }: Props) {
  return (
    <Modal open width={860} title={`签字扫描件：第${revision.number}版`} footer={null} onCancel={onClose}>
      <Flex vertical gap={16}>
        <AttachmentPanel
          subject={attachmentSubject('revision', revision.id)}
          roles={['scan']}
          emptyText="还没有扫描件。请添加四方签字后的纸质方案扫描件（PDF或照片）。"
        />
        {revision.state !== 'signed' ? (
          <Alert type="info" showIcon title="这一版还没有签批，签批后再核对校验码。" />
        ) : revision.scanConfirmedOn === null ? (
          <CodeForm revision={revision} />
        ) : (
          <Confirmed revision={revision} on={revision.scanConfirmedOn} />
        )}
      </Flex>
    </Modal>
  );
}
