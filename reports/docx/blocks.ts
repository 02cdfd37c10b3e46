import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { inChinese } from '../../db/model/dates.ts';
import { assertNever, invariant } from '../../db/model/problems.ts';
import { ABOVE_CAPTION, type PageLayout, textWidth } from '../documents/layout.ts';
import type {
  Block,
  CheckCode,
  OfficialDocument,
  Pictures,
  SignOff,
  Table as TableBlock,
  Together,
} from '../documents/official.ts';
import { emsOf, phrasesOf, titleLines } from '../documents/titleLines.ts';
import { jpegSize } from '../jpegSize.ts';
import { twips } from './styles.ts';
import { flushRight, formTable, listTable } from './tables.ts';

export type WordBlock = Paragraph | Table;

export interface WordSetting {
  readonly layout: PageLayout;
  /** PNG pictures of the QR codes, by their text. */
  readonly qrPictures: ReadonlyMap<string, Uint8Array>;
}

/** The paragraphs and tables of a block; `keepNext`: they stay with what follows on the page. */
export function wordBlocks(block: Block, setting: WordSetting, keepNext: boolean): readonly WordBlock[] {
  const { layout } = setting;
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: `Heading${block.level}`, text: block.text })];
    case 'paragraph':
      return [
        new Paragraph({
          style: block.indent ? 'BodyIndent' : 'BodyPlain',
          keepNext,
          ...(block.align === 'right'
            ? flushRight(block.text, layout.type.body)
            : { text: block.text, ...(block.align === 'center' ? { alignment: AlignmentType.CENTER } : {}) }),
        }),
      ];
    case 'note':
      return [new Paragraph({ style: 'Note', text: block.text, keepNext })];
    case 'table':
      return [listTable(block, layout, keepNext), spacer(keepNext)];
    case 'form':
      return [formTable(block, layout, keepNext), spacer(keepNext)];
    case 'annexes':
      return annexes(block.names, layout, keepNext);
    case 'annexStart':
      return annexStart(block.label, block.title, layout);
    case 'sheetStart':
      return headParagraphs(block, layout, true);
    case 'signOff':
      return signOff(block, layout);
    case 'checkCode':
      return [checkCode(block, setting, keepNext), spacer(keepNext)];
    case 'pictures':
      return pictures(block, layout);
    case 'together':
      return block.blocks.flatMap((one, index) =>
        wordBlocks(one, setting, keepNext || index < block.blocks.length - 1),
      );
    default:
      return assertNever(block);
  }
}

/** A list with the group that closes it. */
export const closedList = (list: TableBlock, group: Together, setting: WordSetting): readonly WordBlock[] => [
  listTable(list, setting.layout, false, wordBlocks(group, setting, false)),
  // As low as it can be: at the end of a full page it would begin another.
  spacer(false, 20),
];

/** Word joins two tables that touch; this line keeps them apart. */
const spacer = (keepNext: boolean, line = 120): Paragraph =>
  new Paragraph({ style: 'Note', keepNext, spacing: { line, lineRule: 'exact' } });

/** A tab leads to the name and a hanging indent keeps its further lines below it, whatever the face. */
function annexes(names: readonly string[], { type }: PageLayout, keepNext: boolean): readonly Paragraph[] {
  const em = type.body.size;
  const numberWidth = names.length > 9 ? 2 : names.length > 1 ? 1.5 : 0;
  const lines = names.map((name, index) => {
    const lead = index === 0 ? '附件：' : '';
    const number =
      names.length > 1 ? [new TextRun(`${index + 1}.`), new TextRun({ children: [new Tab()] })] : [];
    const hanging = emsOf(lead) + numberWidth;
    return new Paragraph({
      style: 'BodyPlain',
      children: [new TextRun(lead), ...number, new TextRun(name)],
      keepNext,
      indent: { left: twips((5 + numberWidth) * em), hanging: twips(hanging * em) },
    });
  });
  return [new Paragraph({ style: 'BodyPlain', keepNext }), ...lines];
}

const annexStart = (label: string, title: string, layout: PageLayout): readonly Paragraph[] => [
  new Paragraph({ style: 'AnnexLabel', text: label, pageBreakBefore: true }),
  new Paragraph({ style: 'BodyPlain' }),
  ...titleParagraphs(phrasesOf(title), layout),
  new Paragraph({ style: 'BodyPlain' }),
];

const titleParagraphs = (
  phrases: readonly string[],
  layout: PageLayout,
  onNewPage = false,
): readonly Paragraph[] =>
  titleLines(phrases, textWidth(layout) / layout.type.title.size).map(
    (text, index) => new Paragraph({ style: 'Title', text, pageBreakBefore: onNewPage && index === 0 }),
  );

/** Number of the form, title, subtitle and 主送机关. */
export const headParagraphs = (
  head: Pick<OfficialDocument, 'formNumber' | 'title' | 'subtitle' | 'addressee'>,
  layout: PageLayout,
  onNewPage = false,
): readonly Paragraph[] => [
  ...(head.formNumber ? [new Paragraph({ style: 'AnnexLabel', text: head.formNumber })] : []),
  ...titleParagraphs(head.title, layout, onNewPage),
  ...(head.subtitle ? [new Paragraph({ style: 'Subtitle', text: head.subtitle })] : []),
  new Paragraph({ style: 'Note', spacing: { line: twips(layout.type.afterTitle), lineRule: 'exact' } }),
  ...(head.addressee ? [new Paragraph({ style: 'BodyPlain', text: `${head.addressee}：` })] : []),
];

/** Figures of 仿宋 are half as wide as its characters. */
const LATIN = 0.5;

/** The same places as in the PDF (pdf/blocks.ts), told to Word as indents from the right. */
function signOff({ office, date, sealRoom }: SignOff, { type }: PageLayout): readonly Paragraph[] {
  const em = type.body.size;
  const day = inChinese(date);
  const officeEms = emsOf(office, LATIN);
  const dateEms = emsOf(day, LATIN);
  const dateRight = sealRoom ? 4 : Math.max(2, officeEms - dateEms);
  const officeRight = sealRoom ? 4 + dateEms / 2 - officeEms / 2 : dateRight + dateEms + 2 - officeEms;
  const line = (text: string, rightEms: number, keepNext: boolean): Paragraph =>
    new Paragraph({
      // Without gaps between figures and characters, or the office would not stand over the middle of the date.
      style: 'SignOff',
      text,
      keepNext,
      indent: { right: twips(Math.max(0, rightEms) * em) },
    });
  const blanks = Array.from(
    { length: sealRoom ? 2 : 1 },
    () => new Paragraph({ style: 'BodyPlain', keepNext: true }),
  );
  return [...blanks, line(office, officeRight, true), line(day, dateRight, false)];
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};

const QR_POINTS = 58;

function checkCode(block: CheckCode, { layout, qrPictures }: WordSetting, keepNext: boolean): Table {
  const data = qrPictures.get(block.code);
  invariant(data, 'makeDocx draws the QR code of every check code');
  const left = twips(QR_POINTS + 12);
  const right = twips(textWidth(layout)) - left;
  const picture = new ImageRun({
    type: 'png',
    data,
    transformation: { width: (QR_POINTS * 96) / 72, height: (QR_POINTS * 96) / 72 },
    // A fixed id: docx counts on through all documents of the process. A document has one code, so none clash.
    altText: { id: '1', name: block.label, title: block.label, description: block.code },
  });
  const cell = (children: readonly Paragraph[]): TableCell =>
    new TableCell({ children: [...children], verticalAlign: VerticalAlignTable.CENTER });
  return new Table({
    columnWidths: [left, right],
    width: { size: left + right, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          // Lines of the picture's own height: an exact line would cut it off.
          cell([new Paragraph({ children: [picture], keepNext, spacing: { line: 240, lineRule: 'auto' } })]),
          cell([
            new Paragraph({ style: 'TableText', text: `${block.label}：${block.code}`, keepNext }),
            new Paragraph({ style: 'Note', text: block.explanation, keepNext }),
          ]),
        ],
      }),
    ],
  });
}

/** As large as in the PDF: as wide as the text or so high that two go on a page, whichever comes first. */
const pictures = ({ pictures: all }: Pictures, layout: PageLayout): readonly Paragraph[] =>
  all.flatMap(({ caption, jpeg }, index) => {
    const { width, height } = jpegSize(jpeg);
    const scale = Math.min(textWidth(layout) / width, layout.type.picture / height);
    const picture = new ImageRun({
      type: 'jpg',
      data: jpeg,
      transformation: { width: (width * scale * 96) / 72, height: (height * scale * 96) / 72 },
      altText: { id: String(100 + index), name: caption, title: caption, description: caption },
    });
    return [
      new Paragraph({
        children: [picture],
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: 240, lineRule: 'auto', before: 160, after: twips(ABOVE_CAPTION) },
      }),
      new Paragraph({ style: 'BodyPlain', text: caption, alignment: AlignmentType.CENTER }),
    ];
  });
