import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { inChinese, weekdayInChinese } from '../../db/model/dates.ts';
import { api } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import type { ProposalFigures } from './proposalFigures.ts';

/** What a publicity with these figures would be: last day, warnings, who stands on it. */
export function Proposal({ input }: { readonly input: ProposalFigures }) {
  const proposal = useQuery({
    ...api.publicity.propose.queryOptions({ input }),
    placeholderData: (before) => before,
  });
  if (proposal.error) return <ProblemList problems={problemsOf(proposal.error)} />;
  if (!proposal.data) return <Skeleton active paragraph={{ rows: 3 }} />;
  const { firstDay, lastDay, warnings, entries } = proposal.data;
  return (
    <section aria-label="公示安排" aria-live="polite">
      <Alert
        className="page-message"
        type="info"
        showIcon
        title={`公示期：${inChinese(firstDay)}（${weekdayInChinese(firstDay)}）至${inChinese(lastDay)}（${weekdayInChinese(lastDay)}），共${entries.length}家`}
      />
      <ProblemList problems={warnings} />
      <EntriesTable entries={entries} height={200} />
    </section>
  );
}
