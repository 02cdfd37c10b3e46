import { readFileSync } from 'node:fs';
import type { Font } from 'fontkit';
import { fontkit } from './fontkit.ts';
import { standaloneFont } from './standalone.ts';
import { createSubset, type FontBytes, isWhole, subsetSource } from './subset.ts';

/** One parsed font, shared by all documents of the process. */
export interface Face {
  /** The key under which pdfmake knows it: the PostScript name, numbered where another file has it too. */
  readonly name: string;
  readonly family: string;
  readonly has: (codePoint: number) => boolean;
  /** Advance in thousandths of the type size. */
  readonly advance: (codePoint: number) => number;
  /** Stands for the face where pdfkit expects a font file. */
  readonly handle: Uint8Array;
  /** A font file of these characters alone. */
  readonly extract: (codePoints: readonly number[], family: string) => Uint8Array;
}

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/**
 * The same for every face, so that the lines of a page lie where they lie whatever face steps in: a Chinese
 * character's box sits 0.88 above and 0.12 below the baseline.
 */
const ASCENT = 0.88;
const DESCENT = 0.12;

const parsed = new Map<Uint8Array, object>();

/** Lets pdfkit open a face that is parsed already: `create` finds the handle and returns the font behind it. */
class SharedFace {
  static probe(buffer: Uint8Array): boolean {
    return parsed.has(buffer);
  }
  constructor(stream: { readonly buffer: Uint8Array }) {
    const font = parsed.get(stream.buffer);
    // biome-ignore lint/correctness/noConstructorReturn: fontkit calls `new` on a format and takes what it gives
    if (font !== undefined) return font;
  }
}
fontkit.registerFormat(SharedFace);

const glyphTable = (font: Font): ((codePoint: number) => Glyph) => {
  const known = new Map<number, Glyph>();
  return (codePoint) => {
    const found = known.get(codePoint);
    if (found) return found;
    const { id } = font.glyphForCodePoint(codePoint);
    // An object of our own: fontkit's glyph keeps the first character that led to it, so that in a long-lived
    // process 一 could be copied out as the radical ⼀ of an earlier document.
    const glyph = { id, advanceWidth: font.getGlyph(id).advanceWidth, codePoints: [codePoint] };
    known.set(codePoint, glyph);
    return glyph;
  };
};

/** One glyph a character: Chinese needs no shaping, and fontkit's shaper takes most of a document's time. */
const layoutWith = (glyphOf: (codePoint: number) => Glyph) => (text: string) => {
  const glyphs = [...text].map((character) => glyphOf(character.codePointAt(0) ?? 0));
  return {
    glyphs,
    positions: glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    })),
    // In font units; pdfkit scales the positions in place and sums up afterwards.
    get advanceWidth(): number {
      return this.positions.reduce((sum, position) => sum + position.xAdvance, 0);
    },
  };
};

/** The ideographs begin with Extension A. */
const FIRST_HAN = 0x3400;

type Opened = Pick<Face, 'has' | 'advance' | 'extract'>;

/** Asked for every character of every paper; fontkit searches its tables anew each time. */
function remembered(has: (codePoint: number) => boolean): (codePoint: number) => boolean {
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const found = has(codePoint);
    known.set(codePoint, found);
    return found;
  };
}

/** Makes a parsed TrueType font known to pdfkit under its handle. */
function openedAs(handle: Uint8Array, { font, bytes, start }: ParsedFont): Opened {
  const glyphOf = glyphTable(font);
  const source = subsetSource({ bytes, start });
  const unitsPerEm = font.unitsPerEm;
  parsed.set(
    handle,
    Object.create(font, {
      ascent: { value: ASCENT * unitsPerEm },
      descent: { value: -DESCENT * unitsPerEm },
      lineGap: { value: 0 },
      // Asked for every glyph; fontkit looks it up anew each time.
      unitsPerEm: { value: unitsPerEm },
      createSubset: { value: () => createSubset(source) },
      layout: { value: layoutWith(glyphOf) },
    }),
  );
  return {
    has: remembered(
      (codePoint) =>
        font.hasGlyphForCodePoint(codePoint) &&
        // Some faces of the GB 2312 days give characters they lack an empty glyph.
        (codePoint < FIRST_HAN || source.glyph(glyphOf(codePoint).id).length > 0),
    ),
    advance: (codePoint) => (glyphOf(codePoint).advanceWidth * 1000) / unitsPerEm,
    extract: (codePoints, name) =>
      standaloneFont(source, (codePoint) => glyphOf(codePoint).id, codePoints, name),
  };
}

const namesTaken = new Map<string, number>();

/** Two files may hold fonts of one name (a copy the office chose, an older version): pdfmake must not mix them up. */
function uniqueName(postscriptName: string): string {
  const count = (namesTaken.get(postscriptName) ?? 0) + 1;
  namesTaken.set(postscriptName, count);
  return count === 1 ? postscriptName : `${postscriptName}~${count}`;
}

const handleOf = (name: string): Uint8Array => new TextEncoder().encode(`face:${name}`);

/** Wraps a parsed TrueType font. */
export function faceOf(font: ParsedFont): Face {
  const name = uniqueName(font.font.postscriptName);
  const handle = handleOf(name);
  return { name, family: font.font.familyName, handle, ...openedAs(handle, font) };
}

interface FaceOnDemand {
  readonly postscriptName: string;
  readonly family: string;
  /** The only characters it is opened for. */
  readonly covers: (codePoint: number) => boolean;
  readonly open: () => ParsedFont;
}

/** A face opened at the first character that needs it: its file is large, and most papers never do. */
export function faceOnDemand({ postscriptName, family, covers, open }: FaceOnDemand): Face {
  const name = uniqueName(postscriptName);
  const handle = handleOf(name);
  let opened: Opened | undefined;
  const face = (): Opened => {
    opened ??= openedAs(handle, open());
    return opened;
  };
  return {
    name,
    family,
    handle,
    has: (codePoint) => covers(codePoint) && face().has(codePoint),
    advance: (codePoint) => face().advance(codePoint),
    extract: (codePoints, name) => face().extract(codePoints, name),
  };
}

/** A font, its file, and where its bytes lie. */
export interface ParsedFont extends FontBytes {
  readonly font: Font;
  readonly path: string;
}

const files = new Map<string, readonly ParsedFont[]>();

/** The fonts in a file, parsed once a process. Only TrueType outlines: pdfmake cannot embed the others. */
export function fontsInFile(path: string): readonly ParsedFont[] {
  const known = files.get(path);
  if (known) return known;
  const parsedFonts = allFontsInFile(path).filter(({ font }) => hasTrueTypeOutlines(font));
  files.set(path, parsedFonts);
  return parsedFonts;
}

/** Lets go of files that were looked into and are not used: the fonts of a PC are hundreds of megabytes. */
export function forgetFiles(paths: Iterable<string>): void {
  for (const path of paths) files.delete(path);
}

/** Every font of a file, also those no PDF can carry. Throws where the file is no font or a part of one. */
export function allFontsInFile(path: string): readonly ParsedFont[] {
  const fonts = openedFonts(path);
  if (!fonts.every(isWhole)) throw new Error('The font file is cut off');
  return fonts;
}

function openedFonts(path: string): readonly ParsedFont[] {
  const bytes = readFileSync(path);
  const opened = fontkit.create(bytes);
  if (!('fonts' in opened)) return [{ font: opened, path, bytes, start: 0 }];
  return opened.fonts.map((font, index) => ({ font, path, bytes, start: startInCollection(bytes, index) }));
}

/** All names of a font, in every language it gives them in. */
export function namesOf({ font }: Pick<ParsedFont, 'font'>): readonly string[] {
  return ['zh', 'zh-TW', 'zh-Hant', 'en'].flatMap((language) =>
    ['fontFamily', 'preferredFamily', 'fullName', 'postscriptName'].flatMap(
      (key) => font.getName(key, language) ?? [],
    ),
  );
}

/** A collection begins with the places of its fonts. */
const startInCollection = (bytes: Buffer, index: number): number => bytes.readUInt32BE(12 + 4 * index);

/** fontkit gives a font a member for each table it has. */
export const hasTrueTypeOutlines = (font: Font): boolean => 'glyf' in font;
