import {
  IMPORT_FIELDS,
  type ImportChoices,
  type ImportColumn,
  type ImportField,
  REQUIRED_IMPORT_FIELDS,
} from '../importTypes.ts';
import { type Problem, problem, warning } from '../problems.ts';
import { masked } from './fields.ts';
import { cellText, columnLetter, type RawRow } from './grid.ts';
import type { Header } from './header.ts';
import { isImportField } from './headings.ts';
import { columnName } from './said.ts';
import { quote } from './text.ts';

interface MatchedColumns {
  readonly columns: readonly ImportColumn[];
  readonly problems: readonly Problem[];
}

interface Draft {
  readonly column: ImportColumn;
  readonly by: 'clerk' | 'sure' | 'ending' | 'none';
}

const SAMPLES = 3;

function samplesOf(rows: readonly RawRow[], index: number, field: ImportField | null): readonly string[] {
  const samples: string[] = [];
  for (const row of rows) {
    if (samples.length === SAMPLES) break;
    const text = cellText(row.cells[index], false);
    if (text !== '') samples.push(quote(masked(field, text)));
  }
  return samples;
}

function draftOf(header: Header, index: number, rows: readonly RawRow[], choices: ImportChoices): Draft {
  const { text, match } = header.headings[index] ?? { text: '', match: null };
  const chosen = choices.columns?.[String(index)];
  const known = chosen !== undefined && chosen !== null && isImportField(chosen) ? chosen : null;
  const field = chosen === undefined ? (match?.field ?? null) : known;
  const column = { index, letter: columnLetter(index), header: text, field, unit: null };
  const by = chosen !== undefined ? 'clerk' : match === null ? 'none' : match.sure ? 'sure' : 'ending';
  return { column: { ...column, samples: samplesOf(rows, index, field) }, by };
}

const unmatched = (draft: Draft): Draft => ({ column: { ...draft.column, field: null }, by: 'none' });

const namesOf = (drafts: readonly Draft[]): string =>
  drafts.map(({ column }) => columnName(column)).join('和');

/** Lets the clerk's choice win over headings, and a known heading over a likely one; what is left is a conflict. */
function settle(drafts: readonly Draft[]): { drafts: readonly Draft[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const dropped = new Set<Draft>();
  for (const field of new Set(drafts.map(({ column }) => column.field))) {
    const rivals = drafts.filter(({ column }) => column.field === field);
    if (field === null || rivals.length < 2) continue;
    const strongest = (['clerk', 'sure', 'ending'] as const).find((by) =>
      rivals.some((one) => one.by === by),
    );
    const winners = rivals.filter((one) => one.by === strongest);
    for (const one of rivals) if (!winners.includes(one)) dropped.add(one);
    const [winner] = winners;
    if (winners.length > 1) {
      const message = `${namesOf(winners)}都像“${IMPORT_FIELDS[field]}”，请在“列的对应”中只保留一列`;
      problems.push(problem('import.columnTwice', message, { field, found: namesOf(winners) }));
    } else if (strongest !== 'clerk' && winner) {
      const others = rivals.filter((one) => one !== winner);
      const message = `“${IMPORT_FIELDS[field]}”取自${namesOf([winner])}，${namesOf(others)}没有导入，请核对`;
      problems.push(warning('import.columnLeftOut', message, { field }));
    }
  }
  return { drafts: drafts.map((one) => (dropped.has(one) ? unmatched(one) : one)), problems };
}

const missingProblem = (field: ImportField): Problem =>
  problem(
    'import.columnMissing',
    `找不到“${IMPORT_FIELDS[field]}”列，请在“列的对应”中指定，或在工作表中补上这一列`,
    {
      field,
      expected: IMPORT_FIELDS[field],
    },
  );

const unknownChoices = (choices: ImportChoices): readonly Problem[] =>
  Object.entries(choices.columns ?? {})
    .filter(([, field]) => field !== null && !isImportField(field))
    .map(([index, field]) =>
      problem('import.unknownField', `“列的对应”中的“${field}”不是可以导入的项目`, {
        column: columnLetter(Number(index)),
        found: field ?? '',
      }),
    );

/** Which column carries which field. Units are settled later, from the cells. */
export function matchColumns(
  header: Header,
  rows: readonly RawRow[],
  width: number,
  choices: ImportChoices,
): MatchedColumns {
  const all = Array.from({ length: width }, (_, index) => draftOf(header, index, rows, choices));
  const used = all.filter(
    ({ column, by }) => column.header !== '' || column.samples.length > 0 || by === 'clerk',
  );
  const settled = settle(used);
  const present = new Set(settled.drafts.map(({ column }) => column.field));
  const missing = REQUIRED_IMPORT_FIELDS.filter(
    (field) => !present.has(field) && choices.corrections?.[`*:${field}`] === undefined,
  );
  return {
    columns: settled.drafts.map(({ column }) => column),
    problems: [...unknownChoices(choices), ...missing.map(missingProblem), ...settled.problems],
  };
}
