import { isTurned, pageNumberTop, textWidth, uprightOf } from '../documents/layout.ts';
import type { OfficialDocument } from '../documents/official.ts';
import type { PdfKitDocument } from './engine.ts';
import { breakLines } from './lines.ts';
import type { Setting } from './tables.ts';
import type { TextStyle } from './typesetting.ts';

/** A text at the foot of a sheet: its style and the left edge of its room. */
interface FootText {
  readonly text: string;
  readonly left: number;
  readonly style: TextStyle;
}

/**
 * «— 1 —» with its dashes 7 mm below the type area, one character in from the outer edge: right on odd pages, left on
 * even ones. The running text (revision, check code) stands on the inner side.
 */
function footTexts(document: OfficialDocument, { faces, layout }: Setting, page: number): FootText[] {
  const { pageNumber, note } = layout.type;
  const { left } = layout.margins;
  const isOdd = page % 2 === 1;
  const number: TextStyle = {
    faces,
    role: 'song',
    size: pageNumber,
    align: isOdd ? 'right' : 'left',
    width: 6 * pageNumber.size,
    indent: 0,
  };
  const running: TextStyle = {
    ...number,
    role: 'body',
    size: note,
    align: isOdd ? 'left' : 'right',
    width: textWidth(layout) - number.width - pageNumber.size,
  };
  return [
    {
      text: document.unnumbered ? '' : `— ${page} —`,
      left: isOdd ? left + running.width : left + pageNumber.size,
      style: number,
    },
    {
      text: document.runningFoot ?? '',
      left: isOdd ? left : left + pageNumber.size + number.width,
      style: running,
    },
  ];
}

function drawText(pdf: PdfKitDocument, { text, left, style }: FootText, top: number): void {
  const { size, pitch } = style.size;
  for (const [index, line] of breakLines(text, { ...style, size }).entries()) {
    let x = left + (style.align === 'right' ? style.width - line.width : 0);
    for (const { text: shown, face } of line.runs) {
      pdf._font = pdf.provideFont(face.name, false, false);
      pdf.fontSize(size);
      pdf.text(shown, x, top + index * pitch, { lineBreak: false });
      x += [...shown].reduce((sum, one) => sum + (face.advance(one.codePointAt(0) ?? 0) * size) / 1000, 0);
    }
  }
}

/**
 * Draws the foot of every page where the sheet has it when it is bound: below an upright page, on the left of one
 * that lies, turned along with its sheet.
 */
export function drawFeet(pdf: PdfKitDocument, document: OfficialDocument, setting: Setting): void {
  const layout = uprightOf(setting.layout);
  const top = layout.height - layout.margins.bottom + pageNumberTop(layout);
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 1; page <= count; page++) {
    pdf.switchToPage(start + page - 1);
    pdf.save();
    if (isTurned(setting.layout)) pdf.transform(0, 1, -1, 0, setting.layout.width, 0);
    // A watermark leaves its own paleness behind.
    pdf.opacity(1);
    pdf.fill('black');
    for (const text of footTexts(document, { ...setting, layout }, page)) drawText(pdf, text, top);
    pdf.restore();
  }
}
