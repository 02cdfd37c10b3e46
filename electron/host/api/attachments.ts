import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { attachmentFile, attachmentPreview, readPicked } from '../../../db/attachmentFiles.ts';
import {
  addAttachment,
  attachments,
  editAttachment,
  removeAttachment,
  restoreAttachment,
} from '../../../db/attachmentRecords.ts';
import { errnoOf } from '../../../db/fileProblems.ts';
import { writeFileAtomic } from '../../../db/files.ts';
import type { PictureJob, Shrink } from '../../../db/pictures/shrink.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, unwrap } from './base.ts';

const Shrunk = z.instanceof(Uint8Array).nullable();

/** Photos are shrunk in a worker thread: a large one takes a second or two. */
const shrinkIn =
  ({ pool }: HostContext): Shrink =>
  async (fileKind, bytes) => {
    const job: PictureJob = { kind: 'picture', fileKind, bytes };
    return Shrunk.parse(await pool.run(job));
  };

/**
 * Where copies to look at lie, only for this user. Emptied when the program ends, and when it starts: a viewer may
 * hold a copy open, and a crash leaves them behind.
 */
function openedCopies({ dataDir, onStop, log }: HostContext): () => string {
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
  return () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return mkdtempSync(join(folder, '附件-'));
  };
}

export const attachmentsApi = (context: HostContext, session: Session) => {
  const newFolder = openedCopies(context);
  const shrink = shrinkIn(context);
  return {
    list: api.attachments.list.handler(({ input }) => attachments(session.office(), input)),
    add: api.attachments.add.handler(async ({ input: { file, ...input } }) => {
      const office = session.office();
      const picked = unwrap(await readPicked(pathBehind(context.pathOf, file)));
      return unwrap(await addAttachment(office, { ...input, ...picked }, session.act(), shrink));
    }),
    preview: api.attachments.preview.handler(async ({ input }) =>
      unwrap(await attachmentPreview(session.office(), input.id)),
    ),
    edit: api.attachments.edit.handler(({ input: { id, ...change } }) =>
      unwrap(editAttachment(session.office(), id, change, session.act())),
    ),
    remove: api.attachments.remove.handler(({ input }) =>
      unwrap(removeAttachment(session.office(), input.id, session.act())),
    ),
    restore: api.attachments.restore.handler(({ input }) =>
      unwrap(restoreAttachment(session.office(), input.id, session.act())),
    ),
    save: api.attachments.save.handler(async ({ input }) => {
      const path = pathBehind(context.pathOf, input.file);
      const { bytes } = unwrap(await attachmentFile(session.office(), input.id));
      unwrap(await writeFileAtomic(path, bytes));
    }),
    open: api.attachments.open.handler(async ({ input }) => {
      const { fileName, bytes } = unwrap(await attachmentFile(session.office(), input.id));
      const path = join(newFolder(), fileName);
      unwrap(await writeFileAtomic(path, bytes));
      return { token: context.rememberPath(path) };
    }),
  };
};
