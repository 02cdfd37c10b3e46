import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';

/** What the operating system answers, told to the user. Codes are stable; see `disk.*`. */
const SENTENCES: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  ENOSPC: ['disk.full', '磁盘空间不足，没有写入任何内容。请清理磁盘或换一个位置后重试。'],
  EDQUOT: ['disk.full', '磁盘空间配额已用完，没有写入任何内容。请清理后重试。'],
  EFBIG: ['disk.fileTooBig', '该磁盘的格式不支持这么大的文件（例如 FAT32 的 U 盘），请换一个磁盘。'],
  ENOENT: ['disk.gone', '找不到该文件或文件夹，可能已被移动、删除，或 U 盘已拔出。'],
  ENODEV: ['disk.gone', '磁盘已不可用，U 盘可能已拔出。'],
  ENXIO: ['disk.gone', '磁盘已不可用，U 盘可能已拔出。'],
  ENOTDIR: ['disk.gone', '路径中有一段不是文件夹。'],
  EIO: ['disk.io', '读写磁盘时出错，磁盘可能损坏或已拔出。请重新插入后再试。'],
  EROFS: ['disk.denied', '该磁盘是只读的，无法写入。请换一个位置。'],
  EACCES: [
    'disk.denied',
    '没有该位置的读写权限，或文件正被其他程序占用。请关闭占用它的程序，或换一个位置后重试。',
  ],
  EPERM: [
    'disk.denied',
    '系统不允许在该位置读写，或文件正被其他程序占用。请关闭占用它的程序，或换一个位置后重试。',
  ],
  EBUSY: ['disk.busy', '文件正被其他程序占用，请关闭占用它的程序后重试。'],
  EEXIST: ['disk.exists', '同名的文件或文件夹已存在，没有覆盖它。'],
  ENOTEMPTY: ['disk.exists', '同名的文件夹已存在，没有覆盖它。'],
  EISDIR: ['disk.exists', '同名的文件夹已存在，没有覆盖它。'],
  ENAMETOOLONG: ['disk.nameTooLong', '文件名或路径过长，请换一个较短的位置。'],
  EMFILE: ['disk.busy', '打开的文件过多，请稍后重试。'],
};

/** The system's code of a failed file operation (`ENOSPC`), if it is one. */
export const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The sentence for an expected file failure; `undefined` for anything else, which is a bug. */
export function fileProblem(error: unknown, path: string): Problem | undefined {
  const known = SENTENCES[errnoOf(error) ?? ''];
  return known && problem(known[0], `${known[1]}位置：${path}`, { found: path });
}

/** Runs a file operation; an expected failure becomes a refusal, anything else stays an exception. */
export async function guardFiles<T>(path: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const known = fileProblem(error, path);
    if (!known) throw error;
    return refuse(known);
  }
}
