import { AutoComplete, Form, Input, Radio } from 'antd';
import { useEffect } from 'react';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import {
  keysOf,
  OPINIONS,
  type Opinion,
  REVIEW_LEVELS,
  type ReviewLevel,
  type StaffRole,
} from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { namesOf } from './board.ts';
import { useSoleName, useStaffNames } from './useStaffNames.ts';

interface Props {
  readonly rows: readonly WorkshopRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Fields {
  readonly level: ReviewLevel;
  readonly opinion: Opinion;
  readonly comment: string;
  readonly reviewerName: string;
  readonly reviewedOn: IsoDate;
}

/** Who usually gives the opinion of each level. */
const REVIEWER_ROLES: Readonly<Record<ReviewLevel, StaffRole>> = {
  station: 'reviewer',
  section: 'sectionHead',
  leader: 'leader',
};

const LEVELS = keysOf(REVIEW_LEVELS).map((value) => ({ value, label: REVIEW_LEVELS[value] }));
const CHOICES = keysOf(OPINIONS).map((value) => ({ value, label: OPINIONS[value] }));

/** One level's opinion on one or many applications. */
export function ReviewModal({ rows, onClose, onDone }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const level = Form.useWatch('level', form) ?? 'leader';
  const refusing = Form.useWatch('opinion', form) === 'refuse';
  const names = useStaffNames(REVIEWER_ROLES[level]);
  const sole = useSoleName(REVIEWER_ROLES[level]);
  useEffect(() => {
    if (form.isFieldTouched('reviewerName')) return;
    // setFieldValue would count as typing, and the next level would get nobody suggested.
    form.setFields([{ name: 'reviewerName', value: sole, touched: false }]);
  }, [form, sole]);
  const act = useAct(client.selection.review);
  const save = async (fields: Fields): Promise<void> => {
    const result = await act.run({ ...fields, applicationIds: rows.map((row) => row.applicationId) });
    if (result.ok) onDone();
  };
  return (
    <FormModal<Fields>
      title={`审核：${namesOf(rows)}`}
      okText="登记审核意见"
      refusedTitle="审核意见没有登记"
      form={form}
      name="review"
      initialValues={{
        level: 'leader',
        opinion: 'agree',
        comment: '',
        reviewerName: '',
        reviewedOn: today,
      }}
      act={act}
      width={600}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="level"
        label="审核层级"
        extra="主管领导同意后，申请进入待遴选；任一层级不同意即为审核未通过。"
      >
        <Radio.Group options={LEVELS} optionType="button" />
      </Form.Item>
      <Form.Item name="opinion" label="意见">
        <Radio.Group options={CHOICES} />
      </Form.Item>
      <Form.Item
        name="comment"
        label={refusing ? '不同意的理由' : '说明（可不填）'}
        rules={[{ required: refusing, whitespace: refusing, message: '不同意时请写明理由' }]}
      >
        <Input.TextArea rows={2} maxLength={300} showCount />
      </Form.Item>
      <div className="two-columns">
        <Form.Item
          name="reviewerName"
          label="审核人"
          rules={[{ required: true, whitespace: true, message: '请填审核人' }]}
        >
          <AutoComplete
            options={names.map((value) => ({ value }))}
            maxLength={30}
            placeholder="选择或输入姓名"
          />
        </Form.Item>
        <Form.Item name="reviewedOn" label="审核日期" rules={[{ required: true, message: '请填审核日期' }]}>
          <DateInput />
        </Form.Item>
      </div>
    </FormModal>
  );
}
