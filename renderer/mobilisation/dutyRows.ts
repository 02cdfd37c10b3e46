import type { DutyInput } from '../../db/model/mobilisation.ts';

/** A row of the table on the screen: `key` stays while it is edited, whether stored or new. */
export interface DutyRow extends DutyInput {
  readonly key: string;
}

export const NEW_DUTY: DutyInput = {
  id: null,
  task: '',
  unit: '',
  responsible: '',
  dueOn: null,
  doneOn: null,
  note: '',
};

let made = 0;
/** Keys live only on the screen. */
const nextKey = (): string => {
  made += 1;
  return `new-${made}`;
};

export const asRows = (duties: readonly DutyInput[]): readonly DutyRow[] =>
  duties.map((duty) => ({ ...duty, key: duty.id ?? nextKey() }));

export const asDuties = (rows: readonly DutyRow[]): DutyInput[] => rows.map(({ key: _, ...duty }) => duty);

/** The row one place up or down; the ends stay where they are. */
export function moved(rows: readonly DutyRow[], index: number, by: 1 | -1): readonly DutyRow[] {
  const [row, other] = [rows[index], rows[index + by]];
  if (!row || !other) return rows;
  return rows.map((one, at) => (at === index ? other : at === index + by ? row : one));
}

export const isSame = (rows: readonly DutyRow[], stored: readonly DutyInput[]): boolean =>
  JSON.stringify(asDuties(rows)) === JSON.stringify(stored);
