import { describe, expect, it } from 'vitest';
import { createVault, newDataKey, SealBroken } from '../../../db/sealing/vault.ts';

const FICTIONAL = '110101190001010011';
const vault = createVault(newDataKey());

describe('a vault', () => {
  it('opens what it sealed, never twice the same', () => {
    const one = vault.seal(FICTIONAL, 'workshop.idNumber');
    const other = vault.seal(FICTIONAL, 'workshop.idNumber');
    expect(one).not.toBe(other);
    expect(one).not.toContain(FICTIONAL);
    expect([one, other].map((sealed) => vault.unseal(sealed, 'workshop.idNumber'))).toEqual([
      FICTIONAL,
      FICTIONAL,
    ]);
    expect(vault.unseal(vault.seal('', 'a'), 'a')).toBe('');
    expect(vault.unseal(vault.seal('㑇𠮷', 'a'), 'a')).toBe('㑇𠮷');
  });

  it('refuses a value moved to another place, damaged, or of another key', () => {
    const sealed = vault.seal(FICTIONAL, 'workshop.idNumber');
    // In the middle: the last character may carry bits that stand for nothing.
    const damaged = `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`;
    const attempts = [
      () => vault.unseal(sealed, 'workshop.bankCard'),
      () => vault.unseal(damaged, 'workshop.idNumber'),
      () => vault.unseal('', 'workshop.idNumber'),
      () => vault.unseal('v1.', 'workshop.idNumber'),
      () => vault.unseal(FICTIONAL, 'workshop.idNumber'),
      () => createVault(newDataKey()).unseal(sealed, 'workshop.idNumber'),
    ];
    for (const attempt of attempts) {
      expect(attempt).toThrow(SealBroken);
      expect(attempt).not.toThrow(FICTIONAL);
    }
  });

  it('seals bytes likewise, and never takes one form for the other', () => {
    const bytes = new Uint8Array([0, 1, 2, 255]);
    const sealed = vault.sealBytes(bytes, 'x');
    expect(new Uint8Array(vault.unsealBytes(sealed, 'x'))).toEqual(bytes);
    expect(() => vault.unsealBytes(sealed, 'y')).toThrow(SealBroken);
    expect(() => vault.unsealBytes(sealed.subarray(0, 20), 'x')).toThrow(SealBroken);
    expect(() => vault.unseal(`v1.${Buffer.from(sealed.subarray(4)).toString('base64url')}`, 'x')).toThrow(
      SealBroken,
    );
  });

  it('gives equal numbers equal fingerprints, within one kind and one key', () => {
    const print = vault.fingerprint(FICTIONAL, 'idNumber');
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    expect(vault.fingerprint(FICTIONAL, 'idNumber')).toBe(print);
    expect(vault.fingerprint(FICTIONAL, 'bankCard')).not.toBe(print);
    expect(vault.fingerprint(`${FICTIONAL} `, 'idNumber')).not.toBe(print);
    expect(createVault(newDataKey()).fingerprint(FICTIONAL, 'idNumber')).not.toBe(print);
  });

  it('keeps its format: what an earlier version sealed opens for ever', () => {
    const known = createVault(new Uint8Array(32).fill(7));
    expect(known.fingerprint('示例', 'idNumber')).toBe(
      '6c2dd83eb72f7fafc483ce3805acd2d385f48f1448ad0f3380286087eca845c4',
    );
    expect(known.unseal('v1.ehKLDQQtT9AIrmUjixhGtBZ9IG-FMuSikNhBie9kEdqU4g', 'workshop.idNumber')).toBe(
      '示例',
    );
  });
});
