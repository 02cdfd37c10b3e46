import { eq } from 'drizzle-orm';
import type { Instant } from './model/dates.ts';
import type { Office } from './office.ts';
import { draft } from './schema.ts';

const context = (key: string): string => `draft.${key}`;

/** The unsaved edit kept under `key`, as the form's own JSON; `null` when there is none. */
export function getDraft(office: Office, key: string): { value: string; savedAt: Instant } | null {
  const row = office.db.select().from(draft).where(eq(draft.key, key)).get();
  return row ? { value: office.vault.unseal(row.sealed, context(key)), savedAt: row.savedAt } : null;
}

/** Keeps an unsaved edit, sealed: a form may hold private numbers. */
export function putDraft(office: Office, key: string, value: string, savedAt: Instant): void {
  const sealed = office.vault.seal(value, context(key));
  office.db
    .insert(draft)
    .values({ key, sealed, savedAt })
    .onConflictDoUpdate({ target: draft.key, set: { sealed, savedAt } })
    .run();
}

/** Once it is saved, or not wanted. */
export function dropDraft(office: Office, key: string): void {
  office.db.delete(draft).where(eq(draft.key, key)).run();
}
