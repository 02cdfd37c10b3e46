import { z } from 'zod';
import { attachmentFile, attachmentPreview, readPicked } from '../../../db/attachments/attachmentFiles.ts';
import {
  addAttachment,
  attachments,
  editAttachment,
  removeAttachment,
  restoreAttachment,
} from '../../../db/attachments/attachmentRecords.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import type { PictureJob, Shrink } from '../../../db/pictures/shrink.ts';
import type { HostContext } from '../context.ts';
import type { OpenCopy } from '../openedCopies.ts';
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

export const attachmentsApi = (context: HostContext, session: Session, openCopy: OpenCopy) => {
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
    open: api.attachments.open.handler(async ({ input }) =>
      unwrap(await openCopy(unwrap(await attachmentFile(session.office(), input.id)))),
    ),
  };
};
