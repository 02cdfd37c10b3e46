import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../build/cli/outcome.ts';
import { registerDataVerbs } from '../../../build/cli/verbs/data.ts';
import { registerFaceVerb } from '../../../build/cli/verbs/faces.ts';
import { registerFigureVerbs } from '../../../build/cli/verbs/figures.ts';
import { PROFILE } from '../../../build/demo/fictional.ts';
import { repoResources } from '../../../build/resources.ts';
import { verifyBackup } from '../../../db/backup/verify.ts';
import { cleanUp, must, tempDir } from '../../db/open/fixtures.ts';
import { renamedFont } from '../../fixtures/fonts.ts';

afterEach(cleanUp);

let dir = '';
let font = '';

async function run(...words: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = new Command('bureau').exitOverride();
  const deliver = (_verb: string, _json: boolean, given: Outcome): void => {
    outcome = given;
  };
  for (const register of [registerDataVerbs, registerFaceVerb, registerFigureVerbs])
    register(program, deliver);
  const common = ['--data', join(dir, 'data'), '--key-file', join(dir, 'key'), '--today', '2021-03-10'];
  await program.parseAsync(['node', 'bureau', ...words, ...common]);
  if (!outcome) throw new Error('No outcome');
  return outcome;
}

const codesOf = ({ data }: Outcome): unknown =>
  Array.isArray(data.problems) ? data.problems.map((one: { code: string }) => one.code) : [];

const bodyOf = ({ data }: Outcome): unknown =>
  Array.isArray(data.faces) ? data.faces.find((one: { role: string }) => one.role === 'body') : undefined;

const facesDir = () => join(dir, 'data', 'faces');

beforeEach(async () => {
  dir = tempDir();
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(PROFILE));
  await run('init', '--profile', join(dir, 'profile.json'));
  font = join(dir, '示例仿宋.ttf');
  const source = readFileSync(join(repoResources().fontsDir, 'NotoSansSC_400Regular.ttf'));
  writeFileSync(font, renamedFont(source, { family: 'Own', familyInChinese: '示例仿宋', postscript: 'Own' }));
});

describe('the verb faces', () => {
  it('sets a role in a font file, whose copy goes with backups and comes back with them', async () => {
    const before = bodyOf(await run('faces'));
    const set = await run('faces', '--role', 'body', '--set', font);
    const chosen = { role: 'body', origin: 'chosen', family: '示例仿宋', fileName: '示例仿宋.ttf' };
    expect(bodyOf(set)).toMatchObject(chosen);
    const hash = createHash('sha256').update(readFileSync(font)).digest('hex');
    expect(readdirSync(facesDir())).toEqual([hash]);
    expect(JSON.stringify((await run('audit')).data)).toContain('示例仿宋.ttf');

    const backup = String((await run('backup')).data.file);
    const manifest = must(await verifyBackup(backup));
    expect(manifest.version).toBe(2);
    expect(manifest.files.map(({ path }) => path)).toContain(`faces/${hash}`);

    expect(bodyOf(await run('faces', '--role', 'body', '--unset'))).toEqual(before);
    expect(readdirSync(facesDir())).toEqual([]);
    expect(codesOf(await run('faces', '--role', 'body', '--unset'))).toEqual(['face.notChosen']);

    expect((await run('restore', backup)).exit).toBe(0);
    expect(bodyOf(await run('faces'))).toMatchObject({ ...chosen, chosenIsMissing: false });
    expect((await run('check')).exit).toBe(0);
    writeFileSync(join(facesDir(), hash), '示例');
    expect(codesOf(await run('check'))).toEqual(['face.damaged']);
  });

  it('refuses what cannot set a paper, and changes nothing', async () => {
    writeFileSync(join(dir, 'no.ttf'), '示例');
    expect(codesOf(await run('faces', '--role', 'body', '--set', join(dir, 'no.ttf')))).toEqual([
      'face.unreadable',
    ]);
    expect(codesOf(await run('faces', '--set', font))).toEqual(['option.role']);
    expect(existsSync(facesDir())).toBe(false);
    const backup = String((await run('backup')).data.file);
    expect(must(await verifyBackup(backup)).version).toBe(1);
  });
});
