import type { Content } from 'pdfmake/interfaces.js';
import { inChinese } from '../../db/model/dates.ts';
import { ABOVE_CAPTION, headingFace, type Size, textWidth } from '../documents/layout.ts';
import type {
  CheckCode,
  Heading,
  OfficialDocument,
  Paragraph,
  Pictures,
  SheetStart,
  SignOff,
} from '../documents/official.ts';
import { phrasesOf, titleLines } from '../documents/titleLines.ts';
import { widthOf } from './lines.ts';
import type { Setting } from './tables.ts';
import { type TextStyle, textNodes } from './typesetting.ts';

type Head = Pick<OfficialDocument, 'formNumber' | 'title' | 'subtitle' | 'addressee'>;

export const bodyStyle = ({ faces, layout }: Setting): TextStyle => ({
  faces,
  role: 'body',
  size: layout.type.body,
  align: 'justify',
  width: textWidth(layout),
  indent: 0,
});

const twoCharacters = (size: Size): number => 2 * size.size;

export const paragraphNodes = (block: Paragraph, style: TextStyle): Content[] =>
  textNodes(block.text, {
    ...style,
    align: block.align === 'left' ? 'justify' : block.align,
    indent: block.indent ? twoCharacters(style.size) : 0,
  });

export const headingNodes = ({ level, text }: Heading, style: TextStyle): Content[] =>
  textNodes(text, { ...style, role: headingFace(level), indent: twoCharacters(style.size) });

/** Names line up below the first character of the first name; no punctuation after them. A node for each line. */
export function annexNodes(names: readonly string[], style: TextStyle): Content[] {
  const em = style.size.size;
  const lines = names.flatMap((name, index) => {
    const number = names.length > 1 ? `${index + 1}. ` : '';
    const lead = `${index === 0 ? '附件：' : '　　　'}${number}`;
    const leadWidth = widthOf(lead, { ...style, size: em });
    const width = style.width - 2 * em - leadWidth;
    return textNodes(name, { ...style, align: 'left', width }).map(
      (line, at): Content => ({
        columns: [
          { width: leadWidth, stack: at === 0 ? textNodes(lead, { ...style, align: 'left' }) : [] },
          { width: '*', stack: [line] },
        ],
        marginLeft: 2 * em,
      }),
    );
  });
  return [...textNodes('', style), ...lines];
}

/** A title in lines that break where its words do. */
export function titleNodes(phrases: readonly string[], { faces, layout }: Setting): Content[] {
  const size = layout.type.title;
  const width = textWidth(layout);
  return titleLines(phrases, width / size.size).flatMap((line) =>
    textNodes(line, { faces, role: 'title', size, align: 'center', width, indent: 0 }),
  );
}

/** Number of the form, title, subtitle and 主送机关. */
export function headNodes(head: Head, setting: Setting): Content[] {
  const style = { ...bodyStyle(setting), align: 'left' } as const;
  const formNumber = head.formNumber ? textNodes(head.formNumber, { ...style, role: 'hei' }) : [];
  const subtitle = head.subtitle ? textNodes(head.subtitle, { ...style, role: 'kai', align: 'center' }) : [];
  const addressee = head.addressee ? textNodes(`${head.addressee}：`, style) : [];
  return [
    {
      stack: [...formNumber, ...titleNodes(head.title, setting), ...subtitle],
      marginBottom: setting.layout.type.afterTitle,
    },
    ...addressee,
  ];
}

export const sheetStartNodes = (start: SheetStart, setting: Setting): Content[] => [
  { stack: headNodes(start, setting), pageBreak: 'before' },
];

/** 附件 stands on the first line of its page, the title on the third. */
export function annexStartNodes(
  label: string,
  title: string,
  style: TextStyle,
  { layout }: Setting,
): Content[] {
  return [
    { stack: textNodes(label, { ...style, role: 'hei', align: 'left' }), pageBreak: 'before' },
    ...textNodes('', style),
    {
      stack: titleNodes(phrasesOf(title), { faces: style.faces, layout }),
      marginBottom: style.size.pitch / 2,
    },
  ];
}

/**
 * GB/T 9704 落款. With a seal: date four characters from the right, the office centred over it. Without: the office
 * two characters from the right and the date beginning two characters to the right of the office's first.
 */
export function signOffNodes({ office, date, sealRoom }: SignOff, style: TextStyle): Content[] {
  const em = style.size.size;
  const day = inChinese(date);
  const measure = { ...style, size: em };
  const officeWidth = widthOf(office, measure);
  const dateWidth = widthOf(day, measure);
  const blank = textNodes('', style);
  const at = (text: string, left: number): Content => ({
    stack: textNodes(text, { ...style, align: 'left', width: style.width - Math.max(0, left) }),
    marginLeft: Math.max(0, left),
  });
  if (sealRoom) {
    const centre = Math.min(style.width - 4 * em - dateWidth / 2, style.width - officeWidth / 2);
    return [
      ...blank,
      ...blank,
      at(office, centre - officeWidth / 2),
      at(day, style.width - 4 * em - dateWidth),
    ];
  }
  const officeLeft = style.width - 2 * em - officeWidth;
  const dateLeft = officeLeft + 2 * em;
  if (dateLeft + dateWidth <= style.width - 2 * em)
    return [...blank, at(office, officeLeft), at(day, dateLeft)];
  const lastLeft = style.width - 2 * em - dateWidth;
  return [...blank, at(office, Math.min(lastLeft - 2 * em, style.width - officeWidth)), at(day, lastLeft)];
}

export const QR_SIZE = 58;

/** With the room around it. */
export const CHECK_CODE_HEIGHT = QR_SIZE + 12;

export function checkCodeNode(block: CheckCode, style: TextStyle, { layout }: Setting): Content {
  const width = style.width - QR_SIZE - 12;
  return {
    columns: [
      { qr: block.code, fit: QR_SIZE, eccLevel: 'M', width: QR_SIZE },
      {
        width,
        stack: [
          ...textNodes(`${block.label}：${block.code}`, {
            ...style,
            role: 'hei',
            size: layout.type.table,
            width,
          }),
          ...textNodes(block.explanation, { ...style, size: layout.type.note, width }),
        ],
      },
    ],
    columnGap: 12,
    margin: [0, 8, 0, 4],
    unbreakable: true,
  };
}

/** Two to a page at most, each with its caption. */
export const pictureNodes = ({ pictures }: Pictures, style: TextStyle, { layout }: Setting): Content[] =>
  pictures.map(({ caption, jpeg }) => ({
    unbreakable: true,
    margin: [0, 8, 0, 4],
    stack: [
      {
        image: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`,
        fit: [style.width, layout.type.picture],
        alignment: 'center',
        marginBottom: ABOVE_CAPTION,
      },
      ...textNodes(caption, { ...style, align: 'center', width: style.width }),
    ],
  }));
