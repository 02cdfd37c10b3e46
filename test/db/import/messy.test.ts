import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../db/import/index.ts';
import { CONTEXT, codesOf, opened, rowOf } from '../../fixtures/applicants.ts';
import { rawParts, rawWorkbook, textRow, zipOf } from '../../fixtures/xlsx.ts';

/** A list as offices really write them: everything at once, through the real file. */
async function officeList(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('填表说明').addRow(['一、本表由各所填写']);
  const sheet = workbook.addWorksheet('Sheet1 (2)');
  const rows: unknown[][] = [
    ['示例县2021年“名优特”食品加工小作坊申请汇总表'],
    ['填报单位：示例县市场监督管理局', '', '', '', '', '', '', '', '2021年4月'],
    [
      '序号',
      '乡镇',
      '字号',
      '负责人',
      '',
      '操作间\n面积（㎡）',
      '生产地址',
      '品种',
      '计划投入\n资金（万元）',
      '承诺书签订时间',
    ],
    ['', '', '', '姓名', '手机', '', '', '', '', ''],
    [
      1,
      '示例镇',
      '示例一豆腐坊',
      '张 示例',
      19_900_000_001,
      '３５',
      '示例镇1号',
      '豆腐',
      '1.5',
      new Date(Date.UTC(2021, 3, 5)),
    ],
    [
      2,
      '',
      { richText: [{ text: '示例' }, { text: '二粉坊', font: { bold: true } }] },
      '李示例',
      '199 0000 0002',
      '40平方米',
      '示例镇2号',
      '粉条',
      { formula: '1+1', result: 2 },
      '2021.4.6',
    ],
    [3, '', '示例三酱坊', '王示例', '19900000003', 50, '示例镇3号', '大酱', '15000元', '2021年4月7日'],
    [
      4,
      '示例乡',
      '示例四煎饼坊',
      '赵示例',
      '19900000004',
      { error: '#REF!' },
      '示例乡4号',
      '煎饼',
      3,
      44_293,
    ],
    [
      5,
      '示例乡',
      { text: '示例五糕点坊', hyperlink: 'https://example.com' },
      '孙示例',
      '19900000005',
      60,
      '示例乡5号',
      '糕点',
      3,
      20_210_408,
    ],
    ['合计', '', '5家', '', '', 185, '', '', 11, ''],
    ['注：以上情况属实。'],
  ];
  for (const row of rows) sheet.addRow(row.map((one) => (one === '' ? null : one)));
  for (const area of [
    'A1:J1',
    'A3:A4',
    'B3:B4',
    'C3:C4',
    'D3:E3',
    'F3:F4',
    'G3:G4',
    'H3:H4',
    'I3:I4',
    'J3:J4',
    'B5:B7',
    'A10:B10',
    'A11:J11',
  ]) {
    sheet.mergeCells(area);
  }
  sheet.getRow(9).hidden = true;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('a list as offices write them', () => {
  it('is understood whole', async () => {
    const read = previewImport(await opened(await officeList()), {}, CONTEXT);
    expect(read.sheet).toBe('Sheet1 (2)');
    expect(read.columns.map((one) => one.field)).toEqual([
      null,
      'township',
      'name',
      'ownerName',
      'phone',
      'operationArea',
      'address',
      'products',
      'plannedInvestment',
      'promisedOn',
    ]);
    expect(codesOf(read.problems)).toEqual(['import.hiddenRows']);
    expect(read.skipped.map((one) => one.row)).toEqual([10, 11]);
    const taken = read.rows.map(
      ({ row, applicant }) =>
        applicant && [
          row,
          applicant.workshop.township,
          applicant.workshop.name,
          applicant.workshop.ownerName,
          applicant.private.phone,
          applicant.application.operationArea,
          applicant.application.plannedInvestment,
          applicant.application.promisedOn,
        ],
    );
    expect(taken).toEqual([
      [5, '示例镇', '示例一豆腐坊', '张示例', '19900000001', 3500, 1_500_000, '2021-04-05'],
      [6, '示例镇', '示例二粉坊', '李示例', '19900000002', 4000, 2_000_000, '2021-04-06'],
      [7, '示例镇', '示例三酱坊', '王示例', '19900000003', 5000, 1_500_000, '2021-04-07'],
      null,
      [9, '示例乡', '示例五糕点坊', '孙示例', '19900000005', 6000, 3_000_000, '2021-04-08'],
    ]);
    expect(rowOf(read, 8).problems[0]?.message).toBe(
      '第8行“操作间面积（㎡）”（F列）：“#REF!”是公式的错误值，应改正公式或直接填写内容',
    );
    expect(rowOf(read, 9).hidden).toBe(true);
  });

  it('keeps the days of a 1904 workbook', async () => {
    const xml = `<sheetData>${textRow(1, ['小作坊名称', '业主姓名', '生产地址', '主要产品']).replace(
      '</row>',
      '<c r="E1" t="str"><v>申请日期</v></c><c r="F1" t="str"><v>开办时间</v></c></row>',
    )}${textRow(2, ['示例豆腐坊', '张示例', '示例县', '豆腐']).replace(
      '</row>',
      '<c r="E2" s="1"><v>42829</v></c><c r="F2"><v>40637</v></c></row>',
    )}</sheetData>`;
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    const read = previewImport(await opened(rawWorkbook(xml, { date1904: true, styles })), {}, CONTEXT);
    expect(read.rows[0]?.applicant?.application.appliedOn).toBe('2021-04-05');
    expect(read.rows[0]?.applicant?.workshop.openedOn).toBe('2015-04-05');
  });

  it('refuses more than 20,000 rows by name of the sheet', async () => {
    const rows = Array.from(
      { length: 20_003 },
      (_, index) => `<row r="${index + 1}"><c t="str"><v>示例</v></c></row>`,
    );
    const parts = rawParts([{ name: '大表', xml: `<sheetData>${rows.join('')}</sheetData>` }]);
    const read = previewImport(await opened(zipOf(parts)), {}, CONTEXT);
    expect(read.problems[0]).toMatchObject({ code: 'import.tooManyRows', severity: 'error' });
  });
});
