import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, MAX_ROWS, type RawCell } from '../../../db/model/import/grid.ts';
import { opened } from '../../fixtures/applicants.ts';
import { inline, rawParts, rawWorkbook, textRow, zipOf } from '../../fixtures/xlsx.ts';

const STYLES = `<numFmts count="4"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.00&quot;万元&quot;"/><numFmt numFmtId="172" formatCode="0!.0,"/><numFmt numFmtId="173" formatCode="[Red]#,##0.00_ ;G/通用格式"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/></cellXfs>`;

const firstRow = async (xml: string, options = {}): Promise<readonly (RawCell | undefined)[]> =>
  (await opened(rawWorkbook(`<sheetData>${xml}</sheetData>`, options))).sheets[0]?.rows[0]?.cells ?? [];

describe('cells', () => {
  it('reads every kind a file can hold', async () => {
    const cells = await firstRow(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><v>a_x000D_b</v></c>
       <c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1"><v>12.5</v></c><c r="G1" t="d"><v>2021-04-05T00:00:00</v></c>
       <c r="I1" t="inlineStr"><is><r><t>示例</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>shi</t></rPh></is></c></row>`,
      {
        strings:
          '<si><r><t>示例</t></r><r><rPr><b/></rPr><t>甲 &amp; 丙</t></r></si><si><t>张</t><rPh sb="0" eb="1"><t>zhang</t></rPh></si>',
      },
    );
    expect(cells).toEqual([
      { kind: 'text', text: '示例甲 & 丙' },
      { kind: 'text', text: '张' },
      { kind: 'text', text: 'a\rb' },
      { kind: 'boolean', value: true },
      { kind: 'error', text: '#REF!' },
      { kind: 'number', value: 12.5 },
      { kind: 'date', serial: 44_291 },
      undefined,
      { kind: 'text', text: '示例乙' },
    ]);
  });

  it('takes the kept result of a formula, and says where there is none', async () => {
    const cells = await firstRow(
      `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>
       <c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>A9</f><v>#N/A</v></c><c r="F1" t="str"><f>A1</f><v>豆腐</v></c></row>`,
    );
    expect(cells).toEqual([
      { kind: 'number', value: 2 },
      { kind: 'uncalculated' },
      { kind: 'uncalculated' },
      undefined,
      { kind: 'error', text: '#N/A' },
      { kind: 'text', text: '豆腐' },
    ]);
  });

  it('tells dates, units and scaled displays by the number format', async () => {
    const cell = (letter: string, style: number) => `<c r="${letter}1" s="${style}"><v>44291</v></c>`;
    const cells = await firstRow(
      `<row r="1">${['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(cell).join('')}</row>`,
      { styles: STYLES },
    );
    expect(cells).toEqual([
      { kind: 'number', value: 44_291 },
      { kind: 'date', serial: 44_291 },
      { kind: 'date', serial: 44_291 },
      { kind: 'date', serial: 44_291 },
      { kind: 'number', value: 44_291, format: { unit: '万元', scaled: false } },
      { kind: 'number', value: 44_291, format: { unit: null, scaled: true } },
      { kind: 'number', value: 44_291 },
    ]);
  });

  it('finds its place without references, and with prefixed names', async () => {
    const cells = await firstRow('<row><c><v>1</v></c><c><v>2</v></c></row>', { prefix: 'x' });
    expect(cells).toEqual([
      { kind: 'number', value: 1 },
      { kind: 'number', value: 2 },
    ]);
  });
});

describe('sheets', () => {
  it('keeps row numbers, hidden rows, hidden sheets, merges and the 1904 system', async () => {
    const xml = `<sheetData>${textRow(3, ['甲'])}${textRow(9, ['乙'], 'hidden="1"')}<row r="12"/></sheetData><mergeCells><mergeCell ref="B3:C9"/></mergeCells>`;
    const parts = rawParts(
      [
        { name: '名单 & 表', xml },
        { name: '字典', xml: '', state: 'veryHidden' },
      ],
      { date1904: true },
    );
    const workbook = await opened(zipOf(parts));
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['名单 & 表', false],
      ['字典', true],
    ]);
    expect(workbook.sheets[0]?.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [3, false],
      [9, true],
    ]);
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 3, bottom: 9, left: 1, right: 2 }]);
  });

  it('stops at 20,000 rows and says so', async () => {
    const row = inline('A1', '甲').replace(' r="A1"', '');
    const xml = `<sheetData>${`<row>${row}</row>`.repeat(MAX_ROWS + 5)}</sheetData>`;
    const [sheet] = (await opened(rawWorkbook(xml))).sheets;
    expect([sheet?.rows.length, sheet?.tooManyRows]).toEqual([MAX_ROWS, true]);
  });

  it('is not slowed by a format down to the last row of the sheet', async () => {
    const xml = `<sheetData>${textRow(1, ['甲'])}${'<row r="2" s="1"><c r="A2" s="1"/></row>'.repeat(100_000)}</sheetData>`;
    expect((await opened(rawWorkbook(xml))).sheets[0]?.rows).toHaveLength(1);
  });
});

const printable = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => /^[^\p{C}]*$/u.test(text) && text.trim() !== '');
const value = fc.oneof(printable, fc.integer({ min: -1e9, max: 1e9 }), fc.boolean(), fc.constant(null));

describe('against exceljs', () => {
  it('reads what exceljs writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        async (lines) => {
          const workbook = new ExcelJS.Workbook();
          const sheet = workbook.addWorksheet('名单');
          for (const line of lines) sheet.addRow(line);
          const read = await opened(new Uint8Array(await workbook.xlsx.writeBuffer()));
          for (const [index, line] of lines.entries()) {
            const cells = read.sheets[0]?.rows.find((one) => one.row === index + 1)?.cells ?? [];
            const texts = line.map((_, column) => cellText(cells[column], false));
            const wanted = line.map((one) =>
              typeof one === 'string' ? one.trim() : one === null ? '' : String(one).toUpperCase(),
            );
            expect(texts).toEqual(wanted);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
