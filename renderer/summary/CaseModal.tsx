import { useQuery } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { WritingSubject } from '../../db/model/contract/writings.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import type { Problem } from '../../db/model/problems.ts';
import { api } from '../api.ts';
import { focusFirstField } from '../shared/focusFirstField.ts';
import { ProblemList } from '../shared/ProblemList.tsx';

export interface ChoiceProps {
  readonly act: { readonly running: boolean; readonly problems: readonly Problem[] };
  readonly onChosen: (subject: WritingSubject) => void;
  readonly onClose: () => void;
}

/** Which workshop a 典型案例 is of. */
export function CaseModal({ act, onChosen, onClose }: ChoiceProps) {
  const plans = useQuery(api.plans.list.queryOptions());
  const [workshopId, setWorkshopId] = useState<WorkshopId | null>(null);
  const options = (plans.data ?? [])
    .filter((row) => row.works !== null || row.signedOn !== null)
    .map((row) => ({ value: row.workshopId, label: `${row.workshopName}（${row.ownerName}）` }));
  return (
    <Modal
      open
      title="典型案例"
      okText="生成"
      cancelText="取消"
      confirmLoading={act.running}
      okButtonProps={{ disabled: workshopId === null }}
      onOk={() => workshopId !== null && onChosen({ kind: 'case', workshopId })}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <ProblemList problems={act.problems} />
      <p>按改造方案、实施、帮扶和评分记录写成初稿，已有的案例直接打开。</p>
      <Form layout="vertical" component="div">
        <Form.Item label="小作坊" htmlFor="case-workshop">
          <Select<WorkshopId>
            id="case-workshop"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择方案已签批的小作坊"
            loading={plans.isPending}
            {...(workshopId === null ? {} : { value: workshopId })}
            options={options}
            notFoundContent="还没有签批的改造提升方案"
            onChange={setWorkshopId}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
