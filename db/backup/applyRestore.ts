import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { guardFiles } from '../disk/fileProblems.ts';
import { buildFolderAtomic, exists, renameDurably, syncFolder, withRetries } from '../disk/files.ts';
import { officeStamp } from '../model/backupRule.ts';
import type { Instant } from '../model/dates.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Binding, connect, guardSqlite, inspect } from '../open/connection.ts';
import { checkHeader } from '../open/header.ts';
import { makeBackup } from './backup.ts';
import { DATABASE } from './manifest.ts';
import { backupsDir, databaseFile, keptFiles } from './paths.ts';
import {
  cancelPendingRestore,
  journalFile,
  pendingDir,
  RestoreJournal,
  restoreIsPending,
  writeJournal,
} from './restore.ts';

type Kept = 'nothing' | 'backup' | 'raw';

const journalsOf = (database: string): readonly string[] =>
  ['-journal', '-wal', '-shm'].map((end) => database + end);

/** The old file as it lies there, journals included, for whoever may be able to save something from it. */
async function keepRaw(dataDir: string, at: Instant): Promise<Result<Kept>> {
  const live = databaseFile(dataDir);
  await mkdir(backupsDir(dataDir), { recursive: true });
  let target = join(backupsDir(dataDir), `备份_${officeStamp(at)}_恢复前_损坏原件`);
  for (let copy = 2; await exists(target); copy++) target = `${target.replace(/_\d+$/, '')}_${copy}`;
  return buildFolderAtomic<Kept>(target, async (folder) => {
    await copyFile(live, join(folder, DATABASE));
    for (const journal of journalsOf(live)) {
      if (await exists(journal))
        await copyFile(journal, join(folder, `${DATABASE}${journal.slice(live.length)}`));
    }
    return ok('raw');
  });
}

/** The old state as an ordinary backup, so that it stays in the list; a broken file is kept as it is. */
async function keepOldState(dataDir: string, binding: Binding, at: Instant): Promise<Result<Kept>> {
  const live = databaseFile(dataDir);
  if (!(await exists(live))) return ok('nothing');
  const header = await checkHeader(live, Number.MAX_SAFE_INTEGER);
  if (!header.ok) return keepRaw(dataDir, at);
  const opened = guardSqlite(live, () => {
    const sqlite = connect(live, binding);
    const sound = inspect(sqlite, Number.MAX_SAFE_INTEGER, 'quick_check');
    if (sound.ok) return ok(sqlite);
    sqlite.close();
    return sound;
  });
  if (!opened.ok) return keepRaw(dataDir, at);
  try {
    const made = await makeBackup({ sqlite: opened.value, dataDir }, '恢复前', { at });
    if (made.ok) return ok('backup');
    if (made.problems.some(({ code }) => code !== 'db.broken')) return made;
  } finally {
    opened.value.close();
  }
  return keepRaw(dataDir, at);
}

/** Attachments and faces are named by their content, so those of both states live side by side. */
async function moveKept(dataDir: string): Promise<void> {
  const touched = new Set<string>();
  for (const { path, file } of await keptFiles(pendingDir(dataDir))) {
    const target = join(dataDir, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await withRetries(() => rename(file, target));
    touched.add(dirname(target));
  }
  for (const folder of touched) await syncFolder(folder);
}

/** Every step may be repeated: a power cut anywhere leaves either the old data or the new. */
async function swap(dataDir: string): Promise<void> {
  const live = databaseFile(dataDir);
  const incoming = join(pendingDir(dataDir), DATABASE);
  if (!(await exists(incoming))) return;
  await moveKept(dataDir);
  // A journal of the old file would be played into the new one.
  for (const journal of journalsOf(live)) await rm(journal, { force: true });
  await syncFolder(dataDir);
  await renameDurably(incoming, live);
}

async function readJournal(dataDir: string): Promise<Result<RestoreJournal>> {
  const text = await guardFiles(dataDir, () => readFile(journalFile(dataDir), 'utf8'));
  if (!text.ok) return text;
  try {
    return ok(RestoreJournal.parse(JSON.parse(text.value)));
  } catch {
    return refuse(
      problem(
        'restore.broken',
        '上次准备的恢复已损坏，没有执行，原数据没有改动。请取消这次恢复，再重新选择备份。',
      ),
    );
  }
}

/**
 * Finishes a prepared restore. Called at the start, under the lock, before the database is opened, so that nothing
 * holds the files. `true` where something was restored.
 */
export async function applyPendingRestore(
  dataDir: string,
  binding: Binding,
  at: Instant,
): Promise<Result<boolean>> {
  if (!(await restoreIsPending(dataDir))) {
    const swept = await cancelPendingRestore(dataDir);
    return swept.ok ? ok(false) : swept;
  }
  const journal = await readJournal(dataDir);
  if (!journal.ok) return journal;
  if (journal.value.step === 'prepared') {
    const kept = await keepOldState(dataDir, binding, at);
    if (!kept.ok) return kept;
    const noted = await writeJournal(dataDir, { ...journal.value, step: 'kept' });
    if (!noted.ok) return noted;
  }
  const swapped = await guardFiles(dataDir, () => swap(dataDir));
  if (!swapped.ok) return swapped;
  const done = await cancelPendingRestore(dataDir);
  return done.ok ? ok(true) : done;
}
