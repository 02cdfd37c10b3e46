import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isInstalled } from '../../build/setup.mjs';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'setup-'));
  mkdirSync(join(dir, 'node_modules'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const wanted = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b-win': { version: '1.0.0', os: ['win32'] },
};

const write = (file: string, packages: object) =>
  writeFileSync(join(dir, file), JSON.stringify({ packages }));

test('nothing is installed before npm wrote its record', () => {
  write('package-lock.json', wanted);
  expect(isInstalled(dir)).toBe(false);
});

test.each([
  ['the same versions are', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['another version is not', { 'node_modules/a': { version: '1.0.1' } }, false],
  ['a missing package is not', {}, false],
])('%s installed', (_title, installed, answer) => {
  write('node_modules/.package-lock.json', installed);
  expect(isInstalled(dir)).toBe(answer);
});
