import { z } from 'zod';
import type { Outcome } from '../cli/outcome.ts';
import { bureauProgram } from '../cli/program.ts';

const Answer = z.looseObject({});
export type Answer = z.infer<typeof Answer>;

export interface Bureau {
  /** Runs one verb on `today`. Throws, with what the verb said, when it does not end with `exit`. */
  run(today: string, args: readonly string[], exit?: number): Promise<Answer>;
}

/** The headless command line on one data folder, as a script of an office would use it. */
export function bureauAt(dataDir: string, keyFile: string): Bureau {
  return {
    run: (today, args, exit = 0) =>
      command([...args, '--data', dataDir, '--key-file', keyFile, '--today', today], exit),
  };
}

/** `verify` needs no data folder. */
export const verifyPackage = (folder: string, exit = 0): Promise<Answer> => command(['verify', folder], exit);

/** The whole command line, from its words to its JSON, without a process start for every verb. */
async function command(args: readonly string[], exit: number): Promise<Answer> {
  const outcomes: Outcome[] = [];
  const program = await bureauProgram(args[0], (_verb, _json, given) => {
    outcomes.push(given);
  });
  await program.parseAsync(['node', 'bureau', ...args]);
  const [outcome] = outcomes;
  if (outcome?.exit !== exit) {
    const said = outcome?.lines.join('\n') ?? '';
    throw new Error(`${args.join(' ')} ended with ${outcome?.exit}, expected ${exit}: ${said}`);
  }
  return Answer.parse(JSON.parse(JSON.stringify(outcome.data)));
}
