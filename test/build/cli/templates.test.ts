import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Outcome } from '../../../build/cli/outcome.ts';
import { registerDataVerbs } from '../../../build/cli/verbs/data.ts';
import { registerSettingsVerb } from '../../../build/cli/verbs/settings.ts';
import { registerTemplateVerb } from '../../../build/cli/verbs/templates.ts';
import { PROFILE } from '../../../build/demo/fictional.ts';
import { cleanUp, tempDir } from '../../db/open/fixtures.ts';
import { drawn } from '../../reports/templates/support.ts';

afterEach(cleanUp);

let dir = '';

/** Runs one verb as the command line does; answers what it would print. */
async function run(...words: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = new Command('bureau').exitOverride();
  const deliver = (_verb: string, _json: boolean, given: Outcome): void => {
    outcome = given;
  };
  for (const register of [registerDataVerbs, registerTemplateVerb, registerSettingsVerb])
    register(program, deliver);
  const common = ['--data', join(dir, 'data'), '--key-file', join(dir, 'key'), '--today', '2021-04-20'];
  await program.parseAsync(['node', 'bureau', ...words, ...common]);
  if (!outcome) throw new Error('No outcome');
  return outcome;
}

beforeEach(async () => {
  dir = tempDir();
  const profile = join(dir, 'profile.json');
  writeFileSync(profile, JSON.stringify(PROFILE));
  expect((await run('init', '--profile', profile)).exit).toBe(0);
});

it('walks from the sample to a template in use, and back', async () => {
  const sample = join(dir, '示例.xlsx');
  expect(await run('templates', 'sample', sample, '--paper', 'roster')).toMatchObject({ exit: 0 });
  const checked = await run('templates', 'check', sample, '--paper', 'roster');
  expect(checked.lines.join('')).toContain('模板可以使用');
  expect(
    await run('templates', 'try', sample, '--paper', 'roster', '--out', join(dir, '试填.xlsx')),
  ).toMatchObject({ exit: 0 });
  expect(await run('templates', 'use', sample, '--paper', 'roster')).toMatchObject({ exit: 0 });
  expect((await run('templates', 'list')).lines).toContain(
    'roster\txlsx\t创建名单（Excel）\t本单位模板：示例',
  );
  const settings = join(dir, '设置.zip');
  expect((await run('settings', 'export', settings)).exit).toBe(0);
  expect((await run('templates', 'remove', '--paper', 'roster')).exit).toBe(0);
  expect((await run('settings', 'preview', settings)).lines).toEqual([
    '本单位模板',
    '创建名单（Excel）改用“示例.xlsx”',
  ]);
  expect((await run('settings', 'import', settings)).data).toEqual({ applied: ['本单位模板'] });
  expect((await run('settings', 'import', settings, '--part', 'views')).data).toEqual({ applied: [] });
});

it('says what is wrong with a file, and what is missing from the command', async () => {
  const file = join(dir, '坏模板.xlsx');
  const bytes = await drawn((book) => {
    book.addWorksheet('表').getCell('B2').value = '{{明细.没有的}}';
  });
  writeFileSync(file, bytes);
  const checked = await run('templates', 'check', file, '--paper', 'roster');
  expect(checked.exit).toBe(3);
  expect(checked.lines.join('')).toContain('B2单元格');
  expect((await run('templates', 'use', file, '--paper', 'roster')).exit).toBe(2);
  expect((await run('templates', 'check', file)).exit).toBe(2);
  expect(
    (await run('templates', 'use', file, '--paper', 'plan', '--format', 'xlsx')).lines.join(''),
  ).toContain('不能使用模板');
  expect((await run('templates', 'remove', '--paper', 'roster')).exit).toBe(2);
});
