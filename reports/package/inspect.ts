import { join } from 'node:path';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import { exists } from '../../db/disk/files.ts';
import { type BagFault, isHarmlessExtra } from '../../db/model/package.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import { type Algorithm, hashFile } from './hash.ts';
import { BAG_INFO, DATA, REQUIRED_TAGS } from './layout.ts';
import { type Manifest, malformed } from './tagRead.ts';
import { readTags, type Tags } from './tags.ts';
import { oxumOf } from './tagText.ts';
import { type BagTree, readTree } from './tree.ts';
import { cancelledVerifying, type WorkOptions } from './work.ts';

interface Inspection {
  readonly tags: Tags;
  /** Of the files that count; harmless extras are left out. */
  readonly payload: { readonly files: number; readonly bytes: number };
  readonly faults: readonly BagFault[];
}

type Digests = ReadonlyMap<string, ReadonlyMap<Algorithm, string>>;

/** Compares a bag with what it says of itself. Refuses only when stopped or when the disk went away. */
export async function inspectBag(folder: string, options: WorkOptions = {}): Promise<Result<Inspection>> {
  const tree = await readTree(folder);
  const { value: tags, faults: tagFaults } = await readTags(folder, tree);
  const manifests = [...tags.payloadManifests, ...tags.tagManifests];
  const hashed = await hashListed(folder, tree, manifests, options);
  if (!hashed.ok) return hashed;
  const present = await guardFiles(folder, async () => ({
    folder: await exists(folder),
    data: await exists(join(folder, DATA)),
  }));
  if (!present.ok) return present;
  if (!present.value.folder) {
    return refuse(problem('disk.gone', `读取中断，U 盘可能已拔出。位置：${folder}`, { found: folder }));
  }
  const counted = payloadFiles(tree, tags);
  const faults: readonly BagFault[] = [
    ...tree.faults,
    ...tagFaults,
    ...(present.value.data ? [] : [{ kind: 'missing', path: DATA } as const]),
    ...manifests.flatMap((manifest) => compare(manifest, tree, hashed.value.digests)),
    ...hashed.value.faults,
    ...extras(tree, tags),
    ...unlistedTags(tree, tags),
    ...oxumFaults(tags, counted),
  ];
  const bytes = counted.reduce((sum, size) => sum + size, 0);
  return ok({ tags, payload: { files: counted.length, bytes }, faults: sorted(faults) });
}

/** Each file is read once, for the digests of all manifests that list it. */
async function hashListed(
  folder: string,
  tree: BagTree,
  manifests: readonly Manifest[],
  { signal, onProgress }: WorkOptions,
): Promise<Result<{ readonly digests: Digests; readonly faults: readonly BagFault[] }>> {
  const listed = [...tree.files].filter(([path]) => manifests.some((manifest) => manifest.entries.has(path)));
  const digests = new Map<string, ReadonlyMap<Algorithm, string>>();
  const faults: BagFault[] = [];
  for (const [index, [path, file]] of listed.entries()) {
    if (signal?.aborted) return cancelledVerifying();
    onProgress?.({ done: index, total: listed.length, current: path });
    const algorithms = manifests.filter((one) => one.entries.has(path)).map((one) => one.algorithm);
    const read = await guardFiles(path, () =>
      hashFile(join(folder, file.path), [...new Set(algorithms)], signal),
    );
    if (!read.ok) faults.push(malformed(path, '文件无法读取，可能已损坏或正被其他程序占用'));
    else if (read.value === null) return cancelledVerifying();
    else digests.set(path, read.value);
  }
  onProgress?.({ done: listed.length, total: listed.length, current: '' });
  return ok({ digests, faults });
}

function compare(manifest: Manifest, tree: BagTree, digests: Digests): readonly BagFault[] {
  return [...manifest.entries].flatMap(([path, digest]): readonly BagFault[] => {
    if (!tree.files.has(path)) return [{ kind: 'missing', path }];
    const found = digests.get(path)?.get(manifest.algorithm);
    return found === undefined || found === digest ? [] : [{ kind: 'altered', path }];
  });
}

const isListed = (manifests: readonly Manifest[], path: string): boolean =>
  manifests.some((manifest) => manifest.entries.has(path));

const isExcused = (path: string, tags: Tags): boolean =>
  isHarmlessExtra(path) && !isListed(tags.payloadManifests, path);

/** Sizes of the payload's files, listed or not, without what office programs left behind. */
const payloadFiles = (tree: BagTree, tags: Tags): readonly number[] =>
  [...tree.files]
    .filter(([path]) => path.startsWith(DATA) && !isExcused(path, tags))
    .map(([, file]) => file.bytes);

const TAG_MANIFEST_NAME = /^tagmanifest-[a-z0-9]+\.txt$/;

/** RFC 8493 lets a bag carry tag files that no tag manifest lists; ours carries none. */
function extras(tree: BagTree, tags: Tags): readonly BagFault[] {
  return [...tree.files.keys()].flatMap((path): readonly BagFault[] => {
    if (isListed([...tags.payloadManifests, ...tags.tagManifests], path)) return [];
    if (isHarmlessExtra(path)) return [{ kind: 'harmlessExtra', path }];
    if (path.startsWith(DATA)) return [{ kind: 'extra', path }];
    const isExpected = REQUIRED_TAGS.includes(path) || TAG_MANIFEST_NAME.test(path);
    return tags.isOurs && !isExpected ? [{ kind: 'extra', path }] : [];
  });
}

/** A tag manifest must list the payload manifests; ours lists every other tag file, too. */
function unlistedTags(tree: BagTree, tags: Tags): readonly BagFault[] {
  const required = tags.isOurs
    ? REQUIRED_TAGS.filter((path) => tree.files.has(path))
    : tags.payloadManifests.map((manifest) => manifest.path);
  return tags.tagManifests.flatMap((manifest) =>
    required
      .filter((path) => !manifest.entries.has(path))
      .map((path) => malformed(manifest.path, `没有登记 ${path}，该文件是否被改动无从查证`)),
  );
}

function oxumFaults(tags: Tags, sizes: readonly number[]): readonly BagFault[] {
  const stated = tags.info.get('payload-oxum') ?? [];
  if (stated.length > 1) return [malformed(BAG_INFO, 'Payload-Oxum 写了多次')];
  const [oxum] = stated;
  if (oxum === undefined || oxum === oxumOf(sizes)) return [];
  return [malformed(BAG_INFO, `Payload-Oxum（字节数.文件数）为 ${oxum}，实际为 ${oxumOf(sizes)}`)];
}

const textOf = (fault: BagFault): string =>
  `${fault.path}\n${fault.kind}\n${fault.kind === 'malformed' ? fault.detail : ''}`;

/** Each fault once, in the order of paths: two manifests may name the same file. */
const sorted = (faults: readonly BagFault[]): readonly BagFault[] => {
  const byText = new Map(faults.map((fault) => [textOf(fault), fault]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fault]) => fault);
};
