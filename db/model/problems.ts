import { z } from 'zod';

/**
 * An expected failure, told to the user as a sentence. `code` is stable (`area.tooSmall`), `message` is the
 * Chinese sentence; the other fields say where it is and what was found, so that lists and forms can point at it.
 */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
  field: z.string().optional(),
  row: z.number().int().optional(),
  column: z.string().optional(),
  found: z.string().optional(),
  expected: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;
export type Refusal = { readonly ok: false; readonly problems: readonly Problem[] };

/** Done, with its value. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Not done, and why. */
export const refuse = (...problems: readonly Problem[]): Refusal => ({ ok: false, problems });

type Where = Partial<Omit<Problem, 'code' | 'message' | 'severity'>>;

/** What stops the work: a stable code, and a sentence saying where, what was found and what is expected. */
export const problem = (code: string, message: string, where: Where = {}): Problem => ({
  code,
  message,
  severity: 'error',
  ...where,
});

/** What the clerk should look at; the work goes on. */
export const warning = (code: string, message: string, where: Where = {}): Problem => ({
  code,
  message,
  severity: 'warning',
  ...where,
});

export const errorsOf = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((one) => one.severity === 'error');

export const warningsOf = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((one) => one.severity === 'warning');

/** Reached only when a union gained a member that a switch does not know: a bug, found by the type checker. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

/** For what must hold by construction. A failure is a bug, never something a user did. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
