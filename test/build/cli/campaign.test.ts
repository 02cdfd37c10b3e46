import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../build/cli/outcome.ts';
import { registerCampaignVerbs } from '../../../build/cli/verbs/campaign.ts';
import { registerDataVerbs } from '../../../build/cli/verbs/data.ts';
import { registerMobilisationVerbs } from '../../../build/cli/verbs/mobilisation.ts';
import { PROFILE } from '../../../build/demo/fictional.ts';
import { cleanUp, tempDir } from '../../db/open/fixtures.ts';

afterEach(cleanUp);

let dir = '';

/** Runs one verb as the command line does; answers what it would print. */
async function run(...words: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = new Command('bureau').exitOverride();
  const deliver = (_verb: string, _json: boolean, given: Outcome): void => {
    outcome = given;
  };
  for (const register of [registerDataVerbs, registerCampaignVerbs, registerMobilisationVerbs]) {
    register(program, deliver);
  }
  const common = ['--data', join(dir, 'data'), '--key-file', join(dir, 'key'), '--today', '2021-03-10'];
  await program.parseAsync(['node', 'bureau', ...words, ...common]);
  if (!outcome) throw new Error('No outcome');
  return outcome;
}

const problemCodes = ({ data }: Outcome): unknown =>
  Array.isArray(data.problems) ? data.problems.map((one: { code: string }) => one.code) : [];

beforeEach(async () => {
  dir = tempDir();
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(PROFILE));
  await run('init', '--profile', join(dir, 'profile.json'));
});

describe('the verbs of a campaign', () => {
  it('makes a year, keeps it chosen for the next run, and goes back', async () => {
    await run('year', '--new', '2022', '--quota', '9');
    const after = await run('policy');
    expect(after.data).toMatchObject({ year: 2022, policy: { quota: 9 } });
    await run('year', '--choose', '2021');
    expect((await run('policy')).data.year).toBe(2021);
    expect((await run('year', '--new', '2023')).exit).toBe(2);
    expect(problemCodes(await run('year', '--choose', '2030'))).toEqual(['year.unknown']);
  });

  it('changes single figures, and refuses what it does not know', async () => {
    const changed = await run('policy', '--set', '{"publicityDays":5,"deadlines":{"summary":"2021-11-18"}}');
    expect(changed.data).toMatchObject({
      policy: { publicityDays: 5, deadlines: { summary: '2021-11-18', roster: '2021-04-30' } },
    });
    expect(problemCodes(await run('policy', '--set', '{"publicityDay":5}'))).toEqual(['json.invalid']);
    expect(problemCodes(await run('policy', '--set', '{broken'))).toEqual(['json.broken']);
  });

  it('reads days as people write them', async () => {
    const entered = await run('holidays', '--set', '3-05 休 县庆日');
    expect(entered.data.corrections).toEqual([{ date: '2021-03-05', kind: 'rest', name: '县庆日' }]);
    expect(problemCodes(await run('holidays', '--set', '3-05'))).toEqual(['calendar.line']);
    expect((await run('holidays', '--remove', '2021-03-05')).data.corrections).toEqual([]);
  });

  it('keeps meetings and duties', async () => {
    const meeting = { heldOn: '2021-03-10', place: '示例', host: '示例', topic: '动员' };
    const whole = { ...meeting, participants: '', headcount: 20, content: '' };
    expect((await run('meetings', '--add', JSON.stringify(whole))).data.meetings).toMatchObject([meeting]);
    expect(problemCodes(await run('meetings', '--add', '{"place":1}'))).toContain('json.invalid');
    await run('duties', '--from', 'notice');
    const done = await run('duties', '--done', '1');
    expect(done.data).toHaveProperty('duties.0.doneOn', '2021-03-10');
    expect(done.data).toHaveProperty('duties.0.state', 'done');
    expect(done.data).toHaveProperty('duties.1.state', 'open');
  });
});
