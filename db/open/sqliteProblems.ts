import { type Problem, problem } from '../model/problems.ts';

type Sentence = readonly [prefix: string, code: string, sentence: string];

/** By the beginning of SQLite's extended code, most particular first. */
const SENTENCES: readonly Sentence[] = [
  ['SQLITE_FULL', 'disk.full', '磁盘空间不足，没有保存任何内容。请清理磁盘后重试。'],
  ['SQLITE_NOTADB', 'db.broken', '数据文件已损坏，或不是数据库文件。请从备份恢复。'],
  ['SQLITE_CORRUPT', 'db.broken', '数据文件已损坏。请从备份恢复。'],
  ['SQLITE_BUSY', 'data.inUse', '数据正被另一个程序使用，请先关闭它。'],
  ['SQLITE_LOCKED', 'data.inUse', '数据正被另一个程序使用，请先关闭它。'],
  ['SQLITE_READONLY', 'disk.denied', '数据文件夹不可写，没有保存任何内容。'],
  ['SQLITE_CANTOPEN', 'disk.denied', '数据文件打不开，可能没有权限，或已被移走。'],
  ['SQLITE_PERM', 'disk.denied', '没有数据文件的读写权限。'],
  ['SQLITE_IOERR', 'disk.io', '读写数据文件时出错，没有保存任何内容。磁盘可能损坏或已拔出。'],
];

const isSqliteError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && error.name === 'SqliteError' && 'code' in error && typeof error.code === 'string';

/** The sentence for what the disk or the file did; `undefined` for a broken constraint or a wrong statement, which are bugs. */
export function sqliteProblem(error: unknown, file: string): Problem | undefined {
  // drizzle wraps what the driver throws
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!isSqliteError(cause)) return undefined;
  const known = SENTENCES.find(([prefix]) => cause.code.startsWith(prefix));
  return known && problem(known[1], `${known[2]}位置：${file}`, { found: cause.code });
}
