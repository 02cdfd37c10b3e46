import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instant } from '../../../db/model/dates.ts';
import type { Result } from '../../../db/model/problems.ts';
import { createOffice } from '../../../db/open/create.ts';
import { type OpenedDatabase, type Opening, openDatabase } from '../../../db/open/open.ts';

export const AT = Instant.parse('2026-03-02T01:02:03.000Z');
export const OPENING: Opening = { program: 'commandLine', at: AT };
export const RESOURCES = { migrationsDir: join(import.meta.dirname, '../../../db/migrations') };

const cleanups: (() => void)[] = [];

/** Removes what the tests of a file made; to be handed to `afterEach`. */
export function cleanUp(): void {
  for (const undo of cleanups.splice(0).reverse()) undo();
}

export function onCleanUp(undo: () => void): void {
  cleanups.push(undo);
}

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'desk-test-'));
  onCleanUp(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The value of a result that must be there. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problems)}`);
  return result.value;
}

export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code);

/** A small disk of its own; only root may mount one. */
export function smallDisk(
  kilobytes: number,
  options = '',
): { readonly dir: string; remount(options: string): void } {
  const dir = tempDir();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k${options}`, 'tmpfs', dir]);
  onCleanUp(() => execFileSync('umount', [dir]));
  return { dir, remount: (more) => void execFileSync('mount', ['-o', `remount,${more}`, dir]) };
}

export const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const dir = mkdtempSync(join(tmpdir(), 'desk-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir]).status === 0;
  if (mounted) execFileSync('umount', [dir]);
  rmSync(dir, { recursive: true, force: true });
  return mounted;
})();

const KEY_SLOT = `CREATE TABLE key_slot (id text PRIMARY KEY NOT NULL, kind text NOT NULL, salt text NOT NULL,
  params text NOT NULL, nonce text NOT NULL, wrapped text NOT NULL, created_at text NOT NULL) STRICT`;

const FIRST = [
  KEY_SLOT,
  'CREATE TABLE parent (id text PRIMARY KEY NOT NULL, name text NOT NULL) STRICT',
  `CREATE TABLE child (id text PRIMARY KEY NOT NULL, parent_id text NOT NULL, note text NOT NULL,
    FOREIGN KEY (parent_id) REFERENCES parent(id) ON DELETE CASCADE) STRICT`,
];

/** What drizzle-kit writes when a column changes: the parent is rebuilt while its children cascade. */
export const REBUILD = [
  'PRAGMA foreign_keys=OFF;',
  `CREATE TABLE __new_parent (id text PRIMARY KEY NOT NULL, name text NOT NULL, area integer DEFAULT 0 NOT NULL) STRICT`,
  'INSERT INTO __new_parent (id, name) SELECT id, name FROM parent',
  'DROP TABLE parent',
  'ALTER TABLE __new_parent RENAME TO parent',
  'PRAGMA foreign_keys=ON;',
];

/** A migrations folder as drizzle-kit lays it out: the first migration, and any that follow. */
export function migrationsOf(...later: readonly (readonly string[])[]): { readonly migrationsDir: string } {
  const migrationsDir = tempDir();
  mkdirSync(join(migrationsDir, 'meta'));
  const all = [FIRST, ...later];
  const entries = all.map((_, idx) => ({
    idx,
    version: '6',
    when: 1_000 + idx,
    tag: `000${idx}_test`,
    breakpoints: true,
  }));
  all.forEach((statements, idx) => {
    writeFileSync(join(migrationsDir, `000${idx}_test.sql`), statements.join('\n--> statement-breakpoint\n'));
  });
  writeFileSync(
    join(migrationsDir, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  );
  return { migrationsDir };
}

/** A closed office of the first fixture migration, with three children of one parent. */
export async function officeWithRows(dataDir: string) {
  const resources = migrationsOf();
  const { office, recoveryCode } = must(await createOffice(dataDir, resources, OPENING));
  office.sqlite.prepare("INSERT INTO parent (id, name) VALUES ('p1', '示例豆制品坊')").run();
  for (const id of ['c1', 'c2', 'c3']) {
    office.sqlite
      .prepare('INSERT INTO child (id, parent_id, note) VALUES (?, ?, ?)')
      .run(id, 'p1', `备注${id}`);
  }
  office.close();
  return { resources, recoveryCode };
}

/** Opens a folder that must hold a database; closed again at the end of the test. */
export async function opened(
  dataDir: string,
  resources: { readonly migrationsDir: string } = RESOURCES,
): Promise<OpenedDatabase> {
  const state = must(await openDatabase(dataDir, resources, OPENING));
  if (state.state !== 'locked') throw new Error(`State is ${state.state}`);
  onCleanUp(() => state.opened.close());
  return state.opened;
}
