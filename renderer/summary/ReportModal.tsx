import { useQuery } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { focusFirstField } from '../shared/focusFirstField.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import type { ChoiceProps } from './CaseModal.tsx';

/** Which 报送 a report goes with. */
export function ReportModal({ act, onChosen, onClose }: ChoiceProps) {
  const calendar = useQuery(api.packages.calendar.queryOptions());
  const [key, setKey] = useState<string | null>(null);
  const rows = calendar.data ?? [];
  const row = rows.find((one) => one.key === key);
  return (
    <Modal
      open
      title="报送报告"
      okText="生成"
      cancelText="取消"
      confirmLoading={act.running}
      okButtonProps={{ disabled: row === undefined }}
      onOk={() => row && onChosen({ kind: 'report', submission: row.kind, month: row.month })}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <ProblemList problems={act.problems} />
      <p>写成“关于报送……的报告”，附件为报送包内的材料；定稿后随报送包一并报送。</p>
      <Form layout="vertical" component="div">
        <Form.Item label="报送事项" htmlFor="report-subject">
          <Select<string>
            id="report-subject"
            placeholder="选择报送事项"
            loading={calendar.isPending}
            {...(key === null ? {} : { value: key })}
            options={rows.map((one) => ({ value: one.key, label: one.label }))}
            onChange={setKey}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
