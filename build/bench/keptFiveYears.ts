import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RecoveryCode } from '../../db/model/recoveryCode.ts';
import { inCache, inProject } from '../paths.ts';
import { seedFiveYears } from './fiveYears.ts';

const KEPT = inCache('bench-five-years');

/** What a seeded folder depends on: all that writes it. */
async function sourceDigest(): Promise<string> {
  const hash = createHash('sha256');
  const folders = ['db', 'build/bench', 'build/demo'];
  for (const folder of folders) {
    const files = await readdir(inProject(folder), { recursive: true, withFileTypes: true });
    const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    for (const path of paths.sort()) hash.update(path).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Seeds beside the place and moves there: a run that was broken off leaves nothing half done. */
async function seedInto(dir: string): Promise<void> {
  const making = `${dir}.making`;
  await rm(KEPT, { recursive: true, force: true });
  await mkdir(join(making, 'data'), { recursive: true });
  const { office, recoveryCode } = await seedFiveYears(join(making, 'data'));
  office.close();
  await writeFile(join(making, 'code.txt'), recoveryCode);
  await rename(making, dir);
}

/** The office of five years in `dataDir`; seeded once for as long as nothing changes that writes it. */
export async function copyFiveYears(dataDir: string): Promise<RecoveryCode> {
  const kept = join(KEPT, await sourceDigest());
  if (!existsSync(kept)) await seedInto(kept);
  await mkdir(dirname(dataDir), { recursive: true });
  await cp(join(kept, 'data'), dataDir, { recursive: true });
  return RecoveryCode.parse(await readFile(join(kept, 'code.txt'), 'utf8'));
}
