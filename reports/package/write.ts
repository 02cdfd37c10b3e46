import { mkdir, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import { buildFolderAtomic, exists, requireSpace } from '../../db/disk/files.ts';
import { describeBagFault } from '../../db/model/package.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import { hashFile } from './hash.ts';
import { inspectBag } from './inspect.ts';
import { TAG_MANIFEST } from './layout.ts';
import { type PackageContent, type PreparedBag, prepareBag } from './prepare.ts';
import type { BagFile } from './tagText.ts';
import { cancelledWriting, type WorkOptions } from './work.ts';

export interface WrittenPackage {
  /** The full path of the package. */
  readonly folder: string;
  readonly folderName: string;
  readonly manifestSha256: string;
  /** Sixteen characters without separators, as printed (in groups) on 报送清单. */
  readonly manifestCode: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/**
 * Writes a submission package into `target.dir`. It appears under its name only when every byte was written, synced,
 * read back and found equal; on a refusal, a failure or a stop nothing is left. An existing package is never touched.
 */
export async function writePackage(
  target: { readonly dir: string },
  content: PackageContent,
  options: WorkOptions = {},
): Promise<Result<WrittenPackage>> {
  const prepared = await prepareBag(content);
  if (!prepared.ok) return prepared;
  const bag = prepared.value;
  const folder = join(resolve(target.dir), bag.folderName);

  const room = await checkTarget(folder, bag);
  if (!room.ok) return room;
  if (options.signal?.aborted) return cancelledWriting();

  const built = await buildFolderAtomic(folder, (temporary) => fill(temporary, bag, options));
  if (!built.ok) return built;
  return ok({
    folder,
    folderName: bag.folderName,
    manifestSha256: bag.manifestSha256,
    manifestCode: bag.manifestCode,
    files: bag.files.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
  });
}

/** Beyond this Windows programs fail to open a file, unless told otherwise one by one. */
const LONGEST_PATH = 240;
const SPARE_BYTES = 10_000_000;

const neededBytes = (files: readonly BagFile[]): number =>
  Math.ceil(files.reduce((sum, file) => sum + file.bytes.length, 0) * 1.1) + SPARE_BYTES;

async function checkTarget(folder: string, bag: PreparedBag): Promise<Result<void>> {
  const taken = await guardFiles(folder, () => exists(folder));
  if (!taken.ok) return taken;
  if (taken.value) {
    return refuse(
      problem(
        'package.exists',
        `所选位置已有同名报送包“${bag.folderName}”，没有覆盖它。请换一个位置，或先将原报送包移走。`,
        { found: folder },
      ),
    );
  }
  const long = bag.files.map((file) => join(folder, file.path)).find((path) => path.length > LONGEST_PATH);
  if (long) {
    return refuse(
      problem(
        'package.pathTooLong',
        `文件路径有${long.length}个字符，超过${LONGEST_PATH}个，在 Windows 上可能打不开。请换一个较短的位置，例如 U 盘的根目录。位置：${long}`,
        { found: String(long.length), expected: `不超过${LONGEST_PATH}` },
      ),
    );
  }
  return requireSpace(dirname(folder), neededBytes(bag.files));
}

async function fill(folder: string, bag: PreparedBag, options: WorkOptions): Promise<Result<void>> {
  const total = bag.files.length * 2;
  for (const path of foldersOf(bag.files)) await mkdir(join(folder, path));
  for (const [index, file] of bag.files.entries()) {
    if (options.signal?.aborted) return cancelledWriting();
    options.onProgress?.({ done: index, total, current: file.path });
    await writeSynced(join(folder, file.path), file.bytes);
  }
  return readBack(folder, bag, {
    signal: options.signal,
    onProgress: ({ done, current }) =>
      options.onProgress?.({ done: bag.files.length + Math.min(done, bag.files.length), total, current }),
  });
}

/**
 * Parents first. Made one by one: a recursive mkdir would bring back the whole path on another disk when the stick is
 * pulled out and only its mount point stays.
 */
function foldersOf(files: readonly BagFile[]): readonly string[] {
  const folders = files.flatMap(({ path }) => {
    const segments = path.split('/').slice(0, -1);
    return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)].sort((one, other) => one.length - other.length);
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Compares what the disk gives back with what was meant: the tag manifest with the one in memory, everything else with
 * it, by the same check the receiver will make. The answer may come from the system's cache, so the window offers to
 * check again after the stick was pulled and put back.
 */
async function readBack(folder: string, bag: PreparedBag, options: WorkOptions): Promise<Result<void>> {
  const inspected = await inspectBag(folder, options);
  if (!inspected.ok) return options.signal?.aborted ? cancelledWriting() : inspected;
  const tagManifest = await hashFile(join(folder, TAG_MANIFEST), ['sha256']);
  const faults = inspected.value.faults.filter((fault) => fault.kind !== 'harmlessExtra');
  if (faults.length === 0 && tagManifest?.get('sha256') === bag.tagManifestSha256) return ok(undefined);
  const found = faults.slice(0, 3).map(describeBagFault).join('；') || `内容已被改动：${TAG_MANIFEST}`;
  return refuse(
    problem(
      'package.readBack',
      `写入后回读核对不一致，报送包没有生成，磁盘可能有故障，请换一个 U 盘或位置重试。${found}`,
      { found },
    ),
  );
}
