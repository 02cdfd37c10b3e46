import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { Instant } from '../model/dates.ts';
import { ok, problem, type Refusal, type Result, refuse } from '../model/problems.ts';
import type { Binding } from '../open/connection.ts';
import { sqliteProblem } from '../open/sqliteProblems.ts';
import { fileProblem } from './fileProblems.ts';

/**
 * Keeps a second program off the data folder. The lock itself is the operating system's, taken by SQLite on an empty
 * file: it ends with the process, however that ends, so there is no stale lock to guess about. A note beside it
 * says who holds it.
 */
const LOCK_FILE = 'office.lock';
const NOTE_FILE = 'office.lock.json';

export type Program = 'window' | 'commandLine';

const PROGRAMS: Readonly<Record<Program, string>> = { window: '窗口程序', commandLine: '命令行程序' };

const Note = z.object({
  program: z.enum(['window', 'commandLine']),
  pid: z.int(),
  host: z.string(),
  since: Instant,
});

export interface DataLock {
  release(): void;
}

const readNote = (dataDir: string): z.infer<typeof Note> | undefined => {
  try {
    return Note.parse(JSON.parse(readFileSync(join(dataDir, NOTE_FILE), 'utf8')));
  } catch {
    // Only tells who holds the lock; the refusal stands without it.
    return undefined;
  }
};

function inUse(dataDir: string): Refusal {
  const note = readNote(dataDir);
  const holder = note ? `${PROGRAMS[note.program]}（电脑 ${note.host}，进程 ${note.pid}）` : '另一个程序';
  return refuse(
    problem('data.inUse', `数据正被${holder}使用，请先关闭它再试。位置：${dataDir}`, {
      ...(note ? { found: `${note.program} ${note.pid}@${note.host}` } : {}),
    }),
  );
}

/** Asks the disk itself: permissions, read-only media and protected folders all answer here, in words of their own. */
function probeWritable(dataDir: string): Result<void> {
  const probe = join(dataDir, `.probe-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'x', { flag: 'wx' });
    rmSync(probe);
    return ok(undefined);
  } catch (error) {
    const known = fileProblem(error, dataDir);
    if (!known) throw error;
    return refuse(known);
  }
}

function take(file: string, { nativeBinding }: Binding): Database {
  const holder = new Sqlite(file, { timeout: 0, ...(nativeBinding === undefined ? {} : { nativeBinding }) });
  try {
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
    return holder;
  } catch (error) {
    holder.close();
    throw error;
  }
}

/** Takes the folder for this process, creating it where needed. Refuses with `data.inUse`. */
export function lockData(
  dataDir: string,
  binding: Binding,
  { program, at }: { readonly program: Program; readonly at: Instant },
): Result<DataLock> {
  const writable = probeWritable(dataDir);
  if (!writable.ok) return writable;
  const file = join(dataDir, LOCK_FILE);
  try {
    const holder = take(file, binding);
    const note: z.infer<typeof Note> = { program, pid: process.pid, host: hostname(), since: at };
    writeFileSync(join(dataDir, NOTE_FILE), JSON.stringify(note));
    return ok({ release: () => void holder.close() });
  } catch (error) {
    const known = sqliteProblem(error, file) ?? fileProblem(error, file);
    if (!known) throw error;
    return known.code === 'data.inUse' ? inUse(dataDir) : refuse(known);
  }
}
