import type { Overview } from '../../db/model/contract/backup.ts';
import type { Stage } from '../../db/model/stage.ts';

export type Counts = Readonly<Record<string, number>>;

/** The stages at which a workshop waits for something to be done on a page. */
const WAITING: Readonly<Record<string, readonly Stage[]>> = {
  '/selection': ['awaitingReview', 'awaitingSelection'],
  '/publicity': ['awaitingPublicity', 'publicityOver'],
  '/plans': ['planning', 'drafting', 'awaitingSignature', 'returned', 'signed', 'changing'],
  '/inspections': ['finished', 'inspecting', 'awaitingReinspection'],
};

/** How many things wait behind each menu entry. */
export function menuCounts({ stageCounts, dues, watches, waitingResults }: Overview): Counts {
  const waiting = Object.entries(WAITING).map(
    ([path, stages]) => [path, stages.reduce((sum, stage) => sum + (stageCounts[stage] ?? 0), 0)] as const,
  );
  const late = dues.filter((due) => due.late);
  const duties = late.filter((due) => due.link.startsWith('/mobilisation'));
  const unvisited = watches.find((one) => one.figure === 'unvisited')?.count ?? 0;
  return Object.fromEntries([
    ...waiting,
    ['/assistance', unvisited] as const,
    ['/results', waitingResults] as const,
    ['/', late.length] as const,
    ['/mobilisation', duties.length] as const,
    ['/submissions', late.filter((due) => due.link === '/submissions').length] as const,
  ]);
}
