import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { attachmentsDir } from '../backup/paths.ts';
import { errnoOf, guardFiles } from '../disk/fileProblems.ts';
import { exists, writeFileAtomic } from '../disk/files.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Office } from '../office.ts';
import { SealBroken } from '../sealing/vault.ts';

/**
 * The name of an attachment's file: a keyed hash of its content. Equal contents share one file, and the name tells
 * nothing to whoever lacks the key.
 */
export const ContentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ContentHash'>();
export type ContentHash = z.infer<typeof ContentHash>;

type Shelf = Pick<Office, 'vault' | 'dataDir'>;

const hashOf = ({ vault }: Shelf, bytes: Uint8Array): ContentHash =>
  ContentHash.parse(vault.fingerprint(createHash('sha256').update(bytes).digest('hex'), 'attachment'));

const fileOf = ({ dataDir }: Shelf, hash: ContentHash): string =>
  join(attachmentsDir(dataDir), hash.slice(0, 2), hash);

const contextOf = (hash: ContentHash): string => `attachment:${hash}`;

const missing = (hash: ContentHash) =>
  refuse(
    problem('attachment.missing', '附件文件不在数据文件夹中，请从备份恢复。', { found: hash.slice(0, 8) }),
  );

const broken = (hash: ContentHash) =>
  refuse(
    problem('attachment.broken', '附件文件已损坏，不能打开。请从备份恢复。', { found: hash.slice(0, 8) }),
  );

/** Opens what was read from disk; `undefined` where it is not what was stored under this name. */
function unsealed(shelf: Shelf, sealed: Uint8Array, hash: ContentHash): Uint8Array | undefined {
  try {
    const bytes = shelf.vault.unsealBytes(sealed, contextOf(hash));
    return hashOf(shelf, bytes) === hash ? bytes : undefined;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Stores a file's content, sealed. To be called before the transaction that records the hash. */
export async function storeBytes(office: Shelf, bytes: Uint8Array): Promise<Result<ContentHash>> {
  const hash = hashOf(office, bytes);
  const file = fileOf(office, hash);
  // A sound copy is kept; a damaged one is mended by what is being stored.
  if ((await exists(file)) && (await readBytes(office, hash)).ok) return ok(hash);
  const made = await guardFiles(file, () => mkdir(dirname(file), { recursive: true, mode: 0o700 }));
  if (!made.ok) return made;
  const written = await writeFileAtomic(file, office.vault.sealBytes(bytes, contextOf(hash)));
  return written.ok ? ok(hash) : written;
}

/** The content of an attachment, checked against its name. */
export async function readBytes(office: Shelf, hash: ContentHash): Promise<Result<Uint8Array>> {
  const file = fileOf(office, hash);
  const read = await guardFiles(file, async () => {
    try {
      return await readFile(file);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
  if (!read.ok) return read;
  if (!read.value) return missing(hash);
  const bytes = unsealed(office, read.value, hash);
  return bytes ? ok(bytes) : broken(hash);
}
