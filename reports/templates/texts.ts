import { invariant } from '../../db/model/problems.ts';
import type { TemplateFormat } from '../../db/model/templates.ts';
import { docxTexts } from './docx/texts.ts';
import { MADE, openOfficeFile, type Parts, pathsIn, xmlPart } from './officeFile.ts';
import { xlsxTexts } from './xlsx/texts.ts';
import { textOf } from './xml.ts';

/** A piece of text of a made file and where it stands, in the clerk's words. */
export interface MadeText {
  readonly where: string;
  readonly text: string;
  /** Where private numbers of a paper that is meant for them may stand. */
  readonly kind: 'body' | 'around' | 'unseen';
}

export const PROPERTIES = '文件属性';

/** Parts that are no page of the document, by what a clerk knows them as. */
const UNSEEN: readonly (readonly [path: RegExp, where: string])[] = [
  [/^docProps\//, PROPERTIES],
  [/^customXml\//, '自定义XML数据'],
  [/comments[^/]*\.xml$|threadedComments\//i, '批注'],
];

const unseenTexts = (parts: Parts): readonly MadeText[] =>
  UNSEEN.flatMap(([path, where]) =>
    pathsIn(parts, path)
      .filter((one) => one.endsWith('.xml'))
      .flatMap((one) => {
        const root = xmlPart(parts, one);
        return root ? [{ where, text: textOf(root), kind: 'unseen' as const }] : [];
      }),
  );

/** Everything a made file says, its properties and file parts nobody looks at among them. */
export function textsIn(bytes: Uint8Array, format: TemplateFormat): readonly MadeText[] {
  const parts = openOfficeFile(bytes, format, MADE);
  invariant(parts.ok, 'a made or checked file can be read');
  const read = format === 'docx' ? docxTexts(parts.value) : xlsxTexts(parts.value);
  return [...read, ...unseenTexts(parts.value)].filter(({ text }) => text.trim() !== '');
}
