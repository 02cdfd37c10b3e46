import { errorsOf, ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import { REQUIRED_FIELDS, type TemplateFormat, type TemplatePaper } from '../../db/model/templates.ts';
import { withRareFaces } from '../docx/rareFaces.ts';
import { type FontOfRare, fontOfRare } from '../fonts/rareRuns.ts';
import { packParts } from '../steadyZip.ts';
import { isPrivateName, privatePlaceholder } from './canaries.ts';
import type { TemplateData } from './data.ts';
import { docxProblems, placeholdersInDocx } from './docx/check.ts';
import { fillDocx, textPartsOf } from './docx/fill.ts';
import { placeholderOf, rowPlaceholderOf, templateFields } from './fields.ts';
import { forbiddenContent } from './forbidden.ts';
import { openOfficeFile, type Parts, unreadablePart } from './officeFile.ts';
import { type Found, LIST, type Placeholder, sameName } from './placeholders.ts';
import { type Properties, withProperties } from './properties.ts';
import { placeholdersInXlsx, xlsxProblems } from './xlsx/check.ts';
import { fillXlsx } from './xlsx/fill.ts';
import { nameRareFaces } from './xlsx/rareFaces.ts';

/** The rare characters of a Word file with faces that have them. */
const nameFacesInDocx = (parts: Parts, fontOf: FontOfRare): Parts => {
  const named = textPartsOf(parts).flatMap((path) => {
    const xml = parts.get(path);
    return xml
      ? [[path, new TextEncoder().encode(withRareFaces(new TextDecoder().decode(xml), fontOf))] as const]
      : [];
  });
  return new Map([...parts, ...named]);
};

/** Template in, paper out: what is special to a format lies in `xlsx/` and `docx/`. */
const FORMATS = {
  xlsx: { found: placeholdersInXlsx, problems: xlsxProblems, fill: fillXlsx, nameFaces: nameRareFaces },
  docx: { found: placeholdersInDocx, problems: docxProblems, fill: fillDocx, nameFaces: nameFacesInDocx },
} as const satisfies Readonly<
  Record<
    TemplateFormat,
    {
      readonly found: (parts: Parts) => readonly Found[];
      readonly problems: (parts: Parts) => readonly Problem[];
      readonly fill: (parts: Parts, data: TemplateData) => Parts;
      readonly nameFaces: (parts: Parts, fontOf: FontOfRare) => Parts;
    }
  >
>;

type Offered = Pick<TemplateData, 'fields' | 'rowFields'>;

/** What was probably meant: the same name for the other use, or one that holds it or is held by it. */
function meant({ name }: Placeholder, { fields, rowFields }: Offered): string | undefined {
  const offered = [
    ...rowFields.map((field) => ({ name: sameName(field.name), typed: rowPlaceholderOf(field.name) })),
    ...fields.map((field) => ({ name: sameName(field.name), typed: placeholderOf(field.name) })),
  ];
  const near = (one: string): boolean => name !== '' && (name.includes(one) || one.includes(name));
  const found = offered.find((one) => one.name === name) ?? offered.find((one) => near(one.name));
  return found?.typed;
}

function unknownField({ placeholder, where }: Found, paper: TemplatePaper, offered: Offered): Problem {
  // 发放表 has such fields of its own: there it is a slip of the pen.
  const isPublic = !offered.rowFields.some(({ name }) => isPrivateName(name));
  if (isPublic && isPrivateName(placeholder.name)) return privatePlaceholder(where, paper, placeholder.typed);
  const likely = meant(placeholder, offered);
  const hint = likely === undefined ? '' : `，是不是“${likely}”？`;
  return problem(
    'template.unknown',
    `${where}：没有“${placeholder.typed}”这个占位符${hint || '，'}请从占位符清单中复制`,
    { found: placeholder.typed, field: where, ...(likely === undefined ? {} : { expected: likely }) },
  );
}

function fieldProblems(found: readonly Found[], paper: TemplatePaper): readonly Problem[] {
  const offered = templateFields(paper);
  const { fields, rowFields } = offered;
  const names = new Set(fields.map(({ name }) => sameName(name)));
  const columns = new Set(rowFields.map(({ name }) => sameName(name)));
  const used = new Set(
    found.filter(({ placeholder }) => !placeholder.repeats).map(({ placeholder }) => placeholder.name),
  );
  const missing = (REQUIRED_FIELDS[paper] ?? []).filter((name) => !used.has(sameName(name)));
  return [
    ...found
      .filter(({ placeholder }) => !(placeholder.repeats ? columns : names).has(placeholder.name))
      .map((one) => unknownField(one, paper, offered)),
    ...missing.map((name) =>
      problem('template.missing', `模板中没有${placeholderOf(name)}，这份材料必须有它`, {
        expected: placeholderOf(name),
      }),
    ),
  ];
}

/** Lists without their lines are no lists. */
function listProblem(found: readonly Found[], paper: TemplatePaper): readonly Problem[] {
  if (REQUIRED_FIELDS[paper]?.includes('正文') || found.some(({ placeholder }) => placeholder.repeats))
    return [];
  const [first] = templateFields(paper).rowFields;
  const example = `{{${LIST}.${first?.name ?? ''}}}`;
  return [
    problem('template.noList', `模板中没有明细行。请在要逐行重复的那一行写上${example}等占位符`, {
      expected: example,
    }),
  ];
}

/** Whether a file may serve as the template of a paper: refused with every reason, or accepted with what to look at. */
export function checkTemplate(
  bytes: Uint8Array,
  paper: TemplatePaper,
  format: TemplateFormat,
): Result<{ readonly placeholders: number; readonly warnings: readonly Problem[] }> {
  const parts = openOfficeFile(bytes, format);
  if (!parts.ok) return parts;
  const broken = unreadablePart(parts.value);
  if (broken !== undefined) {
    return refuse(
      problem('template.damaged', `模板文件的“${broken}”部分已损坏，请用 Office 或 WPS 打开并另存`, {
        found: broken,
      }),
    );
  }
  const unwanted = forbiddenContent(parts.value);
  if (unwanted.length > 0) return refuse(...unwanted);
  const found = FORMATS[format].found(parts.value);
  const problems = [
    ...fieldProblems(found, paper),
    ...listProblem(found, paper),
    ...FORMATS[format].problems(parts.value),
  ];
  const errors = errorsOf(problems);
  if (errors.length > 0) return refuse(...errors);
  return ok({ placeholders: found.length, warnings: problems });
}

/** A checked template with a paper's values in it; the same values give the same bytes. */
export async function fillTemplate(
  bytes: Uint8Array,
  format: TemplateFormat,
  data: TemplateData,
  properties: Properties,
  fontOf: FontOfRare = fontOfRare({ rareOnPc: [] }),
): Promise<Result<Uint8Array>> {
  const parts = openOfficeFile(bytes, format);
  if (!parts.ok) return parts;
  const { fill, nameFaces } = FORMATS[format];
  const filled = withProperties(nameFaces(fill(parts.value, data), fontOf), properties);
  return ok(await packParts(filled, properties.madeOn));
}
