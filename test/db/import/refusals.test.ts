import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../db/import/index.ts';
import { rawParts, rawWorkbook, textRow, zipOf } from '../../fixtures/xlsx.ts';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ole = (stream: string): Buffer =>
  Buffer.concat([OLE, Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)]);

async function goodWorkbook(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('名单').addRow(['小作坊名称', '业主姓名']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const refusal = async (source: string | Uint8Array) => {
  const read = await readWorkbook(source);
  return read.ok ? undefined : read.problems[0];
};

describe('files that are no workbook get one clear sentence', () => {
  it.each([
    ['empty', Buffer.alloc(0), 'import.notWorkbook', '空文件'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'import.notWorkbook', 'PDF'],
    ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'import.notWorkbook', '图片'],
    [
      'web page',
      Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
      'import.notWorkbook',
      '网页',
    ],
    ['plain text', Buffer.from('示例说明'), 'import.notWorkbook', '文本文件'],
    ['bytes', Buffer.from([1, 0, 2, 0, 3]), 'import.notWorkbook', '无法识别'],
    ['UTF-8 csv', Buffer.from('\ufeff名称,业主\n示例豆腐坊,张示例\n'), 'import.csv', 'CSV'],
    [
      'GBK csv',
      Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd2, 0xb5, 0xd6, 0xf7, 0x0a]),
      'import.csv',
      'CSV',
    ],
    ['UTF-16 text', Buffer.from('\ufeff名称\t业主\r\n', 'utf16le'), 'import.csv', 'CSV'],
    ['renamed .xls', ole('Workbook'), 'import.oldXls', '97-2003'],
    ['old .doc', ole('WordDocument'), 'import.notWorkbook', 'Word'],
    ['password', ole('EncryptedPackage'), 'import.encrypted', '密码'],
    ['docx', zipOf({ 'word/document.xml': '<a/>' }), 'import.notWorkbook', 'Word'],
    ['ods', zipOf({ 'content.xml': '<a/>' }), 'import.notWorkbook', 'OpenDocument'],
    ['xlsb', zipOf({ 'xl/workbook.bin': 'x' }), 'import.notWorkbook', 'xlsb'],
    ['zip', zipOf({ 'a.txt': 'x' }), 'import.notWorkbook', '压缩包'],
  ])('%s', async (_, bytes, code, words) => {
    const problem = await refusal(bytes);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toContain(words);
    expect(problem?.message).toMatch(/。$/);
  });
});

describe('broken and hostile workbooks', () => {
  it('says damaged at every place a file can be cut', async () => {
    const whole = await goodWorkbook();
    for (const share of [0.01, 0.3, 0.6, 0.95, 0.999]) {
      const cut = whole.subarray(0, Math.max(4, Math.floor(whole.length * share)));
      expect((await refusal(cut))?.code).toBe('import.damaged');
    }
  });

  it('never throws, whatever byte is wrong', async () => {
    const whole = await goodWorkbook();
    for (let at = 4; at < whole.length; at += 61) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const read = await readWorkbook(broken);
      if (!read.ok) expect(read.problems[0]?.code).toMatch(/^import\./);
    }
  });

  it('stops unpacking at the limit, even when the headers lie about the size', async () => {
    const bomb = zipOf(
      {
        ...rawParts([{ name: '名单', xml: '' }]),
        'xl/worksheets/sheet1.xml': Buffer.alloc(300 * 1024 * 1024),
      },
      100,
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect((await refusal(bomb))?.code).toBe('import.tooLarge');
  });

  it('refuses a missing sheet, malformed XML and a workbook without sheets', async () => {
    const { 'xl/worksheets/sheet1.xml': _sheet, ...rest } = rawParts([{ name: '名单', xml: '' }]);
    expect((await refusal(zipOf(rest)))?.message).toContain('缺少工作表“名单”');
    expect((await refusal(rawWorkbook('<sheetData><row></sheetData>')))?.code).toBe('import.damaged');
    expect((await refusal(zipOf(rawParts([]))))?.message).toContain('找不到工作表');
  });

  it('does not expand entities of a document type', async () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="str"><v>&bomb;</v></c></row></sheetData>`;
    const parts = rawParts([{ name: '名单', xml }]);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    const hostile = sheet.replace('?>', '?><!DOCTYPE worksheet [<!ENTITY bomb "boom">]>');
    const read = await readWorkbook(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': hostile }));
    expect(JSON.stringify(read)).not.toContain('boom');
  });
});

describe('reading from disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a file, and names a missing one', async () => {
    const path = join(folder, '名单.xlsx');
    await writeFile(path, await goodWorkbook());
    const read = await readWorkbook(path);
    expect(read.ok && read.value.sheets.map((one) => one.name)).toEqual(['名单']);
    expect((await refusal(join(folder, '没有.xlsx')))?.code).toBe('disk.gone');
  });

  it('refuses a file over 50 MB without reading it', async () => {
    const path = join(folder, '大.xlsx');
    await writeFile(path, Buffer.alloc(50 * 1024 * 1024 + 1));
    expect((await refusal(path))?.code).toBe('import.tooLarge');
  });

  it('stops between sheets when cancelled, and tells how far it is', async () => {
    const sheets = ['甲', '乙', '丙'].map((name) => ({
      name,
      xml: `<sheetData>${textRow(1, [name])}</sheetData>`,
    }));
    const bytes = zipOf(rawParts(sheets));
    const steps: string[] = [];
    const stop = new AbortController();
    const read = await readWorkbook(bytes, {
      signal: stop.signal,
      onProgress: (done, total) => {
        steps.push(`${done}/${total}`);
        if (done === 2) stop.abort();
      },
    });
    expect(steps).toEqual(['1/3', '2/3']);
    expect(read.ok ? undefined : read.problems[0]?.code).toBe('import.cancelled');
  });
});
