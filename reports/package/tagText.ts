import { encodePath } from './bagPaths.ts';
import { sha256Of } from './hash.ts';
import { BAGIT } from './layout.ts';

/** The text of the tag files of a BagIt 1.0 bag (RFC 8493): UTF-8 without a mark, lines ending in LF. */
export interface BagFile {
  /** Relative to the bag, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const lines = (texts: readonly string[]): Uint8Array =>
  Buffer.from(texts.map((text) => `${text}\n`).join(''));

export const bagitFile = (): BagFile => ({
  path: BAGIT,
  bytes: lines(['BagIt-Version: 1.0', 'Tag-File-Character-Encoding: UTF-8']),
});

/** One `Label: value` a line; what would break a line becomes a space. */
export const bagInfoText = (entries: readonly (readonly [label: string, value: string])[]): Uint8Array =>
  lines(entries.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}`));

/** As `sha256sum` writes it, sorted by code point, so that equal contents give equal bytes. */
export function manifestText(files: readonly BagFile[]): Uint8Array {
  const entries = files.map((file) => ({
    path: Buffer.from(encodePath(file.path)),
    sum: sha256Of(file.bytes),
  }));
  const sorted = entries.toSorted((one, other) => Buffer.compare(one.path, other.path));
  return lines(sorted.map(({ path, sum }) => `${sum}  ${path.toString()}`));
}

/** `Payload-Oxum`: bytes and number of the payload's files. */
export const oxumOf = (sizes: readonly number[]): string =>
  `${sizes.reduce((sum, size) => sum + size, 0)}.${sizes.length}`;
