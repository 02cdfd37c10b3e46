import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import type { BagFault } from '../../db/model/package.ts';
import { collisionKey } from './bagPaths.ts';

interface TreeFile {
  /** As the disk spells it, relative to the bag, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** The files really lying in a bag, by their path in NFC: some file systems spell names in another form. */
export interface BagTree {
  readonly files: ReadonlyMap<string, TreeFile>;
  readonly faults: readonly BagFault[];
}

/**
 * Lists a bag without following any link. Only what is found here is ever opened, so no path written in a manifest
 * can lead out of the bag.
 */
export async function readTree(folder: string): Promise<BagTree> {
  const files = new Map<string, TreeFile>();
  const faults: BagFault[] = [];
  await walk(folder, '', files, faults);
  return { files, faults: [...faults, ...collisions([...files.values()])] };
}

async function walk(
  folder: string,
  inside: string,
  files: Map<string, TreeFile>,
  faults: BagFault[],
): Promise<void> {
  const entries = await guardFiles(inside, () => readdir(join(folder, inside), { withFileTypes: true }));
  if (!entries.ok) {
    faults.push({ kind: 'malformed', path: inside || '.', detail: '文件夹无法读取' });
    return;
  }
  for (const entry of entries.value) {
    const path = `${inside}${entry.name}`;
    if (entry.isDirectory()) await walk(folder, `${path}/`, files, faults);
    else if (entry.isFile()) await addFile(folder, path, files, faults);
    else faults.push({ kind: 'malformed', path, detail: otherKind(entry.isSymbolicLink()) });
  }
}

const otherKind = (isLink: boolean): string =>
  isLink ? '是符号链接，指向别处，报送包内只应有普通文件' : '不是普通文件';

async function addFile(
  folder: string,
  path: string,
  files: Map<string, TreeFile>,
  faults: BagFault[],
): Promise<void> {
  const stat = await guardFiles(path, () => lstat(join(folder, path)));
  const key = path.normalize('NFC');
  if (!stat.ok) faults.push({ kind: 'malformed', path, detail: '文件无法读取' });
  else if (files.has(key)) faults.push({ kind: 'malformed', path, detail: '有两个文件的名称写法等同' });
  else files.set(key, { path, bytes: stat.value.size });
}

function collisions(files: readonly TreeFile[]): readonly BagFault[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ path }): readonly BagFault[] => {
    const other = seen.get(collisionKey(path));
    if (other !== undefined) {
      return [{ kind: 'malformed', path, detail: `与“${other}”仅大小写不同，在 Windows 上是同一个文件` }];
    }
    seen.set(collisionKey(path), path);
    return [];
  });
}
