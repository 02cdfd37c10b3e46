import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Outcome } from '../../../build/cli/outcome.ts';
import { registerDataVerbs } from '../../../build/cli/verbs/data.ts';
import { registerOutsideVerb } from '../../../build/cli/verbs/outside.ts';
import { registerPayeeVerb } from '../../../build/cli/verbs/payees.ts';
import { registerPayVerb } from '../../../build/cli/verbs/payments.ts';
import { registerResultVerbs } from '../../../build/cli/verbs/results.ts';
import { PROFILE } from '../../../build/demo/fictional.ts';
import { openDatabase } from '../../../db/open/open.ts';
import { unlockOfficeWithCode } from '../../../db/open/unlock.ts';
import { readKeyFile } from '../../../db/sealing/keyFile.ts';
import { cleanUp, must, OPENING, RESOURCES, tempDir } from '../../db/open/fixtures.ts';
import { onRoster } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';

afterEach(cleanUp);

const GOOD = '示例豆腐坊';
const POOR = '示例酱菜坊';
const CARD = '4111111111111111';
let dir = '';

/** Runs one verb as the command line does; answers what it would print. */
async function run(today: string, ...words: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = new Command('bureau').exitOverride();
  const deliver = (_verb: string, _json: boolean, given: Outcome): void => {
    outcome = given;
  };
  for (const register of [
    registerDataVerbs,
    registerResultVerbs,
    registerOutsideVerb,
    registerPayeeVerb,
    registerPayVerb,
  ]) {
    register(program, deliver);
  }
  const common = ['--data', join(dir, 'data'), '--key-file', join(dir, 'key'), '--today', today];
  await program.parseAsync(['node', 'bureau', ...words, ...common]);
  if (!outcome) throw new Error('No outcome');
  return outcome;
}

const codes = ({ data }: Outcome): unknown =>
  Array.isArray(data.problems) ? data.problems.map((one: { code: string }) => one.code) : [];

beforeEach(async () => {
  dir = tempDir();
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(PROFILE));
  await run('2021-04-01', 'init', '--profile', join(dir, 'profile.json'));
  const state = must(await openDatabase(join(dir, 'data'), RESOURCES, OPENING));
  if (state.state === 'fresh') throw new Error('No data');
  const office = must(await unlockOfficeWithCode(state.opened, must(readKeyFile(join(dir, 'key')))));
  scored(office, onRoster(office, GOOD), '2021-10-11', 930);
  scored(office, onRoster(office, POOR), '2021-10-12', 860);
  office.close();
});

it('walks from the scores to the award without a window', async () => {
  const recommend = ['results', '--decision', 'recommend'];
  expect(codes(await run('2021-10-20', ...recommend, '--name', POOR))).toEqual(['result.notPassed']);
  const decided = await run('2021-10-20', ...recommend, '--all-passed');
  expect(decided.data.names).toEqual([GOOD]);
  const demand = ['rectify', '--name', POOR, '--demands', '更换防蝇设施', '--due', '2021-10-28'];
  expect((await run('2021-10-20', ...demand)).exit).toBe(0);
  const closing = ['rectify', '--name', POOR, '--done-on', '2021-10-25', '--by', '示例考评员'];
  expect((await run('2021-10-25', ...closing)).exit).toBe(0);

  const scores = ['outside', '--kind', 'cityScores', '--name'];
  expect(codes(await run('2021-10-27', ...scores, GOOD))).toEqual(['outside.score']);
  expect((await run('2021-10-27', ...scores, `${GOOD}=92.5`)).exit).toBe(0);
  const notice = ['outside', '--kind', 'resultPublicity', '--place', '市政府网站', '--all-recommended'];
  expect((await run('2021-11-01', ...notice)).data.lastDay).toBe('2021-11-08');
  const announce = ['outside', '--kind', 'announcement', '--document', '示例1号', '--all-recommended'];
  expect((await run('2021-11-24', ...announce)).exit).toBe(0);

  const file = join(dir, 'payees.json');
  const payee = { name: GOOD, idName: '示例业主', accountName: '示例业主', bank: '示例银行', card: CARD };
  writeFileSync(file, JSON.stringify([payee]));
  const kept = await run('2021-11-25', 'payee', '--file', file);
  expect(JSON.stringify(kept)).not.toContain(CARD);
  expect(kept.lines.join('')).toContain('写到网点');
  await run('2021-11-25', 'payee', '--confirm', '--all');
  const out = join(dir, 'out');
  const made = await run('2021-11-25', 'pay', '--make', '第一批', '--all-payable', '--out', out);
  expect(made.lines.join('')).toContain('壹万元整');
  expect(readdirSync(out)).toHaveLength(2);
  expect(codes(await run('2021-11-26', 'pay', '--failed', '户名不符'))).toEqual(['payment.failure']);
  await run('2021-11-26', 'pay', '--failed', '户名不符', '--name', GOOD);
  const again = await run('2021-11-27', 'pay', '--make', '补发', '--all-payable');
  expect(again.data.payments).toBe(1);
  await run('2021-11-27', 'pay', '--paid');
  expect((await run('2021-11-28', 'pay')).data.totals).toMatchObject({ paidCount: 1, failedCount: 0 });
  expect(codes(await run('2021-11-28', 'pay', '--cancel', '--reason', '作废'))).toEqual(['payment.settled']);
});
