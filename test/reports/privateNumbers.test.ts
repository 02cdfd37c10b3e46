import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { OwnerPrivate } from '../../db/model/application.ts';
import { isoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { Month } from '../../db/model/monthly.ts';
import { keysOf, SUBMISSION_KINDS, type SubmissionKind } from '../../db/model/terms.ts';
import type { Office } from '../../db/office.ts';
import { sealPrivate } from '../../db/ownerPrivate.ts';
import { privateNumbers } from '../../db/paperRecords.ts';
import { savePayee } from '../../db/payees.ts';
import { decideResults } from '../../db/results.ts';
import { workshop } from '../../db/schema.ts';
import { finishWriting, saveWriting } from '../../db/writings.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { writeOfficePackage } from '../../reports/officePackages.ts';
import { makeOfficePaper } from '../../reports/officePapers.ts';
import { createOfficeWriting, writingView } from '../../reports/officeWritings.ts';
import { verifyPackage } from '../../reports/package/verify.ts';
import { storedNumbersIn } from '../../reports/privacyGate.ts';
import { cleanUp, codesOf, must, tempDir } from '../db/open/fixtures.ts';
import { actOn, newOffice, signedPlan, task } from '../fixtures/plannedOffice.ts';
import { scored } from '../fixtures/scoredOffice.ts';
import { environment, pdfInfo, pdfText } from './read.ts';

afterEach(cleanUp);

const ID = '110101199001010015';
const PHONE = '13900000000';
const CARD = '4111111111111111';
const DAY = '2021-11-10';
const act = actOn(DAY);
const tools = {
  today: act.today,
  programVersion: '0',
  make: (paper: Parameters<typeof makePaper>[0], format: Parameters<typeof makePaper>[1]) =>
    makePaper(paper, format, environment),
};

/** A year up to 收款信息, with every kind of private number stored. */
async function wholeYear(): Promise<{ office: Office; id: WorkshopId }> {
  const office = await newOffice();
  const id = signedPlan(office, '示例豆腐坊', task('更换地面', isoDate('2021-08-31'), 12_000));
  const sealed = sealPrivate(
    office,
    OwnerPrivate.parse({ idNumber: ID, phone: PHONE, homeAddress: '示例县示例镇示例小区8号楼' }),
  );
  office.db.update(workshop).set(sealed).where(eq(workshop.id, id)).run();
  scored(office, id, '2021-10-11', 950);
  const decision = { workshopIds: [id], decision: 'recommend' as const, reason: '' };
  must(decideResults(office, { ...decision, decidedOn: isoDate('2021-10-20') }, act));
  const payee = { idName: '示例业主', accountName: '示例业主', bank: '示例银行示例县支行', card: CARD };
  must(savePayee(office, id, payee, act));
  return { office, id };
}

/** Every section with words of its own, then 定稿. */
function finishSummary(office: Office): void {
  const summary = must(createOfficeWriting(office, { kind: 'summary' }, act));
  const { title, body } = must(writingView(office, summary, act.today));
  const sections = body.sections.map(({ key, heading, text }) => ({
    key,
    heading,
    text: text.replaceAll('〔请补充〕', '示例内容。'),
  }));
  must(saveWriting(office, summary, { title, sections, photos: [] }, act));
  must(finishWriting(office, summary, act));
}

async function zipTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const parts = entries.map(async (entry) => {
    if (entry.directory || entry.encrypted) return [entry.filename];
    const text = new TextDecoder().decode(await entry.getData(new Uint8ArrayWriter()));
    return [entry.filename, text, text.replace(/<[^>]*>/g, '')];
  });
  return (await Promise.all(parts)).flat();
}

/** All that can be read out of a file without a passphrase, its name and properties among it. */
async function textsOf(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const raw = Buffer.from(bytes).toString('latin1');
  if (name.endsWith('.pdf')) return [name, pdfText(bytes, '-raw'), pdfInfo(bytes)];
  if (/\.(docx|xlsx|zip)$/.test(name)) return [name, raw, ...(await zipTexts(bytes))];
  return [name, new TextDecoder().decode(bytes)];
}

async function packageTexts(folder: string): Promise<readonly string[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const texts = files.map((one) =>
    textsOf(one.name, readFileSync(join(one.parentPath, one.name))).then((read) => [folder, ...read]),
  );
  return (await Promise.all(texts)).flat();
}

const handUp = (office: Office, kind: SubmissionKind, dir: string) =>
  writeOfficePackage(
    office,
    { kind, month: kind === 'monthly' ? Month.parse('2021-10') : null, correction: null },
    dir,
    act,
    tools,
  );

describe('no stored private number', () => {
  it('stands anywhere in any package but inside the encrypted zip', async () => {
    const { office } = await wholeYear();
    finishSummary(office);
    const stored = privateNumbers(office);
    expect([...stored]).toEqual(expect.arrayContaining([ID, PHONE, CARD]));
    const dir = tempDir();
    for (const kind of keysOf(SUBMISSION_KINDS)) {
      const { folder, passphrase } = must(await handUp(office, kind, dir));
      expect(must(await verifyPackage(folder))).toMatchObject({ valid: true, faults: [] });
      expect(passphrase === null).toBe(kind !== 'payees');
      const texts = await packageTexts(folder);
      expect(storedNumbersIn(texts, stored)).toBe(0);
      expect(texts.filter((text) => text.includes('示例小区8号楼'))).toEqual([]);
      if (passphrase !== null) expect(texts.filter((text) => text.includes(passphrase))).toEqual([]);
    }
  }, 60_000);

  it('is kept from whoever lacks the passphrase, and the passphrase is kept nowhere', async () => {
    const { office } = await wholeYear();
    const { folder, passphrase } = must(await handUp(office, 'payees', tempDir()));
    const zip = readFileSync(join(folder, 'data/01_收款信息（加密）.zip'));
    const [entry] = await new ZipReader(new Uint8ArrayReader(zip)).getEntries();
    if (!entry || entry.directory || passphrase === null) throw new Error('No encrypted file');
    expect(entry).toMatchObject({ encrypted: true, zipCrypto: false, filename: '收款信息表.xlsx' });
    const open = (password?: string) =>
      entry.getData(new Uint8ArrayWriter(), password === undefined ? {} : { password });
    await expect(open()).rejects.toThrow();
    await expect(open('2222-2222-2222-2222-2222')).rejects.toThrow();
    const inside = await textsOf('收款信息表.xlsx', await open(passphrase));
    expect(storedNumbersIn(inside, [CARD])).toBe(1);
    const kept = Buffer.from(office.sqlite.serialize()).toString('latin1');
    expect(kept.includes(passphrase)).toBe(false);
    expect(passphrase).toMatch(/^([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}$/);
  });

  it('goes unseen: the same reading finds it on a paper that has one', async () => {
    const { office, id } = await wholeYear();
    const stored = privateNumbers(office);
    for (const format of ['pdf', 'docx'] as const) {
      const made = must(
        await makeOfficePaper(office, { paper: 'application', workshopId: id }, format, tools),
      );
      expect(storedNumbersIn(await textsOf(`a.${format}`, made.bytes), stored)).toBe(2);
    }
  });

  it('can be written into a summary and handed up', async () => {
    const { office } = await wholeYear();
    const summary = must(createOfficeWriting(office, { kind: 'summary' }, act));
    const { title, body } = must(writingView(office, summary, act.today));
    const sections = body.sections.map(({ key, heading }) => ({ key, heading, text: `联系电话${PHONE}` }));
    must(saveWriting(office, summary, { title, sections, photos: [] }, act));
    must(finishWriting(office, summary, act));
    expect(codesOf(await handUp(office, 'summary', tempDir()))).toEqual(['privacy.storedNumber']);
  });
});
