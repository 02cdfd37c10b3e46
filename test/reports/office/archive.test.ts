import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { addAttachment } from '../../../db/attachments/attachmentRecords.ts';
import { PrivatePatch } from '../../../db/model/application.ts';
import {
  type AttachmentRole,
  type AttachmentSubject,
  attachmentSubject,
} from '../../../db/model/attachments.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { newId, WorkshopId } from '../../../db/model/ids.ts';
import type { Office } from '../../../db/office.ts';
import { shrinkHere } from '../../../db/pictures/shrink.ts';
import { workshop } from '../../../db/schema.ts';
import { sealPrivate } from '../../../db/workshops/ownerPrivate.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { addForeign } from '../../../reports/bundle/pages.ts';
import { type ArchiveRequestOf, makeArchive, saveArchive } from '../../../reports/office/archive.ts';
import { cleanUp, codesOf, must, tempDir } from '../../db/open/fixtures.ts';
import { phonePhoto } from '../../fixtures/photos.ts';
import { actOn, newOffice, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';
import { bookmarks, pageTexts, printTools } from '../bundle/support.ts';
import { squeezed } from '../read.ts';

afterAll(cleanUp);

const act = actOn('2021-11-10');
const tools = printTools(act.today);
const ID_NUMBER = '110101199001010015';

const attach = async (
  office: Office,
  subject: AttachmentSubject,
  role: AttachmentRole,
  fileName: string,
  bytes: Uint8Array,
) => must(await addAttachment(office, { subject, role, fileName, bytes }, act, shrinkHere));

/** A scan of two pages, the second lying on its side, as copiers make them. */
async function scan(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const angle of [0, 90]) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`SCAN ${angle}`, { x: 60, y: 400, size: 30 });
    page.setRotation(degrees(angle));
  }
  return pdf.save();
}

/** A workshop with a signed plan, its scan, a copy of an ID card, photos, and a file nobody can bind. */
async function filledOffice() {
  const office = await newOffice();
  const id = signedPlan(office, '示例豆腐坊', task('更换地面', isoDate('2021-08-31'), 12_000));
  office.db
    .update(workshop)
    .set(sealPrivate(office, PrivatePatch.parse({ idNumber: ID_NUMBER })))
    .run();
  scored(office, id, '2021-10-11', 930);
  const [row] = workshopRows(office, act.today);
  if (!row) throw new Error('No workshop');
  const { revisionId } = viewOf(office, id, '2021-11-10').current;
  const application = attachmentSubject('application', row.applicationId);
  await attach(office, application, 'material', '身份证复印件.jpg', phonePhoto());
  await attach(office, attachmentSubject('revision', revisionId), 'scan', '签字页.pdf', await scan());
  for (const name of ['甲', '乙', '丙']) {
    const photo = phonePhoto({
      taken: `2021:05:0${name.length} 10:20:30`,
      width: 60 + (name.charCodeAt(0) % 50),
    });
    await attach(office, application, 'before', `地面${name}.jpg`, photo);
  }
  const locked = new TextEncoder().encode('%PDF-1.7\nnothing that can be read\n%%EOF\n');
  await attach(office, attachmentSubject('workshop', id), '', '说明.pdf', locked);
  return { office, id };
}

const make = async (office: Office, workshopId: WorkshopId, other: Partial<ArchiveRequestOf> = {}) =>
  must(await makeArchive(office, { workshopId, withPrivate: true, duplex: false, ...other }, tools));

it('keeps a page that fits with what is laid over it, and fits a larger one', async () => {
  const source = await PDFDocument.create({ updateMetadata: false });
  for (const size of [
    [500, 700],
    [1200, 900],
  ] as const) {
    source.addPage([...size]).drawText('SEAL', { x: 10, y: 10 });
  }
  const target = await PDFDocument.create({ updateMetadata: false });
  expect(await addForeign(target, await source.save())).toBe(true);
  const sizes = target.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())]);
  expect(sizes).toEqual([
    [500, 700],
    [842, 595],
  ]);
});

describe('一坊一档', async () => {
  const { office, id } = await filledOffice();
  const whole = await make(office, id);

  it('holds cover, catalogue, everything in order, and the closing sheet', () => {
    const { items, name } = whole;
    expect(name).toBe('一坊一档_示例豆腐坊_2021年');
    expect(items.map(({ item }) => item.title)).toEqual([
      '申请表',
      '资金投入承诺书',
      '申请材料：身份证复印件',
      '改造前照片（3张）',
      '资格审核表',
      '遴选、公示和创建名单情况摘录',
      '改造提升方案（第1版）',
      '签字扫描件：签字页',
      '验收结果和奖补情况摘录',
      '其他：说明',
    ]);
  });

  it('tells in the catalogue the page that each item really begins on', async () => {
    const { bound, items } = whole;
    const texts = pageTexts(bound.bytes).map(squeezed);
    const marks = await bookmarks(bound.bytes);
    expect(marks.map((one) => one.title)).toEqual([
      '封面',
      '卷内目录',
      ...items.slice(0, -1).map(({ item }) => item.title),
      '卷内备考表',
    ]);
    // The first item's bookmark is page 1 of the catalogue; the stamp on each first page says the same number.
    const first = (marks[2]?.page ?? 0) - 1;
    const catalogue = texts[1] ?? '';
    for (const { title, page } of marks.slice(2, -1)) {
      expect(catalogue).toContain(squeezed(title));
      expect(texts[page - 1]).toMatch(new RegExp(`^${page - first}|${page - first}$`));
    }
    const plan = marks.find((one) => one.title.startsWith('改造提升方案'));
    expect(texts[(plan?.page ?? 0) - 1]).toContain('改造提升方案');
    expect(catalogue).toContain('校验码');
    expect(bound.pages).toBe(texts.length);
  });

  it('binds a scanned PDF upright and lists what cannot be read as lying apart', () => {
    const texts = pageTexts(whole.bound.bytes);
    expect(texts.filter((text) => text.includes('SCAN'))).toHaveLength(2);
    expect(squeezed(texts[1] ?? '')).toContain('电子原件另附');
  });

  it('begins the content on a front page where printed on both sides', async () => {
    const { bound } = await make(office, id, { duplex: true });
    const [cover, catalogue, first, ...rest] = await bookmarks(bound.bytes);
    expect([cover?.page, catalogue?.page, first?.page]).toEqual([1, 3, 5]);
    expect((rest.at(-1)?.page ?? 0) % 2).toBe(1);
    expect(pageTexts(bound.bytes)[1]).toBe('');
  });

  it('carries the ID number only in the whole folder, and says what the other leaves out', async () => {
    expect(pageTexts(whole.bound.bytes).join('')).toContain(ID_NUMBER);
    expect(pageTexts(whole.bound.bytes)[0]).toContain('注意保管');
    const open = await make(office, id, { withPrivate: false });
    const text = squeezed(pageTexts(open.bound.bytes).join(''));
    expect(text).not.toContain(ID_NUMBER);
    expect(text).toContain('含个人信息的材料：申请表、资金投入承诺书、申请材料：身份证复印件、其他：说明');
    expect(open.items.map(({ item }) => item.title)).toContain('改造前照片（3张）');
    expect(open.name).toContain('不含个人信息');
  });

  it('becomes a folder of files, the originals among them, never into an older one', async () => {
    const parent = tempDir();
    const saved = must(await saveArchive(whole, parent));
    const files = readdirSync(saved.path);
    expect(files).toHaveLength(saved.files);
    expect(files).toEqual(
      expect.arrayContaining(['00_卷内目录.pdf', '01_申请表.pdf', '08_签字扫描件：签字页.pdf']),
    );
    expect(readFileSync(join(saved.path, '08_签字扫描件：签字页.pdf'))).toEqual(Buffer.from(await scan()));
    must(await saveArchive(whole, parent));
    expect(readdirSync(parent).toSorted()).toEqual([
      '一坊一档_示例豆腐坊_2021年',
      '一坊一档_示例豆腐坊_2021年（2）',
    ]);
    // Named is where the clerk wanted it, not where it was being made.
    const gone = await saveArchive(whole, join(parent, '拔出的U盘'));
    expect(gone.ok ? '' : gone.problems[0]?.found).toBe(
      join(parent, '拔出的U盘', '一坊一档_示例豆腐坊_2021年'),
    );
  });

  it('gives the same bytes for the same records', async () => {
    const again = await make(office, id);
    expect(Buffer.from(again.bound.bytes).equals(Buffer.from(whole.bound.bytes))).toBe(true);
  });

  it('is not made of a workshop that did not apply this year, nor of an office that stops', async () => {
    const unknown = { workshopId: newId(WorkshopId) };
    expect(
      codesOf(await makeArchive(office, { ...unknown, withPrivate: true, duplex: false }, tools)),
    ).toEqual(['workshop.unknown']);
    const stopped = { ...tools, signal: AbortSignal.abort() };
    expect(
      codesOf(await makeArchive(office, { workshopId: id, withPrivate: true, duplex: false }, stopped)),
    ).toEqual(['papers.cancelled']);
  });
});
