import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import type { TemplateFormat } from '../../../db/model/templates.ts';
import { leakIn } from '../../../reports/privacy/finishedGate.ts';
import { packParts } from '../../../reports/steadyZip.ts';
import { openOfficeFile } from '../../../reports/templates/officeFile.ts';
import { throughOffice, valueIn } from '../templates/support.ts';

/** Every place of an office file where a number may hide: files drawn by two libraries, then saved by LibreOffice. */
const numberOf = (place: string): string => `139${String(PLACES.indexOf(place)).padStart(8, '0')}`;
const BOOK = [
  '单元格',
  '数字',
  '公式',
  '隐藏工作表',
  '隐藏行',
  '隐藏列',
  '批注',
  '页眉',
  '首页页脚',
  '工作表名称',
  '定义的名称',
  '数据验证',
  '条件格式',
  '文件标题',
  '关键词',
];
const DOCUMENT = [
  '正文',
  '隐藏文字',
  '表格',
  'Word页眉',
  'Word页脚',
  'Word批注',
  '脚注',
  '文本框',
  '备注',
  '自定义属性',
];
const PLACES = [...BOOK, ...DOCUMENT];

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(`名单${numberOf('工作表名称')}`);
  sheet.getCell('A1').value = `联系${numberOf('单元格')}`;
  sheet.getCell('A2').value = Number(numberOf('数字'));
  sheet.getCell('A3').value = { formula: `"电话"&"${numberOf('公式')}"`, result: '' };
  sheet.getCell('A4').value = numberOf('隐藏行');
  sheet.getRow(4).hidden = true;
  sheet.getCell('D5').value = numberOf('隐藏列');
  sheet.getColumn(4).hidden = true;
  sheet.getCell('A6').note = `打${numberOf('批注')}`;
  sheet.headerFooter.oddHeader = `&C${numberOf('页眉')}`;
  sheet.headerFooter.differentFirst = true;
  sheet.headerFooter.firstFooter = `&C${numberOf('首页页脚')}`;
  sheet.getCell('A7').dataValidation = {
    type: 'whole',
    operator: 'greaterThan',
    formulae: [0],
    showInputMessage: true,
    promptTitle: '提示',
    prompt: `问${numberOf('数据验证')}`,
  };
  sheet.addConditionalFormatting({
    ref: 'A1:A3',
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`A1="${numberOf('条件格式')}"`],
        style: { font: { bold: true } },
      },
    ],
  });
  const hidden = book.addWorksheet('备用', { state: 'hidden' });
  hidden.getCell('B2').value = `家里${numberOf('隐藏工作表')}`;
  book.definedNames.add('备用!$B$2', `电话${numberOf('定义的名称')}`);
  book.title = `名单${numberOf('文件标题')}`;
  book.keywords = numberOf('关键词');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function letter(): Promise<Uint8Array> {
  const line = (place: string) => new Paragraph(`电话${numberOf(place)}`);
  const document = new Document({
    title: '示例',
    description: numberOf('备注'),
    customProperties: [{ name: '经办电话', value: numberOf('自定义属性') }],
    comments: { children: [{ id: 0, author: '示例', children: [line('Word批注')] }] },
    footnotes: { 1: { children: [line('脚注')] } },
    sections: [
      {
        headers: { default: new Header({ children: [line('Word页眉')] }) },
        footers: { default: new Footer({ children: [line('Word页脚')] }) },
        children: [
          // Word cuts a number into runs wherever it likes.
          new Paragraph({
            children: [
              new TextRun(numberOf('正文').slice(0, 4)),
              new TextRun({ text: numberOf('正文').slice(4), bold: true }),
            ],
          }),
          new Paragraph({ children: [new TextRun({ text: numberOf('隐藏文字'), vanish: true })] }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('示例'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Table({ rows: [new TableRow({ children: [new TableCell({ children: [line('表格')] })] })] }),
          new Textbox({
            alignment: 'center',
            children: [line('文本框')],
            style: { width: '200pt', height: '50pt' },
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Where each place's number is found; a place of a file whose number is not found is missing. */
async function foundPlaces(bytes: Uint8Array, format: TemplateFormat, places: readonly string[]) {
  const found = await Promise.all(
    places.map(
      async (place) =>
        [place, await leakIn({ bytes, format, paper: null }, new Set([numberOf(place)]))] as const,
    ),
  );
  return found.flatMap(([place, leak]) => (leak ? [[place, leak.where] as const] : []));
}

describe('a workbook', () => {
  it('hides no number from the gate, which says where it stands', async () => {
    const found = await foundPlaces(await workbook(), 'xlsx', BOOK);
    const sheet = `“名单${numberOf('工作表名称')}”工作表`;
    expect(Object.fromEntries(found)).toEqual({
      单元格: `${sheet}A1单元格`,
      数字: `${sheet}A2单元格`,
      公式: `${sheet}A3单元格`,
      隐藏行: `${sheet}A4单元格`,
      隐藏列: `${sheet}D5单元格`,
      批注: '批注',
      页眉: `${sheet}页眉或页脚`,
      首页页脚: `${sheet}页眉或页脚`,
      隐藏工作表: '隐藏的“备用”工作表B2单元格',
      工作表名称: '工作表名称',
      定义的名称: '定义的名称',
      数据验证: `${sheet}数据验证`,
      条件格式: `${sheet}条件格式`,
      文件标题: '文件属性',
      关键词: '文件属性',
    });
  });

  it('is never told by the name of a sheet that is itself the leak', async () => {
    const numbers = new Set(BOOK.map(numberOf));
    const file = { bytes: await workbook(), format: 'xlsx', paper: null } as const;
    expect(await leakIn(file, numbers)).toEqual({ what: '身份证号、手机号或银行卡号', where: '工作表名称' });
  });

  it('saved by LibreOffice hides none either', async () => {
    const found = await foundPlaces(throughOffice(await workbook(), 'xlsx', 'xlsx'), 'xlsx', BOOK);
    expect(found.map(([place]) => place)).toEqual(BOOK);
  }, 60_000);
});

describe('a Word file', () => {
  it('hides no number from the gate, which says where it stands', async () => {
    const found = await foundPlaces(await letter(), 'docx', DOCUMENT);
    expect(Object.fromEntries(found)).toEqual({
      正文: '正文第1段',
      隐藏文字: '正文第2段',
      表格: '第1个表格第1行',
      Word页眉: '页眉',
      Word页脚: '页脚',
      Word批注: '批注',
      脚注: '脚注',
      文本框: '正文第4段的文本框',
      备注: '文件属性',
      自定义属性: '文件属性',
    });
  });

  it('saved by LibreOffice hides none either', async () => {
    const found = await foundPlaces(throughOffice(await letter(), 'docx', 'docx'), 'docx', DOCUMENT);
    expect(found.map(([place]) => place)).toEqual(DOCUMENT);
  }, 60_000);
});

describe('a part nobody looks at', () => {
  const number = numberOf('单元格');
  it.each([
    ['custom XML', 'customXml/item1.xml', `<a><b>${number}</b></a>`],
    ['custom XML in an attribute', 'customXml/item1.xml', `<a b="电话${number}"/>`],
    [
      'a drawing',
      'xl/drawings/drawing1.xml',
      `<d><a:p><a:r><a:t>139000</a:t></a:r><a:r><a:t>${number.slice(6)}</a:t></a:r></a:p></d>`,
    ],
    ['the description of a picture', 'xl/drawings/drawing1.xml', `<d><xdr:cNvPr descr="${number}"/></d>`],
    [
      'the box of an old comment',
      'xl/drawings/vmlDrawing1.vml',
      `<xml><v:textbox><div>${number}</div></v:textbox></xml>`,
    ],
    ['something commented out', 'xl/extra.xml', `<a><!-- ${number} --></a>`],
    ['character data', 'xl/extra.xml', `<a><![CDATA[${number}]]></a>`],
    ['a reference to no character', 'xl/extra.vml', `<a>&#99999999999;${number}</a>`],
    ['character references', 'xl/extra.xml', `<a>139&#48;${number.slice(4)}</a>`],
    [
      'a link’s address',
      'xl/worksheets/_rels/sheet1.xml.rels',
      `<R><R Type="http://x/hyperlink" Target="tel:${number}" TargetMode="External"/></R>`,
    ],
    ['the name of a part', `xl/media/${number}.png`, ''],
  ])('is read: %s', async (_what, path, content) => {
    const parts = valueIn(openOfficeFile(await workbook(), 'xlsx'));
    const clean = [...parts].filter(([name]) => !/sharedStrings/.test(name));
    const day = isoDate('2021-09-30');
    const file = async (more: readonly (readonly [string, Uint8Array])[]) => ({
      bytes: await packParts(new Map([...clean, ...more]), day),
      format: 'xlsx' as const,
      paper: null,
    });
    expect(await leakIn(await file([]), new Set([number]))).toBeUndefined();
    const added = await file([[path, new TextEncoder().encode(content)]]);
    expect(await leakIn(added, new Set([number]))).toMatchObject({ what: '身份证号、手机号或银行卡号' });
  });

  it('is read in UTF-16 too', async () => {
    const parts = valueIn(openOfficeFile(await workbook(), 'xlsx'));
    const content = Buffer.from(`\ufeff<a>示例${numberOf('正文')}</a>`, 'utf16le');
    const bytes = await packParts([...parts, ['customXml/item1.xml', content]], isoDate('2021-09-30'));
    const file = { bytes, format: 'xlsx', paper: null } as const;
    expect(await leakIn(file, new Set([numberOf('正文')]))).toMatchObject({ where: '自定义XML数据' });
  });
});
