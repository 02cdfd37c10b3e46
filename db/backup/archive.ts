import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { configure, type FileEntry, Reader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { fileProblem } from '../disk/fileProblems.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';

// A stored archive needs no compressor, and a worker could not be found inside an asar.
configure({ useWebWorkers: false });

/** Bytes done and in all, and the file being worked on. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

export interface Work {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface ArchivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Feeds zip.js from an open file, piece by piece, so that no file has to fit in memory. */
class HandleReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;
  readonly #onBytes: (bytes: Uint8Array) => void;

  constructor(handle: FileHandle, size: number, onBytes: (bytes: Uint8Array) => void = () => {}) {
    super(handle);
    this.#handle = handle;
    this.#onBytes = onBytes;
    this.size = size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.size - index));
    const bytes = new Uint8Array(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.#handle.read(bytes, filled, wanted - filled, index + filled);
      if (bytesRead === 0) throw Object.assign(new Error('File became shorter'), { code: 'EIO' });
      filled += bytesRead;
    }
    this.#onBytes(bytes);
    return bytes;
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.length - written);
    written += bytesWritten;
  }
}

const sinkOf = (handle: FileHandle): WritableStream<Uint8Array> =>
  new WritableStream({ write: (chunk) => writeAll(handle, chunk) });

const cancelled = () => problem('work.cancelled', '已取消，没有留下任何文件。');

/** Where work on an archive fails: cancelled, the disk, or (when reading) an archive that is not sound. */
export async function guardArchive<T>(
  path: string,
  { signal }: Work,
  reading: boolean,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    signal?.throwIfAborted();
    return await work();
  } catch (error) {
    if (signal?.aborted) return refuse(cancelled());
    const known = fileProblem(error, path);
    if (known) return refuse(known);
    if (!reading) throw error;
    return brokenArchive(path);
  }
}

export const brokenArchive = (path: string, found?: string): Result<never> =>
  refuse(
    problem(
      'backup.broken',
      `备份文件不完整或已损坏，不能使用。请换一份备份。位置：${path}`,
      found === undefined ? {} : { found },
    ),
  );

export interface SourceFile {
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

interface NewArchive {
  readonly target: string;
  readonly sources: readonly SourceFile[];
  readonly manifestName: string;
  readonly manifestOf: (files: readonly ArchivedFile[]) => string;
}

async function addFile(
  zip: ZipWriter<unknown>,
  source: SourceFile,
  work: Work,
  before: number,
  total: number,
): Promise<ArchivedFile> {
  const handle = await open(source.file, 'r');
  try {
    const { size } = await handle.stat();
    const hash = createHash('sha256');
    let done = before;
    const reader = new HandleReader(handle, size, (bytes) => {
      hash.update(bytes);
      done += bytes.length;
      work.onProgress?.({ done, total, name: source.path });
    });
    await zip.add(source.path, reader, { level: 0, ...(work.signal ? { signal: work.signal } : {}) });
    return { path: source.path, bytes: size, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

/** Writes a stored (uncompressed) zip, the manifest last, and syncs it. `target` must not exist. */
export async function writeArchive(
  { target, sources, manifestName, manifestOf }: NewArchive,
  work: Work,
): Promise<void> {
  const handle = await open(target, 'wx');
  try {
    const zip = new ZipWriter(sinkOf(handle), { level: 0, extendedTimestamp: false });
    const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
    const files: ArchivedFile[] = [];
    let before = 0;
    for (const source of sources) {
      work.signal?.throwIfAborted();
      const added = await addFile(zip, source, work, before, total);
      files.push(added);
      before += added.bytes;
    }
    await zip.add(manifestName, new Blob([manifestOf(files)]).stream(), { level: 0 });
    await zip.close();
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export interface OpenArchive {
  readonly entries: ReadonlyMap<string, FileEntry>;
}

/** Lends an archive's directory for reading, and closes the file afterwards. */
export async function withArchive<T>(path: string, use: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const zip = new ZipReader(new HandleReader(handle, size), { checkSignature: true });
    const entries = (await zip.getEntries()).flatMap((entry) => (entry.directory ? [] : [entry]));
    return await use({ entries: new Map(entries.map((entry) => [entry.filename, entry])) });
  } finally {
    await handle.close();
  }
}

/** Reads one entry through to the end; returns its length and digest, and hands every piece on where wanted. */
export async function digestEntry(
  entry: FileEntry,
  { signal }: Work,
  onChunk: (chunk: Uint8Array) => Promise<void> = async () => {},
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    async write(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      await onChunk(chunk);
    },
  });
  await entry.getData(sink, signal ? { signal } : {});
  return { bytes, sha256: hash.digest('hex') };
}

/** Reads one entry into a new file and syncs it. */
export async function extractEntry(
  entry: FileEntry,
  target: string,
  work: Work,
): ReturnType<typeof digestEntry> {
  const handle = await open(target, 'wx', 0o600);
  try {
    const digest = await digestEntry(entry, work, (chunk) => writeAll(handle, chunk));
    await handle.sync();
    return digest;
  } finally {
    await handle.close();
  }
}

/** A short text entry; refuses to swallow a huge one. */
export async function readTextEntry(entry: FileEntry, mostBytes: number): Promise<Result<string>> {
  if (entry.uncompressedSize > mostBytes) return brokenArchive(entry.filename, '清单过大');
  const chunks: Uint8Array[] = [];
  await digestEntry(entry, {}, async (chunk) => void chunks.push(Uint8Array.from(chunk)));
  return ok(Buffer.concat(chunks).toString('utf8'));
}
