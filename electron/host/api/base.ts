import { implement, ORPCError } from '@orpc/server';
import type { Progress } from '../../../db/model/contract/base.ts';
import { contract } from '../../../db/model/contract/index.ts';
import { type Problem, problem, type Result } from '../../../db/model/problems.ts';

import { logBug } from '../bugs.ts';
import type { HostContext } from '../context.ts';

/** The contract to be implemented, feature by feature. */
export const api = implement(contract);

/** The value, or the typed error that carries the problems to the window. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refused(result.problems);
}

export const refused = (problems: readonly Problem[]) =>
  new ORPCError('REFUSED', { status: 422, message: '未办理', data: { problems: [...problems] } });

export const locked = () => new ORPCError('LOCKED', { status: 423, message: '数据尚未打开' });

/** The path behind a token of a dialog; a stale token (the program was restarted) asks to pick again. */
export function pathBehind(pathOf: (token: string) => string | undefined, token: string): string {
  const path = pathOf(token);
  if (path !== undefined) return path;
  throw refused([problem('path.stale', '所选位置已失效，请重新选择')]);
}

/**
 * Long work as the contract wants it: yields the latest progress as it comes, returns the outcome. Progress that
 * nobody has read yet is replaced by newer progress. The log is for bugs, which no interceptor of the handler sees here.
 */
export async function* reporting<Outcome>(
  context: Pick<HostContext, 'log'>,
  run: (report: (progress: Progress) => void) => Promise<Outcome>,
): AsyncGenerator<Progress, Outcome> {
  let unread: Progress | undefined;
  let wake = (): void => undefined;
  let ended = false;
  const running = run((progress) => {
    unread = progress;
    wake();
  }).finally(() => {
    ended = true;
    wake();
  });
  // The outcome is awaited below; until then a failure must not count as unhandled.
  running.catch(logBug(context));
  while (!ended) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (ended || unread) resolve();
    });
    if (unread) {
      const progress = unread;
      unread = undefined;
      yield progress;
    }
  }
  return await running;
}
