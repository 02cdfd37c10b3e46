import { createHash } from 'node:crypto';

/** Not the name of the face it is cut from: that one may be installed whole, in another version. */
export const EMBEDDED_NAME = 'Desk Rare Han';
/** For programs that take no fonts from files. */
const OTHER_NAME = 'SimSun-ExtB';

type Part = readonly [name: string, content: Uint8Array];

/** ECMA-376 part 4, 2.8.1: the first 32 bytes are mixed with the key, read backwards. */
function obfuscated(font: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  return font.map((byte, index) => (index < 32 ? byte ^ (bytes[index % 16] ?? 0) : byte));
}

/** From the font itself, so that equal papers are equal files. */
function keyOf(font: Uint8Array): string {
  const hex = createHash('sha256').update(font).digest('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

const entryOf = (key: string): string =>
  `<w:font w:name="${EMBEDDED_NAME}"><w:altName w:val="${OTHER_NAME}"/><w:charset w:val="86"/>` +
  `<w:family w:val="auto"/><w:pitch w:val="variable"/><w:embedRegular r:id="rId1" w:fontKey="{${key}}"/></w:font>`;

const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" ' +
  'Target="fonts/font1.odttf"/></Relationships>';

/** The parts of a .docx that docx wrote, whose table of fonts is empty, with one font carried along. */
export function withEmbeddedFont(parts: readonly Part[], font: Uint8Array): readonly Part[] {
  const key = keyOf(font);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const edited = parts.map(([name, content]): Part => {
    const text = (): string => new TextDecoder().decode(content);
    if (name === 'word/_rels/fontTable.xml.rels') return [name, encode(RELATIONS)];
    if (name === 'word/fontTable.xml')
      return [name, encode(text().replace(/(<w:fonts[^>]*)\/>$/, `$1>${entryOf(key)}</w:fonts>`))];
    if (name === 'word/settings.xml')
      return [
        name,
        encode(
          text().replace('<w:displayBackgroundShape/>', '$&<w:embedTrueTypeFonts/><w:saveSubsetFonts/>'),
        ),
      ];
    return [name, content];
  });
  return [...edited, ['word/fonts/font1.odttf', obfuscated(font, key)]];
}
