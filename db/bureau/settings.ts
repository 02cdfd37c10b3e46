import { eq } from 'drizzle-orm';
import type { Office } from '../office.ts';
import { setting } from '../schema.ts';

/** Single values by name, kept with the data, so that window and command line agree. */
export function readSetting(office: Office, key: string): string | null {
  return office.db.select().from(setting).where(eq(setting.key, key)).get()?.value ?? null;
}

/** Within the transaction of the caller, who logs it. */
export function writeSetting(office: Office, key: string, value: string): void {
  office.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
    .run();
}
