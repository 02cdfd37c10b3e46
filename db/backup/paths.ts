import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../disk/fileProblems.ts';
import { BackupReason, fromOfficeStamp, officeStamp } from '../model/backupRule.ts';
import type { Instant } from '../model/dates.ts';
import type { SourceFile } from './archive.ts';
import { ATTACHMENTS, DATABASE, FACES } from './manifest.ts';

export const databaseFile = (dataDir: string): string => join(dataDir, DATABASE);
export const attachmentsDir = (dataDir: string): string => join(dataDir, ATTACHMENTS);
/** Copies of the font files the office pointed to, named by their SHA-256. */
export const facesDir = (dataDir: string): string => join(dataDir, FACES);
export const backupsDir = (dataDir: string): string => join(dataDir, 'backups');

const EXTENSION = '.wdbak';

/** `备份_20260320-153012_手动.wdbak`; a second one of the same second gets `_2`. */
export const backupName = (at: Instant, reason: BackupReason, copy: number): string =>
  `备份_${officeStamp(at)}_${reason}${copy === 1 ? '' : `_${copy}`}${EXTENSION}`;

const NAME = /^备份_(\d{8}-\d{6})_([^_]+)(?:_\d+)?\.wdbak$/;

/** What a backup's name says; `undefined` for any other file. */
export function readBackupName(
  name: string,
): { readonly at: Instant; readonly reason: BackupReason } | undefined {
  const [, stamp = '', reason] = NAME.exec(name) ?? [];
  const at = fromOfficeStamp(stamp);
  const known = BackupReason.safeParse(reason);
  return at && known.success ? { at, reason: known.data } : undefined;
}

/** The names in a folder; none where it does not exist yet. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Everything beside the database that belongs to the data; leftovers and foreign files are not looked at. */
export const keptFiles = async (dataDir: string): Promise<readonly SourceFile[]> => [
  ...(await attachmentFiles(dataDir)),
  ...(await faceFiles(dataDir)),
];

async function faceFiles(dataDir: string): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const name of (await namesIn(facesDir(dataDir))).filter((one) => /^[0-9a-f]{64}$/.test(one))) {
    const file = join(facesDir(dataDir), name);
    files.push({ path: `${FACES}/${name}`, file, bytes: (await stat(file)).size });
  }
  return files;
}

/** Every sealed attachment as it lies on disk. */
async function attachmentFiles(dataDir: string): Promise<readonly SourceFile[]> {
  const root = attachmentsDir(dataDir);
  const files: SourceFile[] = [];
  for (const shelf of (await namesIn(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of (await namesIn(join(root, shelf))).filter((one) => /^[0-9a-f]{64}$/.test(one))) {
      const file = join(root, shelf, name);
      files.push({ path: `${ATTACHMENTS}/${shelf}/${name}`, file, bytes: (await stat(file)).size });
    }
  }
  return files;
}
