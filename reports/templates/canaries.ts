import { type Problem, problem } from '../../db/model/problems.ts';
import { TEMPLATE_PAPERS, type TemplateFormat, type TemplatePaper } from '../../db/model/templates.ts';
import { storedNumbersIn } from '../privacy/storedPrivate.ts';
import type { TemplateData } from './data.ts';
import { fictionalData } from './fields.ts';
import { textsIn } from './texts.ts';

/** Fields that hold private values wherever they are offered. */
const PRIVATE_NAME = /身份证号|卡号|账号|手机|家庭住址|业主.*电话/;

export const isPrivateName = (name: string): boolean => PRIVATE_NAME.test(name);

/** A list is filled with the owners' phones; what stands around it has the office's own, which is public. */
const isPrivateColumn = (name: string): boolean => isPrivateName(name) || name === '联系电话';

interface Canaries {
  readonly data: TemplateData;
  /** Numbers like no real one, each in one private field. */
  readonly values: ReadonlySet<string>;
}

const canary = (index: number): string => `9990000${String(index).padStart(11, '0')}`;

/** A paper's fictional values with a number of its own in every private field. */
export function canariesOf(paper: TemplatePaper): Canaries {
  const { fields, rowFields, rows } = fictionalData(paper);
  const values = new Set<string>();
  const marked = (): string => {
    const value = canary(values.size);
    values.add(value);
    return value;
  };
  const data = {
    fields: fields.map((field) => (isPrivateName(field.name) ? { ...field, value: marked() } : field)),
    rowFields,
    rows: rows.map((row) =>
      row.map((value, index) => (isPrivateColumn(rowFields[index]?.name ?? '') ? marked() : value)),
    ),
  };
  return { data, values };
}

/**
 * Where a filled template says a private value it must not: anywhere, or for a paper that is meant to carry them
 * anywhere but on its pages.
 */
export function strayCanary(
  made: Uint8Array,
  { paper, format }: { readonly paper: TemplatePaper; readonly format: TemplateFormat },
  { values }: Canaries,
  mayCarry: boolean,
): Problem | undefined {
  const texts = textsIn(made, format).filter(({ kind }) => !(mayCarry && kind === 'body'));
  const stray = texts.find(({ text }) => storedNumbersIn([text], values) > 0);
  return stray && privatePlaceholder(stray.where, paper);
}

export const privatePlaceholder = (where: string, paper: TemplatePaper, typed = ''): Problem =>
  problem(
    'template.private',
    `${where}：${typed === '' ? '这里会印出个人信息' : `“${typed}”是个人信息`}，${TEMPLATE_PAPERS[paper]}的模板不能有，请删除后重新上传`,
    { field: where, ...(typed === '' ? {} : { found: typed }) },
  );
