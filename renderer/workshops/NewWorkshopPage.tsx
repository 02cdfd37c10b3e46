import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ApplicationForm } from './ApplicationForm.tsx';
import { EMPTY_VALUES } from './applicationForm.ts';

const NOTHING_STORED = { idNumber: null, phone: null, homeAddress: null };

/** 新增申请: one applicant typed in from the paper. */
export function NewWorkshopPage() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  return (
    <>
      <PageHeader title="新增申请" note="按纸质申请表的顺序填写，Enter到下一项">
        <Button onClick={() => void navigate('/workshops')}>返回列表</Button>
      </PageHeader>
      <ApplicationForm
        workshopId={null}
        saved={EMPTY_VALUES}
        masked={NOTHING_STORED}
        onSaved={(workshopId) => {
          message.success('已保存');
          void navigate(`/workshops/${workshopId}`);
        }}
      />
    </>
  );
}
