import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';

const allowed = [
  ['renderer/workshops/list.ts', '../../db/model/ids.ts'],
  ['renderer/workshops/list.ts', '../shared/model.ts'],
  ['db/model/contract/a.ts', '../ids.ts'],
  ['db/open/a.ts', '../model/ids.ts'],
  ['db/a.ts', 'node:fs'],
  ['reports/pdf/a.ts', '../../db/resources.ts'],
  ['electron/host/a.ts', '../../reports/worker.ts'],
] as const;

const refused = [
  ['renderer/workshops/b.ts', '../../db/resources.ts'],
  ['renderer/workshops/c.ts', '../../db/open/open.ts'],
  ['renderer/workshops/d.ts', '../../electron/ipc.ts'],
  ['renderer/workshops/e.ts', 'node:fs'],
  ['db/model/b.ts', '../resources.ts'],
  ['db/model/c.ts', 'node:fs'],
  ['db/model/contract/b.ts', '../../resources.ts'],
  ['db/b.ts', '../reports/worker.ts'],
  ['db/c.ts', 'electron'],
  ['reports/pdf/b.ts', '../../electron/ipc.ts'],
  ['reports/c.ts', '../build/paths.ts'],
  ['electron/host/b.ts', '../../build/paths.ts'],
  ['electron/c.ts', '../renderer/main.tsx'],
] as const;

let dir = '';
let report = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'directions-'));
  cpSync(inProject('biome.json'), join(dir, 'biome.json'));
  const byFile = new Map<string, string>();
  for (const [file, from] of [...allowed, ...refused])
    byFile.set(file, `${byFile.get(file) ?? ''}import '${from}';\n`);
  for (const [file, text] of byFile) {
    mkdirSync(join(dir, dirname(file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  const args = ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false', '--max-diagnostics=none'];
  const biome = inProject('node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, ...args], { cwd: dir, encoding: 'utf8' });
  report = run.stdout + run.stderr;
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each(refused)('%s may not import %s', (file) => {
  expect(report).toContain(`${file}:`);
});

test.each(allowed)('%s may import %s', (file) => {
  expect(report).not.toContain(`${file}:`);
});
