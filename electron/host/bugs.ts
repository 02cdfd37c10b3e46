import { ORPCError } from '@orpc/server';
import { errorText } from '../../db/errorText.ts';
import type { HostContext } from './context.ts';

/** Refusals and a window that lost its port are answers; anything else that a handler throws is a bug. */
const isExpected = (error: unknown): boolean =>
  error instanceof ORPCError || (error instanceof Error && error.name === 'AbortError');

/** Puts a handler's bug into the log: the window only hears that something unexpected happened. */
export const logBug =
  ({ log }: Pick<HostContext, 'log'>) =>
  (error: unknown): void => {
    if (!isExpected(error)) log.error(`A call failed: ${errorText(error)}`);
  };
