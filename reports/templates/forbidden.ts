import { type Problem, problem } from '../../db/model/problems.ts';
import { type Parts, pathsIn, xmlPart } from './officeFile.ts';
import { descendants } from './xml.ts';

/** What a template must not bring along, by the paths that show it. */
const FORBIDDEN: readonly (readonly [pattern: RegExp, what: string, code: string])[] = [
  [/vbaProject|vbaData|macrosheets\//i, '宏', 'template.macro'],
  [/\/(embeddings|activeX|ctrlProps)\//i, '嵌入的对象或控件', 'template.embedded'],
  [/externalLinks\/|\/(connections|queryTables)/i, '指向其他文件的链接', 'template.external'],
  [/\/(charts|chartsheets|pivotTables|pivotCache)\//i, '图表或数据透视表', 'template.chart'],
  [/\/comments[^/]*\.xml$|threadedComments\//i, '批注', 'template.comments'],
];

const forbidden = (code: string, what: string): Problem =>
  problem(code, `模板中有${what}，不能使用。请删除后另存再上传`, { found: what });

/** Relations to the outside that do no harm: a web address in the text; Word's own style file, which is taken out. */
const HARMLESS = new Set(['hyperlink', 'attachedTemplate']);

/** Macros, embedded objects, links to other files and the like. */
export function forbiddenContent(parts: Parts): readonly Problem[] {
  const byPath = FORBIDDEN.filter(([pattern]) => pathsIn(parts, pattern).length > 0).map(([, what, code]) =>
    forbidden(code, what),
  );
  const isLinked = pathsIn(parts, /\.rels$/).some((path) => {
    const root = xmlPart(parts, path);
    const relations = root ? descendants(root, 'Relationship') : [];
    return relations.some(
      ({ attributes }) =>
        attributes.TargetMode === 'External' &&
        !HARMLESS.has((attributes.Type ?? '').split('/').at(-1) ?? ''),
    );
  });
  const known = new Set(byPath.map((one) => one.code));
  return isLinked && !known.has('template.external')
    ? [...byPath, forbidden('template.external', '指向其他文件的链接')]
    : byPath;
}
