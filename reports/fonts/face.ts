import { readFileSync } from 'node:fs';
import type { Font } from 'fontkit';
import { fontkit } from './fontkit.ts';
import { createSubset, type FontBytes, subsetSource } from './subset.ts';

/** One parsed font, shared by all documents of the process. */
export interface Face {
  /** PostScript name: the key under which pdfmake knows it. */
  readonly name: string;
  readonly family: string;
  readonly has: (codePoint: number) => boolean;
  /** Advance in thousandths of the type size. */
  readonly advance: (codePoint: number) => number;
  /** Stands for the face where pdfkit expects a font file. */
  readonly handle: Uint8Array;
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

/** Wraps a parsed TrueType font. */
export function faceOf({ font, ...bytes }: ParsedFont): Face {
  const glyphOf = glyphTable(font);
  const source = subsetSource(bytes);
  const unitsPerEm = font.unitsPerEm;
  const handle = new TextEncoder().encode(`face:${font.postscriptName}`);
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
    name: font.postscriptName,
    family: font.familyName,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => (glyphOf(codePoint).advanceWidth * 1000) / unitsPerEm,
    handle,
  };
}

/** A font and where its bytes lie. */
export interface ParsedFont extends FontBytes {
  readonly font: Font;
}

const files = new Map<string, readonly ParsedFont[]>();

/** The fonts in a file, parsed once a process. Only TrueType outlines: pdfmake cannot embed the others. */
export function fontsInFile(path: string): readonly ParsedFont[] {
  const known = files.get(path);
  if (known) return known;
  const bytes = readFileSync(path);
  const opened = fontkit.create(bytes);
  const fonts = 'fonts' in opened ? opened.fonts : [opened];
  const parsedFonts = fonts
    .map((font, index) => ({ font, bytes, start: 'fonts' in opened ? startInCollection(bytes, index) : 0 }))
    .filter(({ font }) => hasTrueTypeOutlines(font));
  files.set(path, parsedFonts);
  return parsedFonts;
}

/** A collection begins with the places of its fonts. */
const startInCollection = (bytes: Buffer, index: number): number => bytes.readUInt32BE(12 + 4 * index);

/** fontkit gives a font a member for each table it has. */
const hasTrueTypeOutlines = (font: Font): boolean => 'glyf' in font;
