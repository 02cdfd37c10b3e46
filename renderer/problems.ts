import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { Problem, problem } from '../db/model/problems.ts';

const Refused = z.object({ problems: z.array(Problem) });
const Invalid = z.object({
  issues: z.array(
    z.object({
      message: z.string(),
      path: z
        .array(z.union([z.string(), z.number(), z.object({ key: z.union([z.string(), z.number()]) })]))
        .optional(),
    }),
  ),
});

const unexpected = problem(
  'window.unexpected',
  '程序遇到意外情况，没有办理。请再试一次；仍然不行时，请在“设置”中打开日志文件夹，把日志交给维护人员。',
);

type Segment = string | number | { readonly key: string | number };
const nameOf = (segment: Segment | undefined): string | undefined =>
  segment === undefined ? undefined : String(typeof segment === 'object' ? segment.key : segment);

function invalidInput(data: unknown): readonly Problem[] | undefined {
  const parsed = Invalid.safeParse(data);
  if (!parsed.success) return undefined;
  return parsed.data.issues.map(({ message, path }) => {
    const field = nameOf(path?.at(-1));
    return problem('input.invalid', message, field === undefined ? {} : { field });
  });
}

/** True when the data is not open (any more): the window then asks for the state again. */
export const isLocked = (error: unknown): boolean => error instanceof ORPCError && error.code === 'LOCKED';

/** What a failed call has to say to the clerk, as sentences. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof ORPCError)) return [unexpected];
  const refused = Refused.safeParse(error.data);
  if (refused.success) return refused.data.problems;
  if (isLocked(error)) return [problem('window.locked', '数据尚未打开，请先输入恢复码或重新启动程序。')];
  return invalidInput(error.data) ?? [unexpected];
}
