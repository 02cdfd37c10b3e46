import { zipPart } from './read.ts';

/** A paragraph of a Word file: its style, its text, and what it sets itself. */
export interface WordParagraph {
  readonly style: string;
  readonly text: string;
  readonly xml: string;
}

export interface WordFile {
  readonly paragraphs: readonly WordParagraph[];
  /** The XML of a style. */
  readonly style: (id: string) => string;
  readonly section: string;
  readonly footer: (which: 'odd' | 'even') => string;
  readonly settings: string;
}

/** The value of the first `name="…"` in a piece of XML; empty where there is none. */
export const attribute = (xml: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? '';

/** The first element of a name, with what is in it. */
export const element = (xml: string, name: string): string =>
  new RegExp(`<${name}(?: [^>]*)?(?:/>|>[\\s\\S]*?</${name}>)`).exec(xml)?.[0] ?? '';

export const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, text]) => text ?? '\t').join('');

const paragraphsIn = (xml: string): readonly WordParagraph[] =>
  [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([one]) => ({
    style: attribute(element(one, 'w:pStyle'), 'w:val'),
    text: textIn(one),
    xml: element(one, 'w:pPr'),
  }));

/** Opens a made .docx to be measured. */
export async function openWord(bytes: Uint8Array): Promise<WordFile> {
  const [xml, styles, settings] = await Promise.all(
    ['document', 'styles', 'settings'].map((part) => zipPart(bytes, `word/${part}.xml`)),
  );
  const [odd = '', even = ''] = await Promise.all(
    ['1', '2'].map((number) => zipPart(bytes, `word/footer${number}.xml`)),
  );
  const all = (styles ?? '').split('<w:style ');
  return {
    paragraphs: paragraphsIn(xml ?? ''),
    style: (id) => all.find((one) => one.includes(`w:styleId="${id}"`)) ?? '',
    section: element(xml ?? '', 'w:sectPr'),
    footer: (which) => (which === 'odd' ? odd : even),
    settings: settings ?? '',
  };
}
