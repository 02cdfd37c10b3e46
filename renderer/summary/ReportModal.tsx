import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { type ChoiceProps, SubjectModal } from './SubjectModal.tsx';

/** Which 报送 a report goes with. */
export function ReportModal(props: ChoiceProps) {
  const calendar = useQuery(api.packages.calendar.queryOptions());
  const choices = calendar.data?.map(({ key, label, kind, month }) => ({
    value: key,
    label,
    subject: { kind: 'report', submission: kind, month } as const,
  }));
  return (
    <SubjectModal
      {...props}
      title="报送报告"
      note="写成“关于报送……的报告”，附件为报送包内的材料；定稿后随报送包一并报送。"
      label="报送事项"
      placeholder="选择报送事项"
      choices={choices}
      emptyText="没有报送事项"
    />
  );
}
