import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { formatRecoveryCode, recoveryCodeFrom } from '../../../db/model/recoveryCode.ts';
import { readKeyFile } from '../../../db/sealing/keyFile.ts';
import { cleanUp, codesOf, must, tempDir } from '../open/fixtures.ts';

afterEach(cleanUp);

const CODE = recoveryCodeFrom(new Uint8Array(24).fill(5));

const keyFile = (text: string, mode: number): string => {
  const file = join(tempDir(), 'key');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};

it('reads the code from a file of its owner alone', () => {
  expect(must(readKeyFile(keyFile(`${formatRecoveryCode(CODE)}\n`, 0o600)))).toBe(CODE);
  expect(must(readKeyFile(keyFile(CODE, 0o400)))).toBe(CODE);
});

it.skipIf(process.platform === 'win32')('refuses a file others may read, and does not show the code', () => {
  for (const mode of [0o644, 0o640, 0o604, 0o660]) {
    const refused = readKeyFile(keyFile(CODE, mode));
    expect(codesOf(refused)).toEqual(['key.fileMode']);
    expect(JSON.stringify(refused)).not.toContain(CODE.slice(0, 8));
  }
});

it('says what else is wrong', () => {
  expect(codesOf(readKeyFile(join(tempDir(), 'none')))).toEqual(['disk.gone']);
  expect(codesOf(readKeyFile(keyFile('', 0o600)))).toEqual(['key.length']);
  expect(codesOf(readKeyFile(keyFile('x'.repeat(5000), 0o600)))).toEqual(['key.file']);
});
