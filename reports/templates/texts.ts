import { invariant } from '../../db/model/problems.ts';
import type { TemplateFormat } from '../../db/model/templates.ts';
import { paragraphText, textPartsOf } from './docx/fill.ts';
import { MADE, openOfficeFile, type Parts, pathsIn, xmlPart } from './officeFile.ts';
import { descendants, textOf } from './xml.ts';

/** A piece of text of a made file and where it stands. */
export interface MadeText {
  readonly where: string;
  readonly text: string;
}

/** Everything a made file says, its properties and file parts nobody looks at among them. */
export function textsIn(bytes: Uint8Array, format: TemplateFormat): readonly MadeText[] {
  const parts = openOfficeFile(bytes, format, MADE);
  invariant(parts.ok, 'a made or checked file can be read');
  const read = format === 'docx' ? docxTexts(parts.value) : xlsxTexts(parts.value);
  const properties = pathsIn(parts.value, /^docProps\/.*\.xml$/).flatMap((path) => {
    const root = xmlPart(parts.value, path);
    return root ? [{ where: '文件属性', text: textOf(root) }] : [];
  });
  return [...read, ...properties].filter(({ text }) => text.trim() !== '');
}

const docxTexts = (parts: Parts): readonly MadeText[] =>
  textPartsOf(parts).flatMap((path) => {
    const root = xmlPart(parts, path);
    return root ? descendants(root, 'p').map((one) => ({ where: '正文', text: paragraphText(one) })) : [];
  });

function xlsxTexts(parts: Parts): readonly MadeText[] {
  const strings = xmlPart(parts, 'xl/sharedStrings.xml');
  const shared = strings
    ? descendants(strings, 'si').map((one) => ({ where: '单元格', text: textOf(one) }))
    : [];
  const sheets = pathsIn(parts, /^xl\/worksheets\/[^/]+\.xml$/).flatMap((path) => {
    const root = xmlPart(parts, path);
    if (!root) return [];
    // What a shared string's cell holds is the string's number.
    const own = descendants(root, 'c').filter(({ attributes }) => attributes.t !== 's');
    const cells = own.map((one) => ({
      where: `${one.attributes.r ?? ''}单元格`,
      text: descendants(one, 'is', 'v').map(textOf).join(''),
    }));
    const around = descendants(root, 'oddHeader', 'oddFooter', 'evenHeader', 'evenFooter');
    return [...cells, ...around.map((one) => ({ where: '页眉或页脚', text: textOf(one) }))];
  });
  return [...shared, ...sheets];
}
