import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, guardFiles } from '../../db/disk/fileProblems.ts';
import { writeFileAtomic } from '../../db/disk/files.ts';
import type { PathToken } from '../../db/model/desk.ts';
import type { Result } from '../../db/model/problems.ts';
import { ok } from '../../db/model/problems.ts';
import type { HostContext } from './context.ts';

interface CopyToOpen {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Puts down a copy for the system's own program and answers its token; the window never learns where it lies. */
export type OpenCopy = (copy: CopyToOpen) => Promise<Result<{ readonly token: PathToken }>>;

/**
 * Copies to look at lie in a folder of the data's own, only for this user. It is emptied when the program ends, and
 * when it starts: a viewer may hold a copy open, and a crash leaves them behind.
 */
export function openedCopies({ dataDir, onStop, log, rememberPath }: HostContext): OpenCopy {
  const folder = join(dataDir, 'opened');
  const sweep = (): void => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      log.warn(`opened copies stay until the next start: ${errnoOf(error) ?? 'unknown'}`);
    }
  };
  sweep();
  onStop(sweep);
  return async ({ fileName, bytes }) => {
    const own = await guardFiles(folder, async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return mkdtemp(join(folder, '查看-'));
    });
    if (!own.ok) return own;
    const path = join(own.value, fileName);
    const written = await writeFileAtomic(path, bytes);
    return written.ok ? ok({ token: rememberPath(path) }) : written;
  };
}
