import { join } from 'node:path';
import { audit } from '../../../db/audit.ts';
import { listBackups, makeBackup } from '../../../db/backup/backup.ts';
import { backupsDir, readBackupName } from '../../../db/backup/paths.ts';
import { cancelPendingRestore, prepareRestore } from '../../../db/backup/restore.ts';
import { verifyBackup } from '../../../db/backup/verify.ts';
import { problem } from '../../../db/model/problems.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, refused, reporting, unwrap } from './base.ts';

/** A backup of the list, by its name: no name leads out of the backups' own folder. */
function ownBackup({ dataDir }: HostContext, fileName: string): string {
  if (readBackupName(fileName)) return join(backupsDir(dataDir), fileName);
  throw refused([problem('backup.unknown', '没有这份备份，请刷新列表后再试', { found: fileName })]);
}

export const backupsApi = (context: HostContext, session: Session) => ({
  list: api.backups.list.handler(async () =>
    unwrap(await listBackups(backupsDir(context.dataDir))).map(({ name, at, reason, bytes, readable }) => ({
      fileName: name,
      madeAt: at,
      reason,
      bytes,
      readable,
    })),
  ),
  make: api.backups.make.handler(({ input, signal }) =>
    reporting(context, async (report) => {
      const office = session.office();
      const made = unwrap(
        await makeBackup(office, '手动', session.act(), {
          ...(input.folder === null ? {} : { folder: pathBehind(context.pathOf, input.folder) }),
          ...(signal ? { signal } : {}),
          onProgress: ({ done, total, name }) => report({ done, total, current: name }),
        }),
      );
      audit(office, session.act(), 'backup.make', `做了备份${made.name}`);
      return { fileName: made.name };
    }),
  ),
  verify: api.backups.verify.handler(({ input, signal }) =>
    reporting(context, async (report) => {
      const manifest = unwrap(
        await verifyBackup(ownBackup(context, input.fileName), {
          ...(signal ? { signal } : {}),
          onProgress: ({ done, total, name }) => report({ done, total, current: name }),
        }),
      );
      return { fileCount: manifest.files.length };
    }),
  ),
  /** Needs no open office: this is also how a new PC gets its data. */
  prepareRestore: api.backups.prepareRestore.handler(({ input, signal }) =>
    reporting(context, async (report) => {
      const file =
        'token' in input ? pathBehind(context.pathOf, input.token) : ownBackup(context, input.fileName);
      unwrap(
        await prepareRestore(
          context.dataDir,
          file,
          context.resources,
          { at: context.now() },
          {
            onProgress: ({ done, total, name }) => report({ done, total, current: name }),
            ...(signal ? { signal } : {}),
          },
        ),
      );
      return { needsRestart: true };
    }),
  ),
  cancelRestore: api.backups.cancelRestore.handler(async () =>
    unwrap(await cancelPendingRestore(context.dataDir)),
  ),
});
