import type { Command } from 'commander';
import type { z } from 'zod';
import { type Outcome, refusedWith } from './outcome.ts';
import { CommonOptions, parseOptions, type Workspace, withOffice } from './workspace.ts';

/** Where a verb's outcome goes: printed and turned into the exit code by `main.ts`. */
export type Deliver = (verb: string, json: boolean, outcome: Outcome) => void;

interface VerbSpec<Schema extends z.ZodObject> {
  readonly command: Command;
  /** The verb's own options and arguments, by name. */
  readonly options: Schema;
  readonly run: (options: z.output<Schema>, workspace: Workspace) => Outcome | Promise<Outcome>;
}

/** Adds a verb that works on the open office. Arguments come under the names the command declares. */
export function registerOfficeVerb<Schema extends z.ZodObject>(
  program: Command,
  deliver: Deliver,
  { command, options, run }: VerbSpec<Schema>,
): void {
  registerVerb(program, deliver, {
    command,
    options,
    run: (own, common) => withOffice(common, (workspace) => run(own, workspace)),
  });
}

interface FreeVerbSpec<Schema extends z.ZodObject> {
  readonly command: Command;
  readonly options: Schema;
  readonly run: (options: z.output<Schema>, common: CommonOptions) => Outcome | Promise<Outcome>;
}

export function registerVerb<Schema extends z.ZodObject>(
  program: Command,
  deliver: Deliver,
  { command, options, run }: FreeVerbSpec<Schema>,
): void {
  const names = command.registeredArguments.map((argument) => argument.name());
  command.action(async (...given: readonly unknown[]) => {
    const named = Object.fromEntries(names.map((name, index) => [name, given[index]]));
    const all = { ...command.opts(), ...named };
    const json = command.opts().json === true;
    const common = parseOptions(CommonOptions, all);
    const own = parseOptions(options, all);
    if (!common.ok || !own.ok) {
      const problems = [...(common.ok ? [] : common.problems), ...(own.ok ? [] : own.problems)];
      return deliver(command.name(), json, refusedWith(problems));
    }
    deliver(command.name(), json, await run(own.value, common.value));
  });
  program.addCommand(command);
}
