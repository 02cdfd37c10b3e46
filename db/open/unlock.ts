import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Problem, Result } from '../model/problems.ts';
import { ok } from '../model/problems.ts';
import type { RecoveryCode } from '../model/recoveryCode.ts';
import type { Office } from '../office.ts';
import * as schema from '../schema.ts';
import { type Keychain, unlockWithCode, unlockWithKeychain } from '../sealing/keySlots.ts';
import type { Vault } from '../sealing/vault.ts';
import type { OpenedDatabase } from './open.ts';

/** An office that holds the lock; `close` gives everything back. */
export interface OpenOffice extends Office {
  readonly warnings: readonly Problem[];
  readonly restored: boolean;
  close(): void;
}

/** An opened database together with what opens its private values. */
export const officeOf = (opened: OpenedDatabase, vault: Vault): OpenOffice => ({
  ...opened,
  db: drizzle({ client: opened.sqlite, schema }),
  vault,
});

/** Opens the office with the code of the recovery sheet. A wrong code leaves `opened` open for another try. */
export async function unlockOfficeWithCode(
  opened: OpenedDatabase,
  code: RecoveryCode,
): Promise<Result<OpenOffice>> {
  const vault = unlockWithCode(opened.sqlite, code);
  return vault.ok ? ok(officeOf(opened, vault.value)) : vault;
}

/** Opens the office by this PC's keychain; where that fails, the code is to be asked for. */
export async function unlockOfficeWithKeychain(
  opened: OpenedDatabase,
  keychain: Keychain,
): Promise<Result<OpenOffice>> {
  const vault = await unlockWithKeychain(opened.sqlite, keychain);
  return vault.ok ? ok(officeOf(opened, vault.value)) : vault;
}
