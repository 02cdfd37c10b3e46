import { formatYuan, fromYuan } from '../../db/model/money.ts';
import { type Placeholder, sameName } from './placeholders.ts';

export type FieldKind = 'text' | 'count' | 'money' | 'area';
export type FieldValue = string | number | null;

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
}

/** What a paper offers to a template: its named fields, and those of each line of its list. */
export interface TemplateData {
  readonly fields: readonly (Field & { readonly value: FieldValue })[];
  readonly rowFields: readonly Field[];
  readonly rows: readonly (readonly FieldValue[])[];
}

/** A field's value where a placeholder stands; `row` is the line of the list it is repeated for. */
export type Lookup = (placeholder: Placeholder) => (Field & { readonly value: FieldValue }) | undefined;

/** Values by name, for the whole file or for one line of the list; a list without lines gives blanks. */
export function lookupIn(data: TemplateData): (row?: readonly FieldValue[]) => Lookup {
  const fields = new Map(data.fields.map((field) => [sameName(field.name), field]));
  const columns = new Map(data.rowFields.map((field, index) => [sameName(field.name), { field, index }]));
  return (row) => (placeholder) => {
    if (!placeholder.repeats) return fields.get(placeholder.name);
    const column = columns.get(placeholder.name);
    return column && { ...column.field, value: row?.[column.index] ?? null };
  };
}

/** A value as text: money as every paper writes it. */
export function valueText({ kind, value }: { readonly kind: FieldKind; readonly value: FieldValue }): string {
  if (value === null) return '';
  if (typeof value !== 'number') return value;
  if (kind === 'money') return formatYuan(fromYuan(value));
  return kind === 'area' ? value.toLocaleString('en-US', { maximumFractionDigits: 2 }) : String(value);
}
