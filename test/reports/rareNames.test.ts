import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it } from 'vitest';
import { previewImport } from '../../db/import/index.ts';
import { foldedText } from '../../db/model/cleanText.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { isoDate } from '../../db/model/dates.ts';
import type { PaperFormat } from '../../db/model/papers.ts';
import type { Office } from '../../db/office.ts';
import { importApplicants } from '../../db/workshops/applicants.ts';
import { workshopRows } from '../../db/workshops/workshops.ts';
import { searchTextOf } from '../../renderer/workshops/searchText.ts';
import { fontkit } from '../../reports/fonts/fontkit.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { writeOfficePackage } from '../../reports/office/packages.ts';
import { makeOfficePaper } from '../../reports/office/papers.ts';
import { verifyPackage } from '../../reports/package/verify.ts';
import { cleanUp, must, tempDir } from '../db/open/fixtures.ts';
import { CONTEXT, opened } from '../fixtures/applicants.ts';
import { actOn, newOffice, signedPlan, task } from '../fixtures/plannedOffice.ts';
import { docxText, environment, pdfFonts, pdfText, squeezed, zipBytes, zipPart } from './read.ts';

afterEach(cleanUp);

const OWNER = '䶮㛃·𬴂𠮷𪚥';
const NAME = `示例${OWNER}豆腐坊`;
const act = actOn('2021-04-20');
const tools = {
  today: act.today,
  programVersion: '0',
  make: (paper: Parameters<typeof makePaper>[0], format: PaperFormat) =>
    makePaper(paper, format, environment),
};

/** A list as an office sends it in. */
async function listOfApplicants(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名单');
  sheet.addRow(['小作坊名称', '业主姓名', '生产加工地址', '主要产品', '操作间面积（㎡）', '计划投入（元）']);
  sheet.addRow([NAME, OWNER, '示例镇𠮷家屯1号', '豆腐', 40, 20000]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function imported(): Promise<Office> {
  const office = await newOffice();
  const { rows } = previewImport(await opened(await listOfApplicants()), {}, CONTEXT);
  expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  const applicants = rows.flatMap(({ applicant }) => (applicant ? [applicant] : []));
  must(importApplicants(office, applicants, act));
  return office;
}

const made = async (office: Office, ref: PaperRef, format: PaperFormat): Promise<Uint8Array> =>
  must(await makeOfficePaper(office, ref, format, tools)).bytes;

/** The font a Word file carries, its first bytes turned back by the key beside it. */
async function carriedFont(docx: Uint8Array): Promise<Buffer> {
  const table = await zipPart(docx, 'word/fontTable.xml');
  const key = /w:fontKey="\{([^}]+)\}"/.exec(table)?.[1] ?? '';
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  const font = Buffer.from(await zipBytes(docx, 'word/fonts/font1.odttf'));
  for (let index = 0; index < 32; index++) font[index] = (font[index] ?? 0) ^ (bytes[index % 16] ?? 0);
  return font;
}

const inSheet = async (bytes: Uint8Array, text: string): Promise<ExcelJS.Cell> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const cells: ExcelJS.Cell[] = [];
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
  const found = cells.find((cell) => cell.text.includes(text));
  if (!found) throw new Error('not in the workbook');
  return found;
};

describe('a name with 䶮 㛃 𬴂 𠮷 𪚥 and «·»', () => {
  it('comes through import, search, PDF, Word and Excel unchanged', async () => {
    const office = await imported();
    const [row] = workshopRows(office, act.today);
    if (!row) throw new Error('not imported');
    expect([row.name, row.ownerName]).toEqual([NAME, OWNER]);
    expect(searchTextOf(row)).toContain('𠮷𪚥');
    expect(searchTextOf(row)).toContain('slyj·fjzdff');

    const ref = { paper: 'application', workshopId: row.workshopId } as const;
    const pdf = await made(office, ref, 'pdf');
    expect(squeezed(pdfText(pdf))).toContain(OWNER);
    expect(pdfFonts(pdf)).toMatch(/\+HanaMinB .* yes yes yes/);

    const docx = await made(office, ref, 'docx');
    expect(squeezed(await docxText(docx))).toContain(OWNER);
    const xml = await zipPart(docx, 'word/document.xml');
    expect(xml).toMatch(
      /w:eastAsia="Desk Rare Han"[^>]*\/>(?:(?!<\/w:r>).)*<w:t xml:space="preserve">𬴂𠮷𪚥<\/w:t>/,
    );
    expect(xml).toMatch(/w:eastAsia="宋体"[^>]*\/>(?:(?!<\/w:r>).)*<w:t xml:space="preserve">䶮㛃<\/w:t>/);

    const carried = fontkit.create(await carriedFont(docx));
    if ('fonts' in carried) throw new Error('a collection');
    expect(carried.characterSet).toEqual([...'𠮷𪚥𬴂'].map((one) => one.codePointAt(0)));
    expect(carried.familyName).toBe('Desk Rare Han');
    expect(carried.glyphForCodePoint(0x2a6a5).path.commands.length).toBeGreaterThan(50);

    expect(foldedText(searchTextOf(row))).toContain(foldedText('䶮㛃•𬴂'));
    const again = previewImport(await opened(await listOfApplicants()), {}, CONTEXT);
    expect(again.rows[0]?.applicant?.workshop.ownerName).toBe(OWNER);
  }, 60_000);

  it('goes out in a package that verifies, and no file of it says anything else', async () => {
    const office = await newOffice();
    signedPlan(office, NAME, task('更换地面', isoDate('2021-08-31'), 12_000));
    const what = { kind: 'plans', month: null, correction: null } as const;
    const { folder } = must(await writeOfficePackage(office, what, tempDir(), actOn('2021-06-01'), tools));
    expect(must(await verifyPackage(folder))).toMatchObject({ valid: true, faults: [] });
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const plan = files.find((file) => file.endsWith('.pdf') && file.includes(NAME));
    expect(plan).toBeDefined();
    expect(squeezed(pdfText(readFileSync(join(folder, plan ?? ''))))).toContain(NAME);
    expect(readFileSync(join(folder, 'submission.json'), 'utf8')).toContain(NAME);
    const ledger = files.find((file) => file.endsWith('.xlsx')) ?? '';
    const cell = await inSheet(readFileSync(join(folder, ledger)), OWNER);
    expect(cell.text).toContain(OWNER);
    const runs =
      typeof cell.value === 'object' && cell.value && 'richText' in cell.value ? cell.value.richText : [];
    expect(runs.map(({ text, font }) => [text, font?.name])).toContainEqual(['𬴂𠮷𪚥', 'SimSun-ExtB']);
    expect(new Set(runs.map(({ font }) => font?.size))).toEqual(new Set([11]));
  }, 60_000);
});

describe('a character nothing can print', () => {
  const stopped = async (office: Office, ref: PaperRef, format: PaperFormat) => {
    const refused = await makeOfficePaper(office, ref, format, tools);
    return refused.ok ? 'made' : refused.problems.map((one) => [one.code, one.message.split('，')[0]]);
  };

  it('stops PDF, Word and Excel before anything is made, with row and field', async () => {
    const office = await imported();
    const ref = {
      paper: 'application',
      workshopId: workshopRows(office, act.today)[0]?.workshopId ?? null,
    } as const;
    office.sqlite.prepare('UPDATE workshop SET owner_name = ?').run('示例\ue863');
    const inForm = [['characters.privateUse', '业主姓名中有自造字（U+E863）']];
    expect(await stopped(office, ref, 'pdf')).toEqual(inForm);
    expect(await stopped(office, ref, 'docx')).toEqual(inForm);
    // Letters that are joined would be set one by one: named once, not letter by letter.
    office.sqlite.prepare('UPDATE workshop SET owner_name = ?').run('ᠮᠣᠩᠭᠣᠯ');
    expect(await stopped(office, ref, 'pdf')).toEqual([['characters.script', '业主姓名中有蒙古文']]);
    const planned = await newOffice();
    signedPlan(planned, '示例\ue863坊', task('更换地面', isoDate('2021-08-31'), 12_000));
    expect(await stopped(planned, { paper: 'planLedger' }, 'xlsx')).toEqual([
      ['characters.privateUse', '台账第1行小作坊名称中有自造字（U+E863）'],
    ]);
  });
});
