import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRecoveryCode, recoveryCodeFrom } from '../../../db/model/recoveryCode.ts';
import { migrateAndCheck } from '../../../db/open/migrations.ts';
import {
  addKeychainSlot,
  createKeySlots,
  type Keychain,
  renewRecoveryCode,
  unlockWithCode,
  unlockWithKeychain,
} from '../../../db/sealing/keySlots.ts';
import { AT, codesOf, must, RESOURCES } from '../open/fixtures.ts';

const keychain = (mask: number): Keychain => {
  const turn = (bytes: Uint8Array) => bytes.map((byte) => byte ^ mask);
  return { wrap: async (key) => turn(key), unwrap: async (bytes) => turn(bytes) };
};

const failing: Keychain = {
  wrap: () => Promise.reject(new Error('no keyring')),
  unwrap: () => Promise.reject(new Error('no keyring')),
};

let sqlite: Sqlite.Database;
beforeEach(() => {
  sqlite = new Sqlite(':memory:');
  must(migrateAndCheck(sqlite, RESOURCES.migrationsDir));
});
afterEach(() => void sqlite.close());

const rows = () => JSON.stringify(sqlite.prepare('SELECT * FROM key_slot').all());
const kinds = () => sqlite.prepare('SELECT kind FROM key_slot ORDER BY kind').pluck().all();

describe('the recovery code', () => {
  it('opens the same vault, and is nowhere in the file', () => {
    const { vault, recoveryCode } = createKeySlots(sqlite, AT);
    const again = must(unlockWithCode(sqlite, recoveryCode));
    expect(again.unseal(vault.seal('示例', 'a.b'), 'a.b')).toBe('示例');
    expect(again.fingerprint('x', 'k')).toBe(vault.fingerprint('x', 'k'));
    expect(rows()).not.toContain(recoveryCode);
    const key = vault.lendKey((dataKey) => Buffer.from(dataKey));
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(rows()).not.toContain(key.toString(form));
    expect(must(parseRecoveryCode(recoveryCode))).toBe(recoveryCode);
  });

  it('of another sheet is refused without repeating it', () => {
    createKeySlots(sqlite, AT);
    const other = recoveryCodeFrom(new Uint8Array(24).fill(3));
    const refused = unlockWithCode(sqlite, other);
    expect(codesOf(refused)).toEqual(['key.wrong']);
    expect(JSON.stringify(refused)).not.toContain(other);
  });

  it('can be renewed: the old one no longer opens, the data stay the same', () => {
    const { vault, recoveryCode } = createKeySlots(sqlite, AT);
    const renewed = renewRecoveryCode(sqlite, vault, AT);
    expect(renewed).not.toBe(recoveryCode);
    expect(codesOf(unlockWithCode(sqlite, recoveryCode))).toEqual(['key.wrong']);
    expect(must(unlockWithCode(sqlite, renewed)).unseal(vault.seal('示例', 'a'), 'a')).toBe('示例');
    expect(kinds()).toEqual(['recoveryCode']);
  });

  it('is bound to its slot: a slot changed on disk opens nothing', () => {
    const { recoveryCode } = createKeySlots(sqlite, AT);
    sqlite.prepare("UPDATE key_slot SET id = 'another'").run();
    expect(codesOf(unlockWithCode(sqlite, recoveryCode))).toEqual(['key.wrong']);
  });
});

describe('the keychain', () => {
  it('opens without a code; a second PC takes the slot of the first', async () => {
    const { vault, recoveryCode } = createKeySlots(sqlite, AT);
    expect(codesOf(await unlockWithKeychain(sqlite, keychain(1)))).toEqual(['key.noKeychain']);
    must(await addKeychainSlot(sqlite, vault, keychain(1), AT));
    expect(must(await unlockWithKeychain(sqlite, keychain(1))).unseal(vault.seal('示例', 'a'), 'a')).toBe(
      '示例',
    );
    must(await addKeychainSlot(sqlite, vault, keychain(2), AT));
    expect(kinds()).toEqual(['keychain', 'recoveryCode']);
    expect(codesOf(await unlockWithKeychain(sqlite, keychain(1)))).toEqual(['key.noKeychain']);
    must(await unlockWithKeychain(sqlite, keychain(2)));
    must(unlockWithCode(sqlite, recoveryCode));
  });

  it('that fails leaves the code as the way in', async () => {
    const { vault } = createKeySlots(sqlite, AT);
    expect(codesOf(await addKeychainSlot(sqlite, vault, failing, AT))).toEqual(['key.keychainFailed']);
    expect(kinds()).toEqual(['recoveryCode']);
    must(await addKeychainSlot(sqlite, vault, keychain(1), AT));
    expect(codesOf(await unlockWithKeychain(sqlite, failing))).toEqual(['key.noKeychain']);
  });
});
