import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { IsoDate } from '../../db/model/dates.ts';
import type { Faces } from '../fonts/faces.ts';
import { type FontOfRare, fontOfRare, rareRuns } from '../fonts/rareRuns.ts';
import { packParts } from '../steadyZip.ts';
import { EMBEDDED_NAME, withEmbeddedFont } from './embeddedFont.ts';

/** A run with one text, as Word files hold them. */
const RUN = /<w:r(?: [^>]*)?>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/gs;
const FONTS = /<w:rFonts[^>]*\/>/;

const fontsNamed = (name: string): string =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`;

function propertiesWith(properties: string, font: string): string {
  const fonts = fontsNamed(font);
  if (properties === '') return `<w:rPr>${fonts}</w:rPr>`;
  if (FONTS.test(properties)) return properties.replace(FONTS, fonts);
  // The order of a run's properties is fixed: after the style, before all others.
  return properties.replace(/^<w:rPr>(<w:rStyle[^>]*\/>)?/, `<w:rPr>$1${fonts}`);
}

/** The XML with every rare character in a run of its own that names a face. */
export const withRareFaces = (xml: string, fontOf: FontOfRare): string =>
  xml.replace(RUN, (whole, properties: string | undefined, text: string) => {
    const runs = rareRuns(text, fontOf);
    if (runs.every(({ font }) => font === undefined)) return whole;
    return runs
      .map(({ text: part, font }) => {
        const own = font === undefined ? (properties ?? '') : propertiesWith(properties ?? '', font);
        return `<w:r>${own}<w:t xml:space="preserve">${part}</w:t></w:r>`;
      })
      .join('');
  });

const HOLDS_TEXT = /^word\/(document|header\d*|footer\d*)\.xml$/;

/** A finished .docx with its rare characters given faces; the text stays what it was. */
export async function nameRareFaces(docx: Uint8Array, faces: Faces, date: IsoDate): Promise<Uint8Array> {
  const embedded = new Set<number>();
  const named = fontOfRare(faces);
  const fontOf: FontOfRare = (codePoint) => {
    if (!faces.rareCarried.has(codePoint)) return named(codePoint);
    embedded.add(codePoint);
    return EMBEDDED_NAME;
  };
  const parts = (await partsOf(docx)).map(([name, content]) =>
    HOLDS_TEXT.test(name) ? asPart(name, withRareFaces(asText(content), fontOf)) : ([name, content] as const),
  );
  if (embedded.size === 0) return packParts(parts, date);
  return packParts(withEmbeddedFont(parts, faces.rareCarried.extract([...embedded], EMBEDDED_NAME)), date);
}

type Part = readonly [name: string, content: Uint8Array];

const asText = (content: Uint8Array): string => new TextDecoder().decode(content);
const asPart = (name: string, text: string): Part => [name, new TextEncoder().encode(text)];

async function partsOf(docx: Uint8Array): Promise<readonly Part[]> {
  const reader = new ZipReader(new Uint8ArrayReader(docx));
  const parts: Part[] = [];
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) parts.push([entry.filename, await entry.getData(new Uint8ArrayWriter())]);
  }
  await reader.close();
  return parts;
}
