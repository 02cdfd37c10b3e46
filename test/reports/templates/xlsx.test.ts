import { describe, expect, it } from 'vitest';
import type { TemplateData } from '../../../reports/templates/data.ts';
import { checkTemplate } from '../../../reports/templates/template.ts';
import { zipPart } from '../read.ts';
import { drawn, filled, gridOf, loaded, problemsIn, throughOffice } from './support.ts';

const rows = [
  ['示例镇张三豆腐坊', '220000000000000001', 10_000.5, 2],
  ['示例镇䶮𬴂𠮷粉条坊·老号', '220000000000000002', 20_000.25, 3],
  ['示例镇一个名字长得要占好几行的食品加工小作坊，用来看这一行够不够高够不够高够不够高', '', 30_000, null],
] as const;

const data: TemplateData = {
  fields: [
    { name: '标题', kind: 'text', value: '2021年创建名单 <&> "引号"' },
    { name: '单位名称', kind: 'text', value: '示例县市场监督管理局' },
    { name: '总数', kind: 'count', value: 3 },
  ],
  rowFields: [
    { name: '小作坊名称', kind: 'text' },
    { name: '证照编号', kind: 'text' },
    { name: '计划投入资金', kind: 'money' },
    { name: '主要产品', kind: 'count' },
  ],
  rows,
};

/** A foreign workbook with what offices put into theirs. */
const template = () =>
  drawn((book) => {
    const sheet = book.addWorksheet('名 单');
    sheet.columns = [
      { width: 30 },
      { width: 12 },
      { width: 14 },
      { width: 10 },
      { width: 12 },
      { width: 14 },
    ];
    sheet.mergeCells('A1:F1');
    sheet.getCell('A1').value = '{{标题}}';
    sheet.getCell('A1').font = { name: '方正小标宋简体', size: 20, bold: true };
    sheet.getCell('A2').value = {
      richText: [{ font: { bold: true }, text: '填报单位：' }, { text: '{{ 单位名称 }}（盖章）' }],
    };
    sheet.getRow(3).values = ['名称', '编号', '资金', '数', '资金×数', '累计'];
    const row = sheet.getRow(4);
    row.height = 20;
    row.getCell(1).value = '｛｛明细．小作坊名称｝｝';
    row.getCell(1).alignment = { wrapText: true };
    row.getCell(1).border = { bottom: { style: 'double' } };
    row.getCell(2).value = '{{明细.证照编号}}';
    row.getCell(3).value = '{{明细.计划投入资金}}';
    row.getCell(3).numFmt = '#,##0.00';
    row.getCell(4).value = '{{明细.主要产品}}';
    row.getCell(5).value = { formula: 'C4*D4' };
    row.getCell(6).value = { formula: 'SUM($C$4:C4)' };
    sheet.getCell('D4').dataValidation = { type: 'whole', operator: 'greaterThan', formulae: [0] };
    sheet.mergeCells('E4:E4');
    sheet.getCell('A5').value = '合计（{{总数}}家）';
    sheet.getCell('C5').value = { formula: 'SUM(C4:C4)', result: 0 };
    sheet.getCell('D5').value = { formula: 'COUNTA(A4)' };
    sheet.mergeCells('A6:F6');
    sheet.getCell('A6').value = '审核人：　　　　（不动的文字）';
    sheet.addConditionalFormatting({
      ref: 'C4:C4',
      rules: [{ type: 'expression', priority: 1, formulae: ['C4>C5'], style: { font: { bold: true } } }],
    });
    sheet.autoFilter = 'A3:F4';
    sheet.pageSetup.printArea = 'A1:F6';
    sheet.pageSetup.printTitlesRow = '1:3';
    sheet.headerFooter.oddFooter = '&C{{单位名称}} 第&P页';
    const second = book.addWorksheet('汇总');
    second.getCell('A1').value = { formula: "'名 单'!C5" };
    second.getCell('A2').value = '共{{总数}}家';
  });

describe('a workbook of the office', () => {
  it('gets one row for each line, numbers as numbers, long numbers as text', async () => {
    const grid = await gridOf(await filled(await template(), 'xlsx', data));
    expect(grid).toMatchObject({
      A1: '2021年创建名单 <&> "引号"',
      A2: '填报单位：示例县市场监督管理局（盖章）',
      A4: rows[0][0],
      B4: '220000000000000001',
      C4: 10_000.5,
      A5: rows[1][0],
      A6: rows[2][0],
      A7: '合计（3家）',
      A8: '审核人：　　　　（不动的文字）',
      '汇总!A2': '共3家',
    });
    expect(grid).not.toHaveProperty('B6');
  });

  it('keeps formats, merged cells, filters, validations and print set-up, all of them moved along', async () => {
    const book = await loaded(await filled(await template(), 'xlsx', data));
    const sheet = book.getWorksheet('名 单');
    expect(sheet?.getCell('A1').font).toMatchObject({ name: '方正小标宋简体', size: 20, bold: true });
    expect(sheet?.getCell('A6').border.bottom?.style).toBe('double');
    expect(sheet?.getCell('C6').numFmt).toBe('#,##0.00');
    expect(sheet?.getCell('F8').master.address).toBe('A8');
    expect(sheet?.getCell('D6').dataValidation.type).toBe('whole');
    expect(sheet?.autoFilter).toBe('A3:F6');
    expect(sheet?.pageSetup).toMatchObject({ printArea: 'A1:F8', printTitlesRow: '1:3' });
    expect(sheet?.headerFooter.oddFooter).toBe('&C示例县市场监督管理局 第&P页');
    expect(sheet?.getRow(4).height).toBe(20);
    expect(sheet?.getRow(6).height).toBeGreaterThan(40);
    const xml = await zipPart(await filled(await template(), 'xlsx', data), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<conditionalFormatting sqref="C4:C6">');
    expect(xml).toContain('<formula>C4&gt;C7</formula>');
  });

  it('grows its sums, with the values they come to: LibreOffice works out the same', async () => {
    const made = await filled(await template(), 'xlsx', data);
    const grid = await gridOf(made);
    expect(grid).toMatchObject({ C7: 60_000.75, D7: 3, E4: 20_001, F5: 30_000.75, F6: 60_000.75 });
    const again = await gridOf(throughOffice(made, 'xlsx', 'xlsx'));
    for (const address of ['C7', 'D7', 'E4', 'E5', 'E6', 'F4', 'F5', 'F6'])
      expect(again[address]).toBe(grid[address]);
    // Beyond the program's own arithmetic across sheets: left to the office program.
    expect(grid['汇总!A1']).toBe('(uncalculated)');
    expect(again['汇总!A1']).toBe(60_000.75);
  });

  it('keeps one blank row where the list is empty', async () => {
    const grid = await gridOf(await filled(await template(), 'xlsx', { ...data, rows: [] }));
    expect(grid.A5).toBe('合计（3家）');
    expect(grid.C5).toBe(0);
    expect(grid).not.toHaveProperty('A4');
  });

  it('is of the office and the paper in its properties, and the same bytes again', async () => {
    const make = async () => filled(await template(), 'xlsx', data);
    const core = await zipPart(await make(), 'docProps/core.xml');
    expect(core).toContain('<dc:creator>示例县市场监督管理局</dc:creator>');
    expect(core).toContain('2021-09-30T00:00:00Z');
    const one = await template();
    expect(Buffer.compare(await filled(one, 'xlsx', data), await filled(one, 'xlsx', data))).toBe(0);
  });
});

it('breaks the lines of a text where the cell was drawn for one line', async () => {
  const bytes = await drawn((book) => {
    const sheet = book.addWorksheet('名单');
    sheet.mergeCells('A1:C1');
    sheet.getCell('A1').value = '{{标题}}';
    sheet.getCell('A1').font = { name: '黑体', size: 14 };
    sheet.getCell('A1').alignment = { horizontal: 'left', vertical: 'top' };
    sheet.getRow(1).height = 18;
    sheet.getCell('A2').value = '{{单位名称}}';
  });
  const notes: TemplateData = {
    ...data,
    fields: [
      { name: '标题', kind: 'text', value: '共3家。\n附表格式以下发的为准。' },
      ...data.fields.slice(1),
    ],
  };
  const sheet = (await loaded(await filled(bytes, 'xlsx', notes))).getWorksheet('名单');
  expect(sheet?.getCell('A1').alignment).toMatchObject({
    wrapText: true,
    horizontal: 'left',
    vertical: 'top',
  });
  expect(sheet?.getCell('A1').font).toMatchObject({ name: '黑体', size: 14 });
  expect(sheet?.getRow(1).height).toBeGreaterThan(2 * 14);
  expect(sheet?.getCell('A2').alignment?.wrapText).toBeFalsy();
});

it('leaves out what XML cannot write', async () => {
  const fields = [{ name: '标题', kind: 'text', value: '前\u0001后' }, ...data.fields.slice(1)] as const;
  expect(await gridOf(await filled(await template(), 'xlsx', { ...data, fields }))).toMatchObject({
    A1: '前后',
  });
});

it('gives rare characters a face by name, in the size of their cell', async () => {
  const xml = await zipPart(await filled(await template(), 'xlsx', data), 'xl/worksheets/sheet1.xml');
  expect(xml).toMatch(/<rFont val="宋体"\/><sz val="\d+"\/><\/rPr><t xml:space="preserve">䶮</);
  expect(xml).toMatch(/<rFont val="SimSun-ExtB"\/><sz val="\d+"\/><\/rPr><t xml:space="preserve">𬴂𠮷</);
});

describe('shared formulas, as Excel writes them', () => {
  it('stand on their own once rows are repeated', async () => {
    const made = await filled(
      await drawn((book) => {
        const sheet = book.addWorksheet('表');
        sheet.getCell('A1').value = '{{明细.计划投入资金}}';
        sheet.getCell('A2').value = 5;
        sheet.getCell('A3').value = 7;
        sheet.fillFormula('B2:B3', 'A2*2', [10, 14]);
      }),
      'xlsx',
      data,
    );
    const grid = await gridOf(made);
    expect(grid).toMatchObject({ A3: 30_000, A4: 5, B4: 10, B5: 14 });
    expect(await zipPart(made, 'xl/worksheets/sheet1.xml')).toContain('<f>A5*2</f>');
  });
});

describe('the check of an upload', () => {
  const check = async (draw: Parameters<typeof drawn>[0]) =>
    checkTemplate(await drawn(draw), 'roster', 'xlsx');

  it('names unknown placeholders by cell', async () => {
    const problems = problemsIn(
      await check((book) => {
        const sheet = book.addWorksheet('表');
        sheet.getCell('B2').value = '{{标提}}';
        sheet.getCell('C5').value = '{{明细.小作坊名称}} {{明细.身份证号}}';
      }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'B2单元格：没有“{{标提}}”这个占位符，请从占位符清单中复制',
      'C5单元格：“{{明细.身份证号}}”是个人信息，创建名单的模板不能有，请删除后重新上传',
    ]);
  });

  it('says what was probably meant, and finds placeholders left open', async () => {
    const problems = problemsIn(
      await check((book) => {
        const sheet = book.addWorksheet('表');
        sheet.getCell('A1').value = '{{小作坊名称}}';
        sheet.getCell('A2').value = '共{{总数}家';
        sheet.getCell('A3').value = '{{明细.业主姓名}}';
        sheet.getCell('A4').value = '集合{1}、{{标题}}';
      }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'A1单元格：没有“{{小作坊名称}}”这个占位符，是不是“{{明细.小作坊名称}}”？请从占位符清单中复制',
      'A3单元格：没有“{{明细.业主姓名}}”这个占位符，是不是“{{明细.业主}}”？请从占位符清单中复制',
      'A2单元格：有一个占位符的括号不成对，请从占位符清单中重新复制',
    ]);
  });

  it('refuses a list without its row, two such rows, a row merged with its neighbours', async () => {
    const none = await check((book) => {
      book.addWorksheet('表').getCell('A1').value = '{{标题}}';
    });
    expect(problemsIn(none).map(({ code }) => code)).toEqual(['template.noList']);
    const two = await check((book) => {
      const sheet = book.addWorksheet('表');
      sheet.getCell('A1').value = '{{明细.业主}}';
      sheet.getCell('A3').value = '{{明细.业主}}';
    });
    expect(problemsIn(two)[0]?.message).toContain('第1、3行');
    const merged = await check((book) => {
      const sheet = book.addWorksheet('表');
      sheet.getCell('A4').value = '{{明细.业主}}';
      sheet.mergeCells('B4:B5');
    });
    expect(problemsIn(merged)[0]?.message).toContain('B4:B5单元格');
  });

  it('takes a bracket of either width and says how many placeholders it found', async () => {
    const taken = await check((book) => {
      const sheet = book.addWorksheet('表');
      sheet.getCell('A1').value = '{{ 县(市、区) }}';
      sheet.getCell('A4').value = '{{明细.县(市、区)}}';
    });
    expect(taken).toMatchObject({ ok: true, value: { placeholders: 2 } });
  });
});
