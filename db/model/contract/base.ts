import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import { Problem } from '../problems.ts';

/**
 * Every call of the window. `REFUSED` carries the problems of an expected failure (nothing was changed);
 * `LOCKED` means the data is not open (first start, code needed, trouble): the window then asks `system.state`.
 */
export const call = oc.errors({
  REFUSED: { status: 422, message: '未办理', data: z.object({ problems: z.array(Problem) }) },
  LOCKED: { status: 423, message: '数据尚未打开' },
});

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being worked on: a file name, a workshop's name. */
  readonly current: string;
}

/** Long work: yields progress, returns its outcome. Cancelled by aborting the call. */
export const longWork = <Outcome>() => eventIterator(type<Progress>(), z.custom<Outcome>());

export { PathToken } from '../desk.ts';
