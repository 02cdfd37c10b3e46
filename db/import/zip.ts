import { crc32, inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '../model/problems.ts';
import { damaged, encrypted, tooLarge } from './fileKind.ts';

/**
 * Reads single parts of a zip held in memory. Own code, because every library at hand unpacks a whole file before
 * anyone can say «too large»: here the limit is held by the decompressor itself, whatever the headers claim.
 */
export interface Zip {
  /** Compared as OPC does (`partName`). */
  readonly names: ReadonlySet<string>;
  /** As they are written in the file. */
  readonly paths: readonly string[];
  /** `undefined` when there is no such part. */
  read(name: string): Result<Buffer> | undefined;
}

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly flags: number;
  readonly packedSize: number;
  readonly checksum: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 10_000;
/** One unpacked part: 20,000 rows of 60 columns are some 60 MB of XML. */
const MAX_PART = 256 * 1024 * 1024;

function findEnd(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return undefined;
}

/** Part names are compared as OPC does: without a leading slash, in lower case. */
const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) return undefined;
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_SIZE > end || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const tail = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const name = bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
    entries.set(partName(name), {
      path: name,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_SIZE + nameLength + tail;
  }
  return entries;
}

const isOversize = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

function inflate(packed: Buffer): Result<Buffer> {
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: MAX_PART }));
  } catch (error) {
    if (isOversize(error)) return refuse(tooLarge('解压后超过256MB'));
    // Every other failure of the decompressor is broken input; it has no other cause.
    return refuse(damaged('压缩数据有误'));
  }
}

function readEntry(bytes: Buffer, entry: Entry): Result<Buffer> {
  if (entry.flags & 1) return refuse(encrypted());
  const at = entry.headerAt;
  if (at + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
    return refuse(damaged('文件结构有误'));
  const from = at + LOCAL_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const to = from + entry.packedSize;
  if (to > bytes.length) return refuse(damaged('文件不完整'));
  const packed = bytes.subarray(from, to);
  if (entry.method !== 0 && entry.method !== 8) return refuse(damaged('压缩方式不支持'));
  const content = entry.method === 0 ? ok(packed) : inflate(packed);
  if (!content.ok || crc32(content.value) === entry.checksum) return content;
  return refuse(damaged('内容与校验值不符'));
}

/** Opens a zip by its directory; nothing is unpacked yet. */
export function openZip(bytes: Buffer): Result<Zip> {
  const entries = bytes.length >= END_SIZE ? readDirectory(bytes) : undefined;
  if (!entries) return refuse(damaged('文件不完整'));
  return ok({
    names: new Set(entries.keys()),
    paths: [...entries.values()].map((entry) => entry.path),
    read: (name) => {
      const entry = entries.get(partName(name));
      return entry && readEntry(bytes, entry);
    },
  });
}
