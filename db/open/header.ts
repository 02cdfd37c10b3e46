import { open } from 'node:fs/promises';
import { guardFiles } from '../disk/fileProblems.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { checkOwner, type FileHeader } from './connection.ts';

const MAGIC = 'SQLite format 3\0';

/** Places in a database's header after https://www.sqlite.org/fileformat.html, 1.3. */
const HEADER_BYTES = 100;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

async function readHeader(file: string): Promise<Result<FileHeader>> {
  const read = await guardFiles(file, async () => {
    const handle = await open(file, 'r');
    try {
      return (await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)).buffer;
    } finally {
      await handle.close();
    }
  });
  if (!read.ok) return read;
  const header = read.value;
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return refuse(
      problem('db.broken', `数据文件的开头已损坏，或不是数据库文件，没有改动它。请从备份恢复。位置：${file}`),
    );
  }
  return ok({
    applicationId: header.readInt32BE(APPLICATION_ID_AT),
    version: header.readInt32BE(USER_VERSION_AT),
  });
}

/**
 * Looks at the first bytes before SQLite may touch the file: SQLite itself would play back or remove the journals of
 * a file that is not ours, only by opening it.
 */
export async function checkHeader(file: string, newestVersion: number): Promise<Result<void>> {
  const header = await readHeader(file);
  if (!header.ok) return header;
  const owned = checkOwner(file, header.value, newestVersion);
  return owned.ok ? ok(undefined) : owned;
}
