import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentHash, readBytes, storeBytes } from '../../../db/attachments/attachments.ts';
import { createVault, newDataKey } from '../../../db/sealing/vault.ts';
import { cleanUp, codesOf, must, tempDir } from '../open/fixtures.ts';

afterEach(cleanUp);

const bytes = new TextEncoder().encode('承诺书扫描件（示例）'.repeat(100));

describe('attachments', () => {
  let shelf: Parameters<typeof storeBytes>[0];
  beforeEach(() => {
    shelf = { vault: createVault(newDataKey()), dataDir: tempDir() };
  });

  const fileOf = (hash: string) => join(shelf.dataDir, 'attachments', hash.slice(0, 2), hash);

  it('come back as they went in, and lie sealed on disk', async () => {
    const hash = must(await storeBytes(shelf, bytes));
    expect(new Uint8Array(must(await readBytes(shelf, hash)))).toEqual(bytes);
    expect(readFileSync(fileOf(hash)).includes(Buffer.from('承诺书'))).toBe(false);
  });

  it('of equal content share one file; another key gives another name', async () => {
    const hash = must(await storeBytes(shelf, bytes));
    const before = readFileSync(fileOf(hash));
    expect(must(await storeBytes(shelf, bytes))).toBe(hash);
    expect(readFileSync(fileOf(hash))).toEqual(before);
    expect(must(await storeBytes({ ...shelf, vault: createVault(newDataKey()) }, bytes))).not.toBe(hash);
    expect(readdirSync(join(shelf.dataDir, 'attachments', hash.slice(0, 2)))).toContain(hash);
  });

  it('damaged on disk are named, and mended by storing them again', async () => {
    const hash = must(await storeBytes(shelf, bytes));
    const damaged = readFileSync(fileOf(hash));
    damaged[50] = (damaged[50] ?? 0) ^ 1;
    writeFileSync(fileOf(hash), damaged);
    expect(codesOf(await readBytes(shelf, hash))).toEqual(['attachment.broken']);
    must(await storeBytes(shelf, bytes));
    expect((await readBytes(shelf, hash)).ok).toBe(true);
  });

  it('exchanged with one another are noticed', async () => {
    const one = must(await storeBytes(shelf, bytes));
    const other = must(await storeBytes(shelf, new Uint8Array(10)));
    writeFileSync(fileOf(one), readFileSync(fileOf(other)));
    expect(codesOf(await readBytes(shelf, one))).toEqual(['attachment.broken']);
  });

  it('that are not there are named', async () => {
    expect(codesOf(await readBytes(shelf, ContentHash.parse('a'.repeat(64))))).toEqual([
      'attachment.missing',
    ]);
  });
});
