import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { attachmentFile, attachmentPreview, readPicked } from '../../../db/attachments/attachmentFiles.ts';
import {
  addAttachment,
  attachments,
  editAttachment,
  type NewAttachment,
  removeAttachment,
  restoreAttachment,
} from '../../../db/attachments/attachmentRecords.ts';
import { makeBackup } from '../../../db/backup/backup.ts';
import { prepareRestore } from '../../../db/backup/restore.ts';
import { attachmentSubject, titleFrom } from '../../../db/model/attachments.ts';
import type { RecoveryCode } from '../../../db/model/recoveryCode.ts';
import { type OpenOffice, unlockOfficeWithCode } from '../../../db/open/unlock.ts';
import { shrinkHere } from '../../../db/pictures/shrink.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { actOn, addWorkshops, DAY, fictionalOffice } from '../../fixtures/demoOffice.ts';
import { PLACE, phonePhoto } from '../../fixtures/photos.ts';
import { cleanUp, codesOf, must, opened, RESOURCES, tempDir } from '../open/fixtures.ts';

afterEach(cleanUp);

let office: OpenOffice;
let recoveryCode: RecoveryCode;
let given: NewAttachment;

const act = actOn();
const add = (changed: Partial<NewAttachment> = {}) =>
  addAttachment(office, { ...given, ...changed }, act, shrinkHere);

beforeEach(async () => {
  ({ office, recoveryCode } = await fictionalOffice());
  addWorkshops(office, 1);
  const [row] = workshopRows(office, DAY);
  if (!row) throw new Error('no workshop');
  const subject = attachmentSubject('application', row.applicationId);
  given = { subject, role: 'site', fileName: '门脸.jpg', bytes: phonePhoto({ width: 1800, height: 900 }) };
});

it('is listed under its record and its workshop, with the day it was taken', async () => {
  const { attachment, sameAs } = must(await add());
  expect(attachment).toMatchObject({ title: '门脸', takenOn: '2021-04-05', previewable: true, role: 'site' });
  expect(sameAs).toEqual([]);
  expect(attachments(office, { subject: given.subject })).toEqual([attachment]);
  const [row] = workshopRows(office, DAY);
  expect(row && attachments(office, { workshopId: row.workshopId })).toEqual([attachment]);
});

it('shows a smaller copy and leaves the office without the place, while the original is kept', async () => {
  const { attachment } = must(await add());
  const preview = must(await attachmentPreview(office, attachment.id));
  expect(preview?.mediaType).toBe('image/jpeg');
  expect(Buffer.from(preview?.bytes ?? []).includes(PLACE)).toBe(false);
  const file = must(await attachmentFile(office, attachment.id));
  expect(file.fileName).toBe('门脸.jpg');
  expect(Buffer.from(file.bytes).includes(PLACE)).toBe(false);
  expect(attachment.bytes).toBe(given.bytes.length);
});

it('is refused a second time on the same record, and said elsewhere', async () => {
  must(await add());
  expect(codesOf(await add({ fileName: '又一张.jpg' }))).toEqual(['attachment.duplicate']);
  const [row] = workshopRows(office, DAY);
  const other = must(await add({ subject: attachmentSubject('workshop', row?.workshopId ?? '') }));
  expect(other.sameAs).toEqual(['申请材料“门脸”']);
});

it('is refused when it is empty, too large, of a foreign kind, or belongs to nothing', async () => {
  expect(codesOf(await add({ bytes: new Uint8Array() }))).toEqual(['attachment.empty']);
  expect(codesOf(await add({ bytes: Buffer.from('MZ'), fileName: '照片.jpg' }))).toEqual(['attachment.kind']);
  const nowhere = attachmentSubject('visit', '019c0000-0000-7000-8000-000000000000');
  expect(codesOf(await add({ subject: nowhere }))).toEqual(['attachment.subject']);
  const large = join(tempDir(), '大.pdf');
  writeFileSync(large, Buffer.alloc(50 * 1024 * 1024 + 1));
  expect(codesOf(await readPicked(large))).toEqual(['attachment.tooLarge']);
  expect(attachments(office, { subject: given.subject })).toEqual([]);
});

it('goes to the recycle bin and comes back, and can be renamed', async () => {
  const { id } = must(await add()).attachment;
  must(removeAttachment(office, id, act));
  expect(attachments(office, { subject: given.subject })).toEqual([]);
  expect(codesOf(removeAttachment(office, id, act))).toEqual(['attachment.unknown']);
  must(restoreAttachment(office, id, act));
  must(editAttachment(office, id, { title: '改造前门脸', role: 'before' }, act));
  expect(attachments(office, { subject: given.subject })).toMatchObject([
    { title: '改造前门脸', role: 'before' },
  ]);
});

it('takes no private number into its name', () => {
  expect(titleFrom('220101199001011234.jpg')).toBe('****');
  expect(titleFrom('承诺书 13900000000.pdf')).toBe('承诺书 ****');
  expect(titleFrom('.pdf')).toBe('附件');
});

it('opens from a restored backup on another PC', async () => {
  const { id } = must(await add()).attachment;
  const backup = must(await makeBackup(office, '手动', act, { folder: tempDir() }));
  const elsewhere = join(tempDir(), '新电脑');
  must(await prepareRestore(elsewhere, backup.file, RESOURCES, act, { code: recoveryCode }));
  office.close();
  const restored = must(await unlockOfficeWithCode(await opened(elsewhere), recoveryCode));
  const preview = must(await attachmentPreview(restored, id));
  expect(preview?.bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const file = must(await attachmentFile(restored, id));
  expect(file.bytes.length).toBeGreaterThan(500);
  restored.close();
});
