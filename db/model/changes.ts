import { z } from 'zod';
import { FIELD_LABELS } from './fieldLabels.ts';

/** One changed field as people read it: 从 → 到. Private values stand here masked. */
export const Change = z.object({ label: z.string(), from: z.string(), to: z.string() });
export type Change = z.infer<typeof Change>;

export const Changes = z.array(Change);

/** What stands where nothing was filled in. */
export const NOTHING = '—';

/** How one field is told: its words, and its value in words. */
export interface ChangeField<Values> {
  readonly label: string;
  readonly shown: (values: Values) => string;
}

/** The fields that differ, in the order given. */
export function changesBetween<Values>(
  before: Values,
  after: Values,
  fields: readonly ChangeField<Values>[],
): readonly Change[] {
  return fields
    .map(({ label, shown }) => ({ label, from: shown(before), to: shown(after) }))
    .filter(({ from, to }) => from !== to);
}

/** A private value given, changed or taken away: both sides masked, told even where the masks look alike. */
export function privateChange(
  label: string,
  before: string | null,
  after: string | null,
  mask: (value: string) => string,
): readonly Change[] {
  if (before === after) return [];
  const shown = (value: string | null): string => (value === null ? NOTHING : mask(value));
  return [{ label, from: shown(before), to: shown(after) }];
}

/** `修改了申请：小作坊名称、主要产品`: the names of the fields; the values lie sealed beside the sentence. */
export const changedLabels = (changes: readonly Change[]): string =>
  changes.map(({ label }) => label).join('、');

/**
 * The changes of addresses apart from the others: a workshop's address is public even where it is the owner's home, in
 * any other column of an export a home address is a leak.
 */
export const addressChanges = (changes: readonly Change[], of: 'address' | 'others'): readonly Change[] =>
  changes.filter(({ label }) => (label === FIELD_LABELS.address) === (of === 'address'));

/** `名称：甲→乙；面积：30㎡→35㎡` */
export const changesText = (changes: readonly Change[]): string =>
  changes.map(({ label, from, to }) => `${label}：${from}→${to}`).join('；');
