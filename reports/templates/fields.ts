import { invariant } from '../../db/model/problems.ts';
import type { TemplatePaper } from '../../db/model/templates.ts';
import { BLANKS } from './blanks.ts';
import type { Field, FieldKind, FieldValue, TemplateData } from './data.ts';
import { sumName, templateData } from './papers.ts';
import { LIST } from './placeholders.ts';

/** What a template of a paper can ask for, without any record. */
export function templateFields(paper: TemplatePaper): Pick<TemplateData, 'fields' | 'rowFields'> {
  const data = templateData(BLANKS[paper]);
  invariant(data, 'every paper with templates offers data');
  return data;
}

export const placeholderOf = (name: string): string => `{{${name}}}`;
export const rowPlaceholderOf = (name: string): string => `{{${LIST}.${name}}}`;

const FICTIONAL_ROWS = 3;
const NUMBERS: Readonly<Record<Exclude<FieldKind, 'text'>, number>> = { count: 1, money: 12_000, area: 35.5 };

function fictional({ name, kind }: Field, row: number): FieldValue {
  if (name === '序号') return row;
  if (kind !== 'text') return NUMBERS[kind];
  if (/日期|时限/.test(name)) return '2021年9月30日';
  if (/编号|号码|卡号/.test(name)) return String(row).padStart(18, '0');
  return `示例${name}${row === 0 ? '' : row}`;
}

/** Every field with a fictional value and a list of a few lines: what a template is tried with. */
export function fictionalData(paper: TemplatePaper): TemplateData {
  const { fields, rowFields } = templateFields(paper);
  const rows = Array.from({ length: FICTIONAL_ROWS }, (_, index) =>
    rowFields.map((field) => fictional(field, index + 1)),
  );
  const sumOf = (name: string): number | undefined => {
    const index = rowFields.findIndex((field) => sumName(field.name) === name);
    return index < 0 ? undefined : rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
  };
  return {
    fields: fields.map((field) => ({
      ...field,
      value: field.name === '总数' ? rows.length : (sumOf(field.name) ?? fictional(field, 0)),
    })),
    rowFields,
    rows,
  };
}
