import { type Problem, problem } from '../../../db/model/problems.ts';
import { type Parts, xmlPart } from '../officeFile.ts';
import { type Found, openPlaceholder, placeholdersIn, repeatsIn, strayBraces } from '../placeholders.ts';
import { descendants, textOf, type XmlElement } from '../xml.ts';
import { paragraphText, textPartsOf } from './fill.ts';

const SHOWN = 16;

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const rootsOf = (parts: Parts): readonly XmlElement[] =>
  textPartsOf(parts).flatMap((path) => {
    const root = xmlPart(parts, path);
    return root ? [root] : [];
  });

const paragraphsOf = (root: XmlElement): readonly string[] => descendants(root, 'p').map(paragraphText);

const placeOf = (text: string): string => `“${shortened(text)}”一段`;

/** Every placeholder of the document, by its paragraph. */
export const placeholdersInDocx = (parts: Parts): readonly Found[] =>
  rootsOf(parts)
    .flatMap(paragraphsOf)
    .flatMap((text) => placeholdersIn(text).map((placeholder) => ({ placeholder, where: placeOf(text) })));

/** Fields that fetch other files when the document is opened. */
const FETCHING = /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/i;

/** What keeps a document from being filled. */
export function docxProblems(parts: Parts): readonly Problem[] {
  const roots = rootsOf(parts);
  const marked = roots.some((root) => descendants(root, 'ins', 'del', 'moveFrom', 'moveTo').length > 0);
  const fetching = roots.some((root) =>
    descendants(root, 'instrText').some((one) => FETCHING.test(textOf(one))),
  );
  const merged = roots
    .flatMap((root) => descendants(root, 'tr'))
    .filter((row) => repeatsIn(descendants(row, 't').map(textOf).join('')))
    .filter((row) => descendants(row, 'vMerge').length > 0);
  return [
    ...(marked ? [problem('template.revisions', '模板中有修订痕迹，请接受或拒绝全部修订后另存再上传')] : []),
    ...(fetching
      ? [problem('template.external', '模板中有引用其他文件的域，不能使用。请删除后另存再上传')]
      : []),
    ...roots
      .flatMap(paragraphsOf)
      .filter(strayBraces)
      .map((text) => openPlaceholder(placeOf(text))),
    ...merged.map((row) =>
      problem(
        'template.merged',
        `明细行“${shortened(descendants(row, 't').map(textOf).join(''))}”与上下行合并了，不能逐行重复，请取消上下合并`,
      ),
    ),
  ];
}
