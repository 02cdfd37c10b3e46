import { randomInt } from 'node:crypto';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { IsoDate } from '../../db/model/dates.ts';

configure({ useWebWorkers: false });

/** Without 0, 1, I, L, O, U: it is copied by hand from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 5;
const GROUP = 4;

/** Some 98 bits, in groups of four. Told once, to travel separately; kept nowhere. */
export const newPassphrase = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-');

/** A zip with AES-256 (WinZip AE-2), as 7-Zip, WinRAR and Bandizip open it. */
export async function secretZip(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  passphrase: string,
  madeOn: IsoDate,
): Promise<Uint8Array> {
  const [year = 1980, month = 1, day = 1] = madeOn.split('-').map(Number);
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    password: passphrase,
    encryptionStrength: 3,
    // Zip keeps local time without a zone: local midnight is the same digits everywhere.
    lastModDate: new Date(year, month - 1, day),
    extendedTimestamp: false,
  });
  for (const { name, bytes } of files) await writer.add(name, new Uint8ArrayReader(bytes));
  return writer.close();
}
