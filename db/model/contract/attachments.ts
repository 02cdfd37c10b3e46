import { type } from '@orpc/contract';
import { z } from 'zod';
import { AttachmentRole, AttachmentSubject, AttachmentTitle } from '../attachments.ts';
import type { IsoDate } from '../dates.ts';
import { AttachmentId, WorkshopId } from '../ids.ts';
import { call, PathToken } from './base.ts';

export interface AttachmentView {
  readonly id: AttachmentId;
  /** `null` for what belongs to the office as a whole. */
  readonly workshopId: WorkshopId | null;
  readonly subject: AttachmentSubject;
  /** What it is attached to, for headings. */
  readonly subjectLabel: string;
  readonly title: string;
  readonly role: AttachmentRole;
  readonly kindLabel: string;
  /** With its dot. */
  readonly extension: string;
  readonly bytes: number;
  readonly takenOn: IsoDate | null;
  readonly addedAt: string;
  /** Whether `preview` has a picture of it. */
  readonly previewable: boolean;
}

export interface AttachmentAdded {
  readonly attachment: AttachmentView;
  /** Where the same file is attached already. */
  readonly sameAs: readonly string[];
}

interface AttachmentPreview {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

const one = z.object({ id: AttachmentId });

export const attachments = {
  list: call
    .input(z.union([z.object({ subject: AttachmentSubject }), z.object({ workshopId: WorkshopId })]))
    .output(type<readonly AttachmentView[]>()),
  /** One picked file a call, so that the window can say how far it is and what was refused. */
  add: call
    .input(z.object({ subject: AttachmentSubject, role: AttachmentRole, file: PathToken }))
    .output(type<AttachmentAdded>()),
  preview: call.input(one).output(type<AttachmentPreview | null>()),
  edit: call
    .input(z.object({ id: AttachmentId, title: AttachmentTitle, role: AttachmentRole }))
    .output(type<void>()),
  /** Into the recycle bin. */
  remove: call.input(one).output(type<void>()),
  restore: call.input(one).output(type<void>()),
  /** Writes the original where the clerk chose, a photo without the place it was taken at. */
  save: call.input(z.object({ id: AttachmentId, file: PathToken })).output(type<void>()),
  /** Makes a copy to look at with the system's program; it goes when the program ends. */
  open: call.input(one).output(type<{ readonly token: PathToken }>()),
};
