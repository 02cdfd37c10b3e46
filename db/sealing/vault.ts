import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { invariant } from '../model/problems.ts';

export const DATA_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TEXT_PREFIX = 'v1.';
const BYTES_MAGIC = Buffer.from('WDS1', 'latin1');

/** Seals and finds private numbers under the one data key of a database. */
export interface Vault {
  /** `context` names the place (`workshop.idNumber`); a sealed value opens only in the place it was sealed for. */
  seal(plain: string, context: string): string;
  /** Throws `SealBroken` when the value was damaged, moved, or sealed under another key. */
  unseal(sealed: string, context: string): string;
  sealBytes(plain: Uint8Array, context: string): Uint8Array;
  unsealBytes(sealed: Uint8Array, context: string): Uint8Array;
  /** A keyed hash (64 hex digits) for exact search and duplicates. Says nothing to whoever lacks the key. */
  fingerprint(plain: string, kind: string): string;
  /** Lends the data key to the key slots, and to nothing else. */
  lendKey<T>(use: (dataKey: Uint8Array) => T): T;
}

/** Carries no content: safe to log. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(context: string) {
    super(`A sealed value does not open (${context})`);
  }
}

/** A key object, not its bytes: Node makes one of bytes at every use, which takes several times as long as the use. */
const subkey = (dataKey: Uint8Array, purpose: string): KeyObject =>
  createSecretKey(
    Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(0), `workshop-desk/v1/${purpose}`, 32)),
  );

/** AES-256-GCM: nonce, cipher text and tag in one piece. */
export function encrypt(key: Uint8Array | KeyObject, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse of `encrypt`; `undefined` when the key, the context or the bytes are not the same. */
export function decrypt(
  key: Uint8Array | KeyObject,
  sealed: Uint8Array,
  context: string,
): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The one thing `final` reports is that the tag does not fit.
    return undefined;
  }
}

export const newDataKey = (): Uint8Array => randomBytes(DATA_KEY_BYTES);

/** Seals, opens and fingerprints with the subkeys of one data key. */
export function createVault(dataKey: Uint8Array): Vault {
  invariant(dataKey.length === DATA_KEY_BYTES, 'a data key has 32 bytes');
  const sealKey = subkey(dataKey, 'seal');
  const fingerprintKey = subkey(dataKey, 'fingerprint');
  const open = (sealed: Uint8Array, context: string): Buffer => {
    const plain = decrypt(sealKey, sealed, context);
    if (!plain) throw new SealBroken(context);
    return plain;
  };
  return {
    seal: (plain, context) =>
      TEXT_PREFIX + encrypt(sealKey, Buffer.from(plain, 'utf8'), `text:${context}`).toString('base64url'),
    unseal: (sealed, context) => {
      if (!sealed.startsWith(TEXT_PREFIX)) throw new SealBroken(context);
      return open(Buffer.from(sealed.slice(TEXT_PREFIX.length), 'base64url'), `text:${context}`).toString(
        'utf8',
      );
    },
    sealBytes: (plain, context) => Buffer.concat([BYTES_MAGIC, encrypt(sealKey, plain, `bytes:${context}`)]),
    unsealBytes: (sealed, context) => {
      if (!BYTES_MAGIC.equals(sealed.subarray(0, BYTES_MAGIC.length))) throw new SealBroken(context);
      return open(sealed.subarray(BYTES_MAGIC.length), `bytes:${context}`);
    },
    fingerprint: (plain, kind) =>
      createHmac('sha256', fingerprintKey).update(`${kind}\0${plain}`, 'utf8').digest('hex'),
    lendKey: (use) => use(dataKey),
  };
}
