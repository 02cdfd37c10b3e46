import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { type ChoiceProps, SubjectModal } from './SubjectModal.tsx';

/** Which workshop a 典型案例 is of. */
export function CaseModal(props: ChoiceProps) {
  const plans = useQuery(api.plans.list.queryOptions());
  const choices = plans.data
    ?.filter((row) => row.works !== null || row.signedOn !== null)
    .map(({ workshopId, workshopName, ownerName }) => ({
      value: workshopId,
      label: `${workshopName}（${ownerName}）`,
      subject: { kind: 'case', workshopId } as const,
    }));
  return (
    <SubjectModal
      {...props}
      title="典型案例"
      note="按改造方案、实施、帮扶和评分记录写成初稿，已有的案例直接打开。"
      label="小作坊"
      placeholder="选择方案已签批的小作坊"
      choices={choices}
      emptyText="还没有签批的改造提升方案"
    />
  );
}
