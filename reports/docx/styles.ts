import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { type FaceRole, headingFace, type PageLayout, type Size } from '../documents/layout.ts';

/** The faces by the names Word and WPS know them; a PC that lacks one puts its own in place. */
const FONT_NAMES: Readonly<Record<FaceRole, string>> = {
  title: '方正小标宋简体',
  body: '仿宋',
  hei: '黑体',
  kai: '楷体',
  song: '宋体',
};

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** Word counts type in half points: 15.79 pt becomes 3号 (16 pt), set a little tighter. */
export const halfPoints = (size: Size): number => Math.round(size.size * 2);

/**
 * What brings 16 pt characters to 15.79 pt, so that 28 stand on a line. (A document grid would say the same, but
 * LibreOffice and older WPS spread table text over it too.)
 */
const tightening = (size: Size) => {
  const twentieths = Math.floor((size.size - halfPoints(size) / 2) * 20);
  return twentieths < 0 ? { characterSpacing: twentieths } : {};
};

/** A role's face for figures, letters and characters alike. */
export const fontOf = (role: FaceRole) => {
  const name = FONT_NAMES[role];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
};

const spacingOf = ({ pitch }: Size) => ({
  line: twips(pitch),
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
});

function style(
  id: string,
  name: string,
  role: FaceRole,
  size: Size,
  paragraph: IParagraphStyleOptions['paragraph'] = {},
) {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: fontOf(role), size: halfPoints(size), ...tightening(size), bold: false, color: '000000' },
    paragraph: { ...paragraph, spacing: { ...spacingOf(size), ...paragraph?.spacing } },
  };
}

/**
 * Running text: LibreOffice breaks “Chinese” figures in two at the end of a line, so they are marked as Chinese Word
 * marks them. Cells are as wide as their figures, and keep the document's language: it chooses the better stand-in
 * for a face the PC lacks.
 */
const running = (one: ReturnType<typeof style>) => ({
  ...one,
  run: { ...one.run, language: { value: 'en-US', eastAsia: 'zh-CN' } },
});

const firstLine = (size: Size) => ({ indent: { firstLine: twips(2 * size.size), firstLineChars: 200 } });

/** Named styles an office can change in one place in WPS. */
export function stylesOf({ type }: PageLayout): IStylesOptions {
  const heading = (level: 1 | 2 | 3 | 4) =>
    style(`Heading${level}`, `heading ${level}`, headingFace(level), type.body, {
      ...firstLine(type.body),
      keepNext: true,
      outlineLevel: level - 1,
    });
  return {
    default: {
      document: {
        run: {
          font: fontOf('body'),
          size: halfPoints(type.body),
          language: { value: 'zh-CN', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: spacingOf(type.body) },
      },
    },
    paragraphStyles: [
      style('Title', 'Title', 'title', type.title, { alignment: AlignmentType.CENTER, keepNext: true }),
      style('Subtitle', 'Subtitle', 'kai', type.body, { alignment: AlignmentType.CENTER, keepNext: true }),
      heading(1),
      heading(2),
      heading(3),
      heading(4),
      running(
        style('BodyIndent', '正文首行缩进', 'body', type.body, {
          ...firstLine(type.body),
          alignment: AlignmentType.BOTH,
        }),
      ),
      running(style('BodyPlain', '正文不缩进', 'body', type.body)),
      style('SignOff', '落款', 'body', type.body, { alignment: AlignmentType.RIGHT }),
      style('AnnexLabel', '附件标识', 'hei', type.body),
      style('TableText', '表格文字', 'body', type.table),
      style('TableHead', '表格标题', 'hei', type.table, { alignment: AlignmentType.CENTER }),
      style('Note', '说明', 'body', type.note),
      style('PageNumber', '页码', 'song', type.pageNumber),
    ],
  };
}

/**
 * Their places and columns are reckoned without the gaps that Word leaves between figures and characters. Said here
 * because docx writes it where Word's schema does not have it.
 */
const UNSPACED = /(<w:style [^>]*w:styleId="(?:SignOff|TableText|TableHead)">.*?)(?=<w:spacing )/gs;

/** The styles as docx wrote them, with what it cannot say. */
export const mendedStyles = (xml: string): string =>
  xml.replace(UNSPACED, '$1<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>');
