import { randomBytes } from 'node:crypto';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { errnoOf, guardFiles } from './fileProblems.ts';

/** Part of every temporary name: whoever finds one after a power cut reads that it is not finished. */
const UNFINISHED = '.未完成-';

/** What a file is called beside its place until it is complete. */
export const temporaryName = (finalPath: string): string =>
  join(dirname(finalPath), `${basename(finalPath)}${UNFINISHED}${randomBytes(4).toString('hex')}`);

export const isTemporaryName = (name: string): boolean => /\.未完成-[0-9a-f]{8}$/.test(name);

const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES']);
const PAUSES_MS: readonly number[] = [20, 50, 100, 200, 400, 800];

/** Repeats what an antivirus or a preview pane may block for a moment; gives up after about a second and a half. */
export async function withRetries<T>(
  work: () => Promise<T>,
  pauses: readonly number[] = PAUSES_MS,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!PASSING.has(errnoOf(error) ?? '')) throw error;
      await wait(pause);
    }
  }
  return work();
}

/** Whether anything lies there, a dangling link included. */
export const exists = async (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error) => {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return false;
      throw error;
    },
  );

/** Some file systems cannot sync a folder; nothing can be done about it there. */
const UNSYNCABLE = new Set(['EPERM', 'EINVAL', 'EISDIR', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'EBADF']);

async function withHandle<T>(
  path: string,
  flags: string,
  use: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await open(path, flags);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** Makes a finished rename in this folder survive a power cut. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    await withHandle(folder, 'r', (handle) => handle.sync());
  } catch (error) {
    if (!UNSYNCABLE.has(errnoOf(error) ?? '')) throw error;
  }
}

/** Windows flushes only through a handle that may write. */
export const syncFile = (path: string): Promise<void> => withHandle(path, 'r+', (handle) => handle.sync());

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? syncTree(path) : syncFile(path));
  }
  await syncFolder(folder);
}

/** Renames with retries and makes the new name durable. Replaces a file of that name, as rename does. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await withRetries(() => rename(from, to));
  await syncFolder(dirname(to));
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 });

/** Writes a whole file under its name, or nothing. Replaces an existing one. */
export async function writeFileAtomic(path: string, bytes: Uint8Array | string): Promise<Result<void>> {
  const temporary = temporaryName(path);
  return guardFiles(path, async () => {
    try {
      await withHandle(temporary, 'wx', async (handle) => {
        await handle.writeFile(bytes);
        await handle.sync();
      });
      await renameDurably(temporary, path);
    } catch (error) {
      await remove(temporary);
      throw error;
    }
  });
}

/**
 * Builds a folder under a temporary sibling name and renames it once, complete and synced. `build` receives the
 * temporary folder; a refusal or an exception of it leaves nothing behind. An existing folder is never touched.
 */
export async function buildFolderAtomic<T>(
  finalPath: string,
  build: (folder: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const outcome = await guardFiles(finalPath, async (): Promise<Result<T>> => {
    if (await exists(finalPath)) {
      return refuse(
        problem('disk.exists', `同名的文件夹已存在，没有覆盖它。位置：${finalPath}`, { found: finalPath }),
      );
    }
    const temporary = temporaryName(finalPath);
    try {
      await mkdir(temporary);
      const built = await build(temporary);
      if (!built.ok) return built;
      await syncTree(temporary);
      await renameDurably(temporary, finalPath);
      return built;
    } finally {
      await remove(temporary);
    }
  });
  return outcome.ok ? outcome.value : outcome;
}

/** Removes a finished folder again. It loses its name first, so that no half of it is taken for the whole. */
export const takeBackFolder = (path: string): Promise<Result<void>> =>
  guardFiles(path, async () => {
    const temporary = temporaryName(path);
    await renameDurably(path, temporary);
    await remove(temporary);
  });

/** Bytes this user may still write on the disk of `folder`. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** Refuses before anything is written where the disk cannot hold it. */
export async function requireSpace(folder: string, needed: number): Promise<Result<void>> {
  const free = await guardFiles(folder, () => freeBytes(folder));
  if (!free.ok) return free;
  if (free.value >= needed) return ok(undefined);
  return refuse(
    problem(
      'disk.full',
      `磁盘空间不足：需要约 ${inMegabytes(needed)}，只剩 ${inMegabytes(free.value)}，没有写入任何内容。位置：${folder}`,
      { found: inMegabytes(free.value), expected: inMegabytes(needed) },
    ),
  );
}
