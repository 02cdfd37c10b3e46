import { type Problem, problem } from '../../db/model/problems.ts';
import { type Parts, pathsIn, xmlPart } from './officeFile.ts';
import { descendants } from './xml.ts';

const LINKS = '指向其他文件的链接';

/** What a template must not bring along, by the paths that show it. */
const FORBIDDEN: readonly (readonly [pattern: RegExp, what: string, code: string])[] = [
  [/vbaProject|vbaData|macrosheets\//i, '宏', 'template.macro'],
  [/\/(embeddings|activeX|ctrlProps)\/|\/afchunk/i, '嵌入的对象或控件', 'template.embedded'],
  [/externalLinks\/|\/(connections|queryTables)/i, LINKS, 'template.external'],
  [/\/(charts|chartsheets|pivotTables|pivotCache)\//i, '图表或数据透视表', 'template.chart'],
];

const forbidden = (code: string, what: string): Problem =>
  problem(code, `模板中有${what}，不能使用。请删除后另存再上传`, { found: what });

/** Relations to the outside that do no harm: a web address in the text; Word's own style file, which is taken out. */
const HARMLESS = new Set(['hyperlink', 'attachedTemplate']);

/** Whether a part points to another file when it is opened. */
const isLinked = (parts: Parts): boolean =>
  pathsIn(parts, /\.rels$/).some((path) => {
    const root = xmlPart(parts, path);
    const relations = root ? descendants(root, 'Relationship') : [];
    return relations.some(
      ({ attributes }) =>
        attributes.TargetMode === 'External' &&
        !HARMLESS.has((attributes.Type ?? '').split('/').at(-1) ?? ''),
    );
  });

/** Some programs write an empty list of comments. */
const isCommented = (parts: Parts): boolean =>
  pathsIn(parts, /\/(comments[^/]*|threadedComments\/[^/]*)\.xml$/i).some((path) => {
    const root = xmlPart(parts, path);
    return root !== undefined && descendants(root, 'comment', 'threadedComment').length > 0;
  });

/** Macros, embedded objects, links to other files and the like: each named once. */
export function forbiddenContent(parts: Parts): readonly Problem[] {
  const byPath = FORBIDDEN.filter(([pattern]) => pathsIn(parts, pattern).length > 0);
  const found = new Map(byPath.map(([, what, code]) => [code, what]));
  if (isLinked(parts)) found.set('template.external', LINKS);
  if (isCommented(parts)) found.set('template.comments', '批注');
  return [...found].map(([code, what]) => forbidden(code, what));
}
