import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';
import { bytesOf } from './fictional.ts';

/** What a county's own forms look like: other columns and words than the program's, and marked as made up. */
const FICTIONAL = '虚构示例';
const [HEI, FANG_SONG, TITLE] = ['黑体', '仿宋', '方正小标宋简体'];

type Column = readonly [heading: string, width: number, placeholder: string, format?: string];

const COLUMNS: readonly Column[] = [
  ['序号', 6, '{{明细.序号}}'],
  ['县（市、区）', 13, '{{明细.县（市、区）}}'],
  ['小作坊名称', 28, '{{明细.小作坊名称}}'],
  ['业主', 10, '{{明细.业主}}'],
  ['主要产品', 20, '{{明细.主要产品}}'],
  ['县级\n得分', 9, '{{明细.县级得分}}', '0.0'],
  ['市级\n得分', 9, '{{明细.市级得分}}', '0.0'],
  ['改造投入\n（元）', 15, '{{明细.改造投入}}', '#,##0.00'],
  ['生产加工地址', 34, '{{明细.生产加工地址}}'],
];
const LAST = 'I';
const [TITLE_ROW, OFFICE_ROW, HEADING_ROW, LIST_ROW, SUM_ROW, SIGN_ROW] = [1, 2, 3, 4, 5, 6];
const MONEY = 'H';

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN } as const;

/** 附表5 as an office was sent it: a row of the list, a sum below it, a place to sign. */
export async function ownFinalList(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('附表5', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: `&L${FICTIONAL}·本单位表样`, oddFooter: '&C第 &P 页，共 &N 页' },
  });
  sheet.columns = COLUMNS.map(([, width]) => ({ width }));
  sheet.mergeCells(`A${TITLE_ROW}:${LAST}${TITLE_ROW}`);
  sheet.getCell(`A${TITLE_ROW}`).value = '{{县（市、区）}}{{年度}}年名特优小作坊考评验收结果表';
  sheet.mergeCells(`A${OFFICE_ROW}:${LAST}${OFFICE_ROW}`);
  sheet.getCell(`A${OFFICE_ROW}`).value =
    '填报单位：{{单位名称}}　　填报日期：{{制表日期}}　　联系人：{{联系人}}';
  sheet.getRow(HEADING_ROW).values = COLUMNS.map(([heading]) => heading);
  sheet.getRow(LIST_ROW).values = COLUMNS.map(([, , placeholder]) => placeholder);
  sheet.mergeCells(`A${SUM_ROW}:G${SUM_ROW}`);
  sheet.getCell(`A${SUM_ROW}`).value = '合计（{{总数}}家）';
  sheet.getCell(`${MONEY}${SUM_ROW}`).value = { formula: `SUM(${MONEY}${LIST_ROW}:${MONEY}${LIST_ROW})` };
  sheet.mergeCells(`A${SIGN_ROW}:${LAST}${SIGN_ROW}`);
  sheet.getCell(`A${SIGN_ROW}`).value = '填表人：　　　　　　　　审核人：　　　　　　　　单位负责人：';
  for (const row of [HEADING_ROW, LIST_ROW, SUM_ROW]) {
    for (const [index, [, , , format]] of COLUMNS.entries()) {
      const cell = sheet.getCell(row, index + 1);
      cell.border = BORDER;
      cell.font = { name: row === HEADING_ROW ? HEI : FANG_SONG, size: 12 };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      if (format !== undefined && row !== HEADING_ROW) cell.numFmt = format;
    }
  }
  const middle = { horizontal: 'center', vertical: 'middle' } as const;
  Object.assign(sheet.getCell(`A${TITLE_ROW}`), { font: { name: TITLE, size: 20 }, alignment: middle });
  for (const row of [OFFICE_ROW, SIGN_ROW]) sheet.getCell(`A${row}`).font = { name: FANG_SONG, size: 12 };
  for (const [row, height] of [
    [TITLE_ROW, 40],
    [HEADING_ROW, 36],
    [LIST_ROW, 30],
    [SUM_ROW, 26],
    [SIGN_ROW, 36],
  ] as const)
    sheet.getRow(row).height = height;
  sheet.pageSetup.printArea = `A${TITLE_ROW}:${LAST}${SIGN_ROW}`;
  sheet.pageSetup.printTitlesRow = `${HEADING_ROW}:${HEADING_ROW}`;
  return bytesOf(workbook);
}

const RED = 'C00000';
/** The margins of an official document in twentieths of a point: 37, 35, 28 and 26 mm. */
const PAGE = { page: { margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } } as const;
/** Half-points: 小初, 二号, 三号, 小四. */
const [HUGE, LARGE, BODY, SMALL] = [72, 44, 32, 24];
/** 三号 type, two characters in. */
const INDENT = { firstLine: 640 } as const;

const line = (
  text: string,
  options: { readonly size?: number; readonly font?: string; readonly color?: string } = {},
): ParagraphChild =>
  new TextRun({
    text,
    size: options.size ?? BODY,
    font: options.font ?? FANG_SONG,
    ...(options.color ? { color: options.color } : {}),
  });

/** 关于报送…的报告 under the office's own red head. */
export async function ownReport(): Promise<Uint8Array> {
  const centred = { alignment: AlignmentType.CENTER } as const;
  const right = { alignment: AlignmentType.RIGHT } as const;
  const children = [
    new Paragraph({
      ...centred,
      children: [line('{{单位名称}}文件', { size: HUGE, font: TITLE, color: RED })],
    }),
    new Paragraph({ ...centred, spacing: { before: 400 }, children: [line('示市监〔{{年度}}〕　号')] }),
    new Paragraph({
      border: { top: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 4 } },
      spacing: { before: 120, after: 400 },
    }),
    new Paragraph({
      ...centred,
      spacing: { after: 400 },
      children: [line('{{标题}}', { size: LARGE, font: TITLE })],
    }),
    new Paragraph({ children: [line('{{上级市局}}：')] }),
    new Paragraph({ indent: INDENT, children: [line('{{正文}}')] }),
    // Alone in its paragraph it becomes one paragraph for each attachment, all of them indented.
    new Paragraph({ indent: INDENT, children: [line('附件：')] }),
    new Paragraph({ indent: INDENT, children: [line('{{附件}}')] }),
    new Paragraph({ ...right, spacing: { before: 800 }, children: [line('{{单位名称}}')] }),
    new Paragraph({ ...right, children: [line('{{日期}}')] }),
    new Paragraph({ indent: INDENT, children: [line('（联系人：{{联系人}}，电话：{{联系电话}}）')] }),
  ];
  const header = new Header({
    children: [new Paragraph({ children: [line(`${FICTIONAL}·本单位公文格式`, { size: SMALL })] })],
  });
  const bytes = await Packer.toBuffer(
    new Document({ sections: [{ properties: PAGE, headers: { default: header }, children }] }),
  );
  return new Uint8Array(bytes);
}
