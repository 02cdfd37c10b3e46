import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { BagFault } from '../../../db/model/package.ts';
import type { Result } from '../../../db/model/problems.ts';
import { type Verification, verifyPackage } from '../../../reports/package/verify.ts';
import { type WrittenPackage, writePackage } from '../../../reports/package/write.ts';
import { content } from './content.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A fresh folder standing for the stick; gone after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'package-test-'));
  made.push(folder);
  return folder;
}

export function accept<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((one) => `${one.code} ${one.message}`).join('\n'));
  return result.value;
}

export const codeOf = (result: Result<unknown>): string | undefined =>
  result.ok ? 'ok' : result.problems[0]?.code;

/** A finished package in a fresh folder. */
export const samplePackage = async (): Promise<WrittenPackage> =>
  accept(await writePackage({ dir: await freshFolder() }, content()));

export const verified = async (folder: string): Promise<Verification> => accept(await verifyPackage(folder));

export const faultsOf = async (folder: string): Promise<readonly BagFault[]> =>
  (await verified(folder)).faults;

/** Every file of a folder, relative, sorted. */
export const allFiles = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
