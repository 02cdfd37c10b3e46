import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The algorithms a manifest may be named after, and the length of their digests in hexadecimal digits. */
export const DIGEST_LENGTHS = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
} as const;
export type Algorithm = keyof typeof DIGEST_LENGTHS;

export const isAlgorithm = (name: string): name is Algorithm => Object.hasOwn(DIGEST_LENGTHS, name);

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

const CHUNK = 1 << 20;

/** Reads a file once, of whatever size, for all the digests wanted of it; null when stopped. */
export async function hashFile(
  path: string,
  algorithms: readonly Algorithm[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<Algorithm, string> | null> {
  const hashes = algorithms.map((name) => ({ name, hash: createHash(name) }));
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (signal?.aborted) return null;
    for (const { hash } of hashes) hash.update(chunk);
  }
  return new Map(hashes.map(({ name, hash }) => [name, hash.digest('hex')]));
}
