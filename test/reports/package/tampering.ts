import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeBagFault } from '../../../db/model/package.ts';
import { sha256Of } from '../../../reports/package/hash.ts';
import { faultsOf } from './sample.ts';

/** Changes a tag file and lists it anew, as somebody would who wants to hide it. */
export function retag(folder: string, path: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, path));
  const after = Buffer.from(change(before.toString()));
  writeFileSync(join(folder, path), after);
  const tags = join(folder, 'tagmanifest-sha256.txt');
  writeFileSync(tags, readFileSync(tags, 'utf8').replace(sha256Of(before), sha256Of(after)));
}

/** What is wrong with a package, as the clerk reads it. */
export const sentences = async (folder: string) => (await faultsOf(folder)).map(describeBagFault);
