import { randomBytes, scryptSync } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Instant } from '../model/dates.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { RECOVERY_CODE_RANDOM_BYTES, type RecoveryCode, recoveryCodeFrom } from '../model/recoveryCode.ts';
import { createVault, DATA_KEY_BYTES, decrypt, encrypt, newDataKey, type Vault } from './vault.ts';

/**
 * The data key lies inside the database, once for each way to open it: wrapped by the recovery code (scrypt) and,
 * where there is one, by the system's keychain. So a single file and a sheet of paper suffice on any PC.
 */
export interface Keychain {
  wrap(key: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** Rejects, or resolves to something else, when the keychain is another user's or another PC's. */
  unwrap(wrapped: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

const ScryptParams = z.strictObject({
  N: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
});
type ScryptParams = z.infer<typeof ScryptParams>;

const SCRYPT: ScryptParams = { N: 2 ** 15, r: 8, p: 1 };

const SlotRow = z.object({
  id: z.string(),
  kind: z.enum(['keychain', 'recoveryCode']),
  salt: z.string(),
  params: z.string(),
  nonce: z.string(),
  wrapped: z.string(),
});
type SlotRow = z.infer<typeof SlotRow>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');

const slots = (sqlite: Database, kind: SlotRow['kind']): readonly SlotRow[] =>
  sqlite
    .prepare(
      'SELECT id, kind, salt, params, nonce, wrapped FROM key_slot WHERE kind = ? ORDER BY created_at DESC',
    )
    .all(kind)
    .map((row) => SlotRow.parse(row));

function insert(sqlite: Database, slot: SlotRow, at: Instant): void {
  sqlite
    .prepare(
      `INSERT INTO key_slot (id, kind, salt, params, nonce, wrapped, created_at)
       VALUES (@id, @kind, @salt, @params, @nonce, @wrapped, @at)`,
    )
    .run({ ...slot, at });
}

const codeKey = (code: RecoveryCode, salt: Uint8Array, { N, r, p }: ScryptParams): Buffer =>
  scryptSync(code, salt, 32, { N, r, p, maxmem: 256 * N * r });

const slotContext = (id: string): string => `key-slot:${id}`;

const NONCE_BYTES = 12;

function recoverySlot(dataKey: Uint8Array, code: RecoveryCode): SlotRow {
  const id = uuidv7();
  const salt = randomBytes(16);
  const sealed = encrypt(codeKey(code, salt, SCRYPT), dataKey, slotContext(id));
  return {
    id,
    kind: 'recoveryCode',
    salt: base64(salt),
    params: JSON.stringify(SCRYPT),
    nonce: base64(sealed.subarray(0, NONCE_BYTES)),
    wrapped: base64(sealed.subarray(NONCE_BYTES)),
  };
}

/** Proves that what a keychain hands out is the key of this database: it carries no check of its own. */
const keyCheck = (vault: Vault): string => vault.fingerprint('data key', 'key-slot');

const KeychainParams = z.strictObject({ check: z.string() });

/** What the keychain wrapped, or `undefined` where it cannot (no keyring, a locked one). */
async function wrapped(keychain: Keychain, vault: Vault): Promise<Uint8Array | undefined> {
  try {
    return await vault.lendKey((dataKey) => keychain.wrap(dataKey));
  } catch {
    // The keychain is the system's: every way it fails means the same, that the code has to be asked for.
    return undefined;
  }
}

/** Replaces the slots of one kind by one new slot, all or nothing. */
function replaceSlots(sqlite: Database, slot: SlotRow, at: Instant): void {
  sqlite
    .transaction(() => {
      sqlite.prepare('DELETE FROM key_slot WHERE kind = ?').run(slot.kind);
      insert(sqlite, slot, at);
    })
    .immediate();
}

const newCode = (): RecoveryCode => recoveryCodeFrom(randomBytes(RECOVERY_CODE_RANDOM_BYTES));

/** Gives a new database its data key and recovery code. The code is shown once and kept nowhere. */
export function createKeySlots(
  sqlite: Database,
  at: Instant,
): { readonly vault: Vault; readonly recoveryCode: RecoveryCode } {
  const dataKey = newDataKey();
  const recoveryCode = newCode();
  replaceSlots(sqlite, recoverySlot(dataKey, recoveryCode), at);
  return { vault: createVault(dataKey), recoveryCode };
}

function openRecoverySlot(slot: SlotRow, code: RecoveryCode): Buffer | undefined {
  const params = ScryptParams.parse(JSON.parse(slot.params));
  const sealed = Buffer.concat([fromBase64(slot.nonce), fromBase64(slot.wrapped)]);
  return decrypt(codeKey(code, fromBase64(slot.salt), params), sealed, slotContext(slot.id));
}

/** Opens the vault with the code on the recovery sheet. */
export function unlockWithCode(sqlite: Database, code: RecoveryCode): Result<Vault> {
  for (const slot of slots(sqlite, 'recoveryCode')) {
    const dataKey = openRecoverySlot(slot, code);
    if (dataKey) return ok(createVault(dataKey));
  }
  return refuse(
    problem(
      'key.wrong',
      '恢复码与这份数据不符。请核对是否拿错了恢复单：更换过恢复码的，旧备份仍用旧的恢复码打开。',
    ),
  );
}

async function opened(keychain: Keychain, slot: SlotRow): Promise<Vault | undefined> {
  const { check } = KeychainParams.parse(JSON.parse(slot.params));
  try {
    const key = await keychain.unwrap(fromBase64(slot.wrapped));
    if (key.length !== DATA_KEY_BYTES) return undefined;
    const vault = createVault(key);
    return keyCheck(vault) === check ? vault : undefined;
  } catch {
    // Another account's or another PC's keychain: the answer is to ask for the recovery code.
    return undefined;
  }
}

/** Opens the vault without asking anybody. Refused where the keychain is missing or not the one that wrapped it. */
export async function unlockWithKeychain(sqlite: Database, keychain: Keychain): Promise<Result<Vault>> {
  for (const slot of slots(sqlite, 'keychain')) {
    const vault = await opened(keychain, slot);
    if (vault) return ok(vault);
  }
  return refuse(
    problem('key.noKeychain', '本机的系统密钥环不能打开这份数据（例如换了电脑或系统账户），请录入恢复码。'),
  );
}

/** From now on this PC's keychain opens the database; the slot of an earlier PC goes. */
export async function addKeychainSlot(
  sqlite: Database,
  vault: Vault,
  keychain: Keychain,
  at: Instant,
): Promise<Result<void>> {
  const bytes = await wrapped(keychain, vault);
  if (!bytes) {
    return refuse(problem('key.keychainFailed', '本机的系统密钥环不可用，以后每次启动都需要录入恢复码。'));
  }
  const params = JSON.stringify({ check: keyCheck(vault) });
  replaceSlots(
    sqlite,
    { id: uuidv7(), kind: 'keychain', salt: '', params, nonce: '', wrapped: base64(bytes) },
    at,
  );
  return ok(undefined);
}

/** A new code for the same data; the old one opens only backups made before. */
export function renewRecoveryCode(sqlite: Database, vault: Vault, at: Instant): RecoveryCode {
  const code = newCode();
  replaceSlots(
    sqlite,
    vault.lendKey((dataKey) => recoverySlot(dataKey, code)),
    at,
  );
  return code;
}
