import type { Paper, PaperKind } from './papers.ts';
import { ok, problem, type Result, refuse } from './problems.ts';

/** Papers anybody may read: what merely looks like a private number needs a reason there. */
const PUBLISHED: readonly PaperKind[] = ['selectionNotice', 'resultNotice', 'finalListPublic'];

export const isPublished = ({ paper }: Pick<Paper, 'paper'>): boolean => PUBLISHED.includes(paper);

/** What a list that is published, or handed on from office to office, may say of a workshop (design §6.1). */
const PUBLIC_COLUMNS = ['position', 'district', 'name', 'address', 'products'] as const;
const ROSTER_COLUMNS = [
  ...PUBLIC_COLUMNS,
  'ownerName',
  'certificateNo',
  'operationArea',
  'plannedInvestment',
] as const;

function allowedIn(paper: Paper): readonly string[] | undefined {
  if (isPublished(paper)) return PUBLIC_COLUMNS;
  return paper.paper === 'roster' ? ROSTER_COLUMNS : undefined;
}

/** Holds a public list to its allow-list: a column that got into the record by mistake stops the paper. */
export function checkColumns<P extends Paper>(paper: P): Result<P> {
  const allowed = allowedIn(paper);
  if (allowed === undefined || !('entries' in paper)) return ok(paper);
  const entries: readonly object[] = paper.entries;
  const stray = entries.flatMap(Object.keys).find((column) => !allowed.includes(column));
  if (stray === undefined) return ok(paper);
  return refuse(
    problem('privacy.column', '名单中有不应公开的栏目，没有生成材料，请联系技术支持', {
      field: stray,
      found: stray,
      expected: allowed.join('、'),
    }),
  );
}
