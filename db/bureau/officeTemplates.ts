import { and, asc, eq } from 'drizzle-orm';
import { ContentHash, readBytes, storeBytes } from '../attachments/attachments.ts';
import { audit } from '../audit.ts';
import { attachmentSubject, FILE_KINDS, titleFrom } from '../model/attachments.ts';
import type { MadePaper } from '../model/contract/papers.ts';
import type { OfficeTemplateRow } from '../model/contract/templates.ts';
import { AttachmentId, newId, OfficeTemplateId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type TemplateFormat, TemplatePaper, templateName } from '../model/templates.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { attachment, officeTemplate } from '../schema.ts';

interface Which {
  readonly paper: TemplatePaper;
  readonly format: TemplateFormat;
}

const gone = () => refuse(problem('template.gone', '没有找到该模板，可能已停用，请刷新后再试'));

const rowsOf = (office: Office) =>
  office.db
    .select()
    .from(officeTemplate)
    .innerJoin(attachment, eq(attachment.id, officeTemplate.attachmentId))
    .orderBy(asc(officeTemplate.paper), asc(officeTemplate.format))
    .all();

/** The templates in use. */
export const officeTemplates = (office: Office): readonly OfficeTemplateRow[] =>
  rowsOf(office).map(({ office_template: row, attachment: file }) => ({
    id: row.id,
    paper: TemplatePaper.parse(row.paper),
    format: row.format,
    title: file.title,
    bytes: file.bytes,
    addedAt: row.addedAt,
  }));

/** The template in use for a paper in a format; `null`: the program's own form. */
export async function templateBytes(
  office: Office,
  { paper, format }: Which,
): Promise<Result<Uint8Array | null>> {
  const found = rowsOf(office).find(
    ({ office_template: row }) => row.paper === paper && row.format === format,
  );
  return found ? readBytes(office, ContentHash.parse(found.attachment.hash)) : ok(null);
}

/** The template in use as it was uploaded, to be changed and uploaded again. */
export async function templateFile(office: Office, which: Which): Promise<Result<MadePaper>> {
  const { paper, format } = which;
  const row = officeTemplates(office).find((one) => one.paper === paper && one.format === format);
  const bytes = await templateBytes(office, which);
  if (!bytes.ok) return bytes;
  return row && bytes.value ? ok({ bytes: bytes.value, fileName: `${row.title}.${format}` }) : gone();
}

/** Puts a checked file into use; the one before goes to 回收站. */
export async function putTemplate(
  office: Office,
  { paper, format }: Which,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  act: Act,
): Promise<Result<OfficeTemplateId>> {
  const hash = await storeBytes(office, file.bytes);
  if (!hash.ok) return hash;
  const id = newId(OfficeTemplateId);
  const name = templateName(paper, format);
  const title = titleFrom(file.fileName);
  return transact(office, () => {
    const before = office.db
      .select({ id: officeTemplate.id })
      .from(officeTemplate)
      .where(and(eq(officeTemplate.paper, paper), eq(officeTemplate.format, format)))
      .get();
    const removed = before ? removeTemplate(office, before.id, '换用新模板', act) : ok('');
    if (!removed.ok) return removed;
    const attachmentId = newId(AttachmentId);
    office.db
      .insert(attachment)
      .values({
        id: attachmentId,
        workshopId: null,
        subject: attachmentSubject('template', id),
        title,
        mediaType: FILE_KINDS[format].mediaType,
        bytes: file.bytes.length,
        hash: hash.value,
        addedAt: act.at,
      })
      .run();
    office.db.insert(officeTemplate).values({ id, paper, format, attachmentId, addedAt: act.at }).run();
    audit(office, act, 'template.use', `${name}改用本单位模板“${title}”`);
    return ok(id);
  });
}

/** Back to the program's own form; the template goes to 回收站. Answers the bin's own id. */
export function removeTemplate(
  office: Office,
  id: OfficeTemplateId,
  reason: string,
  act: Act,
): Result<string> {
  const found = officeTemplates(office).find((one) => one.id === id);
  if (!found) return gone();
  const name = `${templateName(found.paper, found.format)}：${found.title}`;
  return removeRow(office, { kind: 'officeTemplate', id, name, reason }, act);
}
