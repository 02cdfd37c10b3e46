import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { bureauProgram, VERB_GROUPS } from '../../../build/cli/program.ts';
import { inProject } from '../../../build/paths.ts';

const main = (...args: readonly string[]) =>
  spawnSync(process.execPath, [inProject('build/cli/main.ts'), ...args], { encoding: 'utf8' });

describe('the command line', () => {
  it('knows of every module which verbs it registers', async () => {
    for (const { verbs, load } of VERB_GROUPS) {
      const program = new Command();
      (await load())(program, () => {});
      expect(program.commands.map((one) => one.name())).toEqual(verbs);
    }
  });

  it('registers the group of the verb alone, and all of them for help', async () => {
    const one = await bureauProgram('visit', () => {});
    expect(one.commands.map((each) => each.name())).toEqual(['assign-helper', 'visit']);
    const all = await bureauProgram('--help', () => {});
    expect(all.commands).toHaveLength(VERB_GROUPS.flatMap(({ verbs }) => verbs).length);
  });

  it('ends with 0 for help, and with 2 for what it does not understand', () => {
    expect(main('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('confirm-roster') });
    expect(main('no-such-verb')).toMatchObject({ status: 2, stdout: '' });
    expect(main('list')).toMatchObject({ status: 2, stdout: '' });
  }, 60_000);
});
