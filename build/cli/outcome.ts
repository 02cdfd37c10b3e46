import type { Problem } from '../../db/model/problems.ts';

/** Exit codes of the command line (design §7). */
export const EXIT = { done: 0, bug: 1, badInput: 2, checkFailed: 3 } as const;

/** What a verb ends with: `data` is the JSON, `lines` what people read. */
export interface Outcome {
  readonly exit: (typeof EXIT)[keyof typeof EXIT];
  readonly data: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

export const done = (data: Outcome['data'], ...lines: readonly string[]): Outcome => ({
  exit: EXIT.done,
  data,
  lines,
});

const sentence = ({ severity, message }: Problem): string => `${severity === 'error' ? '✗' : '!'} ${message}`;

export const sentences = (problems: readonly Problem[]): readonly string[] => problems.map(sentence);

/** Bad input: nothing was changed. */
export const refusedWith = (problems: readonly Problem[]): Outcome => ({
  exit: EXIT.badInput,
  data: { problems },
  lines: ['未办理，数据没有改动：', ...sentences(problems)],
});

/** The work was done and found something wrong. */
export const foundFaulty = (data: Outcome['data'], ...lines: readonly string[]): Outcome => ({
  exit: EXIT.checkFailed,
  data,
  lines,
});
