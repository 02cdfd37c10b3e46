import {
  Footer,
  HorizontalPositionRelativeFrom,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { isTurned, type PageLayout, pageNumberTop, textWidth, uprightOf } from '../documents/layout.ts';
import type { OfficialDocument } from '../documents/official.ts';
import { fontOf, halfPoints, twips } from './styles.ts';

type Side = 'odd' | 'even';

/** «— 1 —» one character in from the outer edge, the running text on the inner side; `layout` is an upright sheet's. */
function footLine(document: OfficialDocument, layout: PageLayout, side: Side): Paragraph {
  const { pageNumber, note } = layout.type;
  const isOdd = side === 'odd';
  const number = new TextRun(document.unnumbered ? '' : { children: ['— ', PageNumber.CURRENT, ' —'] });
  const running = new TextRun({
    text: document.runningFoot ?? '',
    font: fontOf('body'),
    size: halfPoints(note),
  });
  const tab = new TextRun({ children: [new Tab()] });
  const indent = twips(pageNumber.size);
  return new Paragraph({
    style: 'PageNumber',
    tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidth(layout)) - (isOdd ? indent : 0) }],
    ...(isOdd ? {} : { indent: { left: indent } }),
    children: isOdd ? [running, tab, number] : [number, tab, running],
  });
}

const PIXELS_PER_POINT = 96 / 72;
const EMUS_PER_POINT = 12_700;

/** Room for the line, for a program whose face is higher than its line. */
const BOX_WIDTH = 24;

/** The foot of an upright sheet, on the left of the page that is this sheet turned: a box of text read downwards. */
function turnedLine(document: OfficialDocument, layout: PageLayout, side: Side): Paragraph {
  const upright = uprightOf(layout);
  const { left, bottom } = upright.margins;
  const right = bottom - pageNumberTop(upright);
  const name = '页码';
  return new Paragraph({
    style: 'PageNumber',
    children: [
      new ShapeRun({
        type: 'rectangle',
        line: 'none',
        transformation: {
          width: BOX_WIDTH * PIXELS_PER_POINT,
          height: textWidth(upright) * PIXELS_PER_POINT,
        },
        floating: {
          horizontalPosition: {
            relative: HorizontalPositionRelativeFrom.PAGE,
            offset: Math.round((right - BOX_WIDTH) * EMUS_PER_POINT),
          },
          verticalPosition: {
            relative: VerticalPositionRelativeFrom.PAGE,
            offset: Math.round(left * EMUS_PER_POINT),
          },
          wrap: { type: TextWrappingType.NONE },
        },
        textOptions: {
          direction: 'topToBottom',
          verticalAlignment: 'top',
          margins: { top: 0, right: 0, bottom: 0, left: 0 },
        },
        // Numbered here: docx counts on over all files of a run, and equal papers would differ.
        altText: { id: side === 'odd' ? '901' : '902', name, description: name, title: name },
        children: [footLine(document, upright, side)],
      }),
    ],
  });
}

/** The foot of odd or even pages, where the sheet has it when it is bound (GB/T 9704 8). */
export const footer = (document: OfficialDocument, layout: PageLayout, side: Side): Footer =>
  new Footer({
    children: [isTurned(layout) ? turnedLine(document, layout, side) : footLine(document, layout, side)],
  });
