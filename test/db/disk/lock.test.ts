import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { lockData } from '../../../db/disk/lock.ts';
import { AT, cleanUp, codesOf, must, onCleanUp, tempDir } from '../open/fixtures.ts';

afterEach(cleanUp);

const WINDOW = { program: 'window', at: AT } as const;
const COMMAND_LINE = { program: 'commandLine', at: AT } as const;

const HOLDER = `
  const { lockData } = await import(process.argv[1]);
  const taken = lockData(process.argv[2], {}, { program: 'window', at: '${AT}' });
  process.stdout.write(taken.ok ? 'taken' : 'refused');
  setInterval(() => {}, 1000);
`;

async function otherProgram(dir: string): Promise<ChildProcess> {
  const module = join(import.meta.dirname, '../../../db/disk/lock.ts');
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, module, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onCleanUp(() => void child.kill('SIGKILL'));
  const [answer] = await once(child.stdout, 'data');
  expect(String(answer)).toBe('taken');
  return child;
}

it('lets one program in, names it to the second, and lets go', () => {
  const dir = join(tempDir(), '数据');
  const lock = must(lockData(dir, {}, WINDOW));
  const second = lockData(dir, {}, COMMAND_LINE);
  expect(codesOf(second)).toEqual(['data.inUse']);
  expect(second.ok ? '' : second.problems[0]?.message).toContain(`窗口程序（电脑`);
  expect(second.ok ? '' : second.problems[0]?.message).toContain(String(process.pid));
  lock.release();
  must(lockData(dir, {}, COMMAND_LINE)).release();
});

it('keeps another process out, and ends when that process is killed', async () => {
  const dir = tempDir();
  const child = await otherProgram(dir);
  expect(codesOf(lockData(dir, {}, COMMAND_LINE))).toEqual(['data.inUse']);
  child.kill('SIGKILL');
  await once(child, 'exit');
  must(lockData(dir, {}, COMMAND_LINE)).release();
});

it('does not depend on the note', () => {
  const dir = tempDir();
  writeFileSync(join(dir, 'office.lock.json'), '{"pid": 1, "torn');
  const lock = must(lockData(dir, {}, WINDOW));
  writeFileSync(join(dir, 'office.lock.json'), '');
  expect(codesOf(lockData(dir, {}, COMMAND_LINE))).toEqual(['data.inUse']);
  lock.release();
  expect(readdirSync(dir).filter((name) => name.startsWith('.probe'))).toEqual([]);
});

it('refuses a path that is no folder', () => {
  const file = join(tempDir(), '文件');
  writeFileSync(file, '');
  expect(codesOf(lockData(join(file, '数据'), {}, WINDOW))).toEqual(['disk.gone']);
});
