import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { guardFiles } from '../disk/fileProblems.ts';
import {
  exists,
  isTemporaryName,
  requireSpace,
  syncFolder,
  temporaryName,
  withRetries,
} from '../disk/files.ts';
import { type BackupReason, pruneRule } from '../model/backupRule.ts';
import type { Instant, IsoDate } from '../model/dates.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Act, Office } from '../office.ts';
import { guardSqlite, versionOf } from '../open/connection.ts';
import { guardArchive, type SourceFile, type Work, withArchive, writeArchive } from './archive.ts';
import { DATABASE, MANIFEST, manifestText, readManifest } from './manifest.ts';
import { backupName, backupsDir, databaseFile, keptFiles, namesIn, readBackupName } from './paths.ts';
import { verifyBackup } from './verify.ts';

/** One backup as the list shows it. */
export interface BackupInfo {
  readonly file: string;
  readonly name: string;
  readonly at: Instant;
  readonly reason: BackupReason;
  readonly bytes: number;
  /** False where not even the archive's manifest can be read. */
  readonly readable: boolean;
}

type BackupSource = Pick<Office, 'sqlite' | 'dataDir'>;

interface BackupOptions extends Work {
  /** Where to put it: the data folder's own `backups`, unless a USB stick was chosen. */
  readonly folder?: string;
}

/** Takes one consistent copy of the database in a single plain file, and reads it through. */
function copyDatabase(sqlite: Database, target: string): Result<void> {
  return guardSqlite(target, () => {
    sqlite.prepare('VACUUM INTO ?').run(target);
    sqlite.prepare('ATTACH ? AS copy').run(target);
    try {
      if (sqlite.pragma('copy.quick_check', { simple: true }) === 'ok') return ok(undefined);
      return refuse(problem('db.broken', '数据文件已损坏，不能备份。请从以前的备份恢复。'));
    } finally {
      sqlite.exec('DETACH copy');
    }
  });
}

async function freeName(folder: string, at: Instant, reason: BackupReason): Promise<string> {
  for (let copy = 1; ; copy++) {
    const path = join(folder, backupName(at, reason, copy));
    if (!(await exists(path))) return path;
  }
}

/** What a power cut left of an unfinished backup. */
async function sweep(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (isTemporaryName(name) && name.startsWith('备份_')) await rm(join(folder, name), { force: true });
  }
}

interface Plan {
  readonly sqlite: Database;
  readonly sources: readonly SourceFile[];
  readonly folder: string;
  readonly reason: BackupReason;
  readonly at: Instant;
}

async function writeVerified(
  { sqlite, sources, folder, reason, at }: Plan,
  work: Work,
): Promise<Result<BackupInfo>> {
  const final = await freeName(folder, at, reason);
  const temporary = temporaryName(final);
  try {
    const manifestOf = (files: Parameters<Parameters<typeof writeArchive>[0]['manifestOf']>[0]) =>
      manifestText({ reason, at, dataVersion: versionOf(sqlite), files: [...files] });
    await writeArchive({ target: temporary, sources, manifestName: MANIFEST, manifestOf }, work);
    const verified = await verifyBackup(temporary, work.signal ? { signal: work.signal } : {});
    if (!verified.ok) return verified;
    await withRetries(() => rename(temporary, final));
    await syncFolder(folder);
    const { size } = await stat(final);
    return ok({ file: final, name: basename(final), at, reason, bytes: size, readable: true });
  } finally {
    await rm(temporary, { force: true });
  }
}

let lastInTurn: Promise<unknown> = Promise.resolve();

/** One backup at a time in this process: two would sweep away each other's unfinished files. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = lastInTurn.then(work, work);
  lastInTurn = next;
  return next;
}

/**
 * Makes one backup file of the database, the attachments and the faces: written under a temporary name, read back against its
 * manifest, then renamed. Never overwrites another. Nothing may delete attachments meanwhile.
 */
export const makeBackup = (
  source: BackupSource,
  reason: BackupReason,
  { at }: Pick<Act, 'at'>,
  options: BackupOptions = {},
): Promise<Result<BackupInfo>> => inTurn(() => backUp(source, reason, at, options));

async function backUp(
  { sqlite, dataDir }: BackupSource,
  reason: BackupReason,
  at: Instant,
  options: BackupOptions,
): Promise<Result<BackupInfo>> {
  const own = backupsDir(dataDir);
  const folder = options.folder ?? own;
  return guardArchive(folder, options, false, async () => {
    await mkdir(own, { recursive: true });
    await sweep(own);
    if (folder !== own) await sweep(folder);
    const kept = await keptFiles(dataDir);
    const { size } = await stat(databaseFile(dataDir));
    const needed = kept.reduce((sum, { bytes }) => sum + bytes, size) + 1e6;
    for (const [place, bytes] of [
      [own, folder === own ? needed + size : size],
      [folder, needed],
    ] as const) {
      const space = await requireSpace(place, bytes);
      if (!space.ok) return space;
    }
    const copy = temporaryName(join(own, '备份_office.sqlite'));
    try {
      const copied = copyDatabase(sqlite, copy);
      if (!copied.ok) return copied;
      const sources = [{ path: DATABASE, file: copy, bytes: (await stat(copy)).size }, ...kept];
      return await writeVerified({ sqlite, sources, folder, reason, at }, options);
    } finally {
      await rm(copy, { force: true });
    }
  });
}

async function isReadable(file: string): Promise<boolean> {
  const manifest = await guardArchive(file, {}, true, () =>
    withArchive(file, (archive) => readManifest(archive, file)),
  );
  return manifest.ok;
}

/** The backups in a folder, newest first. Damaged ones are listed too, marked as such. */
export function listBackups(folder: string): Promise<Result<readonly BackupInfo[]>> {
  return guardFiles(folder, async () => {
    const found: BackupInfo[] = [];
    for (const name of await namesIn(folder)) {
      const said = readBackupName(name);
      if (!said) continue;
      const file = join(folder, name);
      const { size } = await stat(file);
      found.push({ ...said, file, name, bytes: size, readable: await isReadable(file) });
    }
    return found.sort(
      (one, other) => Date.parse(other.at) - Date.parse(one.at) || other.name.localeCompare(one.name),
    );
  });
}

/** Removes what the rule lets go from the data folder's own backups; damaged ones are left for a person to look at. */
export async function pruneBackups(dataDir: string, today: IsoDate): Promise<Result<readonly BackupInfo[]>> {
  const listed = await listBackups(backupsDir(dataDir));
  if (!listed.ok) return listed;
  const { remove } = pruneRule(
    listed.value.filter(({ readable }) => readable),
    today,
  );
  return guardFiles(backupsDir(dataDir), async () => {
    for (const { file } of remove) await rm(file, { force: true });
    return remove;
  });
}
