import type { Heading, OfficialDocument } from './official.ts';

/** The faces of GB/T 9704: which role a piece of text is set in. 宋体 prints the page numbers. */
export type FaceRole = 'title' | 'body' | 'hei' | 'kai' | 'song';

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points. */
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

export interface PageLayout {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
  readonly type: TypeSizes;
}

interface TypeSizes {
  readonly title: Size;
  readonly body: Size;
  readonly table: Size;
  readonly note: Size;
  readonly pageNumber: Size;
  readonly afterTitle: number;
  /** At most so high that two photos and their captions stand on a page, below its title. */
  readonly picture: number;
}

/** Type size and the distance from line to line, both in points. */
export interface Size {
  readonly size: number;
  readonly pitch: number;
}

/**
 * GB/T 9704-2012: 22 lines of 28 characters in 156 × 225 mm. 16 pt type would give 27 characters, and tightening
 * does nothing between Chinese characters, hence 15.79 pt.
 */
const OFFICIAL: TypeSizes = {
  title: { size: 22, pitch: 34 },
  body: { size: 15.79, pitch: 28.98 },
  table: { size: 12, pitch: 17 },
  note: { size: 10.5, pitch: 15 },
  pageNumber: { size: 14, pitch: 14 },
  afterTitle: 28.98,
  picture: 215,
};

const FORM: TypeSizes = {
  title: { size: 20, pitch: 28 },
  body: { size: 12, pitch: 20 },
  table: { size: 10.5, pitch: 15 },
  note: { size: 9, pitch: 13 },
  pageNumber: { size: 10.5, pitch: 10.5 },
  afterTitle: 8,
  picture: 260,
};

const DENSE: TypeSizes = {
  ...FORM,
  title: { size: 18, pitch: 25 },
  body: { size: 10.5, pitch: 16 },
  table: { size: 9, pitch: 12 },
  note: { size: 9, pitch: 12 },
  afterTitle: 6,
};

const TYPES: Readonly<Record<OfficialDocument['layout'], TypeSizes>> = {
  official: OFFICIAL,
  form: FORM,
  dense: DENSE,
};

const A4 = { short: mm(210), long: mm(297) };

/** Geometry of a document's pages. */
export function pageLayoutOf(document: Pick<OfficialDocument, 'layout' | 'orientation'>): PageLayout {
  const isLandscape = document.orientation === 'landscape';
  const isOfficial = document.layout === 'official';
  const portrait = isOfficial
    ? { top: mm(37), left: mm(28), bottom: mm(35), right: mm(26) }
    : { top: mm(22), left: mm(24), bottom: mm(22), right: mm(18) };
  // Turned by 90°: the binding edge stays the binding edge, now at the top; the sheet's foot is at the left.
  const turned = {
    top: portrait.left,
    left: portrait.bottom,
    bottom: portrait.right,
    right: portrait.top,
  };
  return {
    width: isLandscape ? A4.long : A4.short,
    height: isLandscape ? A4.short : A4.long,
    margins: isLandscape ? turned : portrait,
    type: TYPES[document.layout],
  };
}

/** Whether a page lies: its sheet is read turned clockwise by 90°, and bound upright among the others. */
export const isTurned = ({ width, height }: PageLayout): boolean => width > height;

/** The sheet as it is bound, upright: where page numbers have their places (GB/T 9704 8). */
export function uprightOf(layout: PageLayout): PageLayout {
  if (!isTurned(layout)) return layout;
  const { top, left, bottom, right } = layout.margins;
  return {
    ...layout,
    width: layout.height,
    height: layout.width,
    margins: { top: right, left: top, bottom: left, right: bottom },
  };
}

export const textWidth = (layout: PageLayout): number =>
  layout.width - layout.margins.left - layout.margins.right;

export const textHeight = (layout: PageLayout): number =>
  layout.height - layout.margins.top - layout.margins.bottom;

/**
 * From the type area's lower edge to the top of the page number's line: its dashes, in the middle of the line, stand
 * 7 mm below the edge (GB/T 9704 7.5).
 */
export const pageNumberTop = ({ type }: PageLayout): number => mm(7) - type.pageNumber.size / 2;

/** GB/T 9704: 一、黑体 · （一）楷体 · 1. and （1）仿宋. */
export const headingFace = (level: Heading['level']): FaceRole =>
  level === 1 ? 'hei' : level === 2 ? 'kai' : 'body';

/** A figure, or a 身份证号: never broken over two lines, but set smaller until it fits its cell. */
export const isFigure = (text: string): boolean => /^[\d,.-]+X?$/.test(text);

/** Between a photo and its caption, in points. */
export const ABOVE_CAPTION = 4;

/** Room between a cell's text and its borders, in points. */
export const CELL_PADDING = { x: 3, table: 3, form: 4.5 } as const;

export const BORDER_WIDTH = 0.5;
