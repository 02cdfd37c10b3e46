import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { guardFiles } from '../disk/fileProblems.ts';
import { exists, requireSpace, syncFolder, writeFileAtomic } from '../disk/files.ts';
import { Instant } from '../model/dates.ts';
import { ok, type Result } from '../model/problems.ts';
import type { RecoveryCode } from '../model/recoveryCode.ts';
import type { Act } from '../office.ts';
import { connect, guardSqlite, inspect } from '../open/connection.ts';
import { type MigrationResources, newestVersion } from '../open/migrations.ts';
import { unlockWithCode } from '../sealing/keySlots.ts';
import { extractEntry, guardArchive, type Work, withArchive } from './archive.ts';
import { DATABASE, type Manifest, readManifest } from './manifest.ts';
import { checkFiles } from './verify.ts';

/** Where a checked restore waits for the next start. Without its journal it is a leftover of a broken-off one. */
export const pendingDir = (dataDir: string): string => join(dataDir, 'restore-pending');
const JOURNAL = 'restore.json';
export const journalFile = (dataDir: string): string => join(pendingDir(dataDir), JOURNAL);

/** `prepared`: the copy is complete. `kept`: the old state is safe as a 恢复前 backup, the swap may begin. */
export const RestoreJournal = z.object({
  step: z.enum(['prepared', 'kept']),
  preparedAt: Instant,
  backupAt: Instant,
});
export type RestoreJournal = z.infer<typeof RestoreJournal>;

export const writeJournal = (dataDir: string, journal: RestoreJournal): Promise<Result<void>> =>
  writeFileAtomic(journalFile(dataDir), JSON.stringify(journal));

interface RestoreOptions extends Work {
  /** Where given, it must open the backup, before anything is replaced. */
  readonly code?: RecoveryCode;
}

function checkDatabase(
  file: string,
  resources: MigrationResources,
  code: RecoveryCode | undefined,
): Result<void> {
  return guardSqlite(file, () => {
    const sqlite = connect(file, resources);
    try {
      const inspected = inspect(sqlite, newestVersion(resources.migrationsDir), 'integrity_check');
      if (!inspected.ok) return inspected;
      if (code === undefined) return ok(undefined);
      const unlocked = unlockWithCode(sqlite, code);
      return unlocked.ok ? ok(undefined) : unlocked;
    } finally {
      sqlite.close();
    }
  });
}

/** Unpacks and compares everything into `folder`. */
function unpack(backupFile: string, folder: string, work: Work): Promise<Result<Manifest>> {
  return guardArchive(backupFile, work, true, () =>
    withArchive(backupFile, async (archive) => {
      const manifest = await readManifest(archive, backupFile);
      if (!manifest.ok) return manifest;
      const bytes = manifest.value.files.reduce((sum, file) => sum + file.bytes, 1e6);
      const space = await requireSpace(dirname(folder), bytes);
      if (!space.ok) return space;
      const checked = await checkFiles(archive, manifest.value, backupFile, work, async (file, entry) => {
        const target = join(folder, file.path);
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        return extractEntry(entry, target, work);
      });
      return checked.ok ? manifest : checked;
    }),
  );
}

/** Takes back a restore that has not been applied yet; the data stays as it is. */
export const cancelPendingRestore = (dataDir: string): Promise<Result<void>> =>
  guardFiles(dataDir, async () => {
    // the journal first: what is left without it counts for nothing
    await rm(journalFile(dataDir), { force: true });
    await rm(pendingDir(dataDir), { recursive: true, force: true });
  });

/** Whether a prepared restore waits for the next start. */
export const restoreIsPending = (dataDir: string): Promise<boolean> => exists(journalFile(dataDir));

/**
 * Builds a checked copy of a backup beside the data, to be swapped in at the next start. Changes nothing of the
 * data itself, and works on a folder without any (another PC). Takes no lock: the window prepares while it holds it
 * itself, the command line takes it (`lockData`) around this.
 */
export async function prepareRestore(
  dataDir: string,
  backupFile: string,
  resources: MigrationResources,
  { at }: Pick<Act, 'at'>,
  options: RestoreOptions = {},
): Promise<Result<Pick<Manifest, 'at' | 'reason'>>> {
  const folder = pendingDir(dataDir);
  const cleared = await cancelPendingRestore(dataDir);
  if (!cleared.ok) return cleared;
  const made = await guardFiles(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }));
  if (!made.ok) return made;
  const prepared = await prepare(dataDir, backupFile, resources, at, options);
  if (!prepared.ok) await rm(folder, { recursive: true, force: true });
  return prepared;
}

async function prepare(
  dataDir: string,
  backupFile: string,
  resources: MigrationResources,
  at: Instant,
  options: RestoreOptions,
): Promise<Result<Pick<Manifest, 'at' | 'reason'>>> {
  const folder = pendingDir(dataDir);
  const unpacked = await unpack(backupFile, folder, options);
  if (!unpacked.ok) return unpacked;
  const sound = checkDatabase(join(folder, DATABASE), resources, options.code);
  if (!sound.ok) return sound;
  const synced = await guardFiles(folder, () => syncFolder(folder));
  if (!synced.ok) return synced;
  const { at: backupAt, reason } = unpacked.value;
  const journal = await writeJournal(dataDir, { step: 'prepared', preparedAt: at, backupAt });
  return journal.ok ? ok({ at: backupAt, reason }) : journal;
}
