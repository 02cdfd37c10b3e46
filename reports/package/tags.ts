import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import type { BagFault, SubmissionRecord } from '../../db/model/package.ts';
import { isAlgorithm, sha256Of } from './hash.ts';
import {
  BAG_INFO,
  BAGIT,
  MANIFEST,
  README,
  REQUIRED_TAGS,
  SOFTWARE,
  SUBMISSION,
  TAG_MANIFEST,
} from './layout.ts';
import { pinnedSubmissionSum } from './readme.ts';
import { pinFaults, readSubmission } from './submission.ts';
import {
  declarationFaults,
  decodeText,
  type Manifest,
  malformed,
  type Read,
  readBagInfo,
  readManifest,
} from './tagRead.ts';
import type { BagTree } from './tree.ts';

/** What a bag says of itself, before any of it is compared with the files. */
export interface Tags {
  readonly payloadManifests: readonly Manifest[];
  readonly tagManifests: readonly Manifest[];
  readonly info: ReadonlyMap<string, readonly string[]>;
  readonly submission: SubmissionRecord | null;
  /** Of manifest-sha256.txt; null where there is none. */
  readonly manifestSha256: string | null;
  /** Made by this program, and so held to its stricter rules. */
  readonly isOurs: boolean;
}

interface TagFile {
  readonly text: string;
  readonly sha256: string;
}

const manifestName = /^(tag)?manifest-([a-z0-9]+)\.txt$/;

/** No tag file of a real bag comes near this; a larger one would only fill the memory. */
const LARGEST_TAG = 64_000_000;

/** Reads all tag files of a bag; every one that is missing or cannot be understood is named. */
export async function readTags(folder: string, tree: BagTree): Promise<Read<Tags>> {
  const names = [...tree.files.keys()].filter((path) => isTag(path));
  const files = new Map<string, TagFile>();
  const faults: BagFault[] = [];
  for (const name of names) {
    const read = await readTag(folder, tree, name);
    if ('kind' in read) faults.push(read);
    else files.set(name, read);
  }
  const tags = interpret(folder, tree, files);
  return { value: tags.value, faults: [...faults, ...tags.faults] };
}

const isTag = (path: string): boolean =>
  [BAGIT, BAG_INFO, SUBMISSION, README].includes(path) || manifestName.test(path);

async function readTag(folder: string, tree: BagTree, name: string): Promise<TagFile | BagFault> {
  const file = tree.files.get(name);
  if (!file || file.bytes > LARGEST_TAG) return malformed(name, '文件过大，不是正常的校验文件');
  const bytes = await guardFiles(name, () => readFile(join(folder, file.path)));
  if (!bytes.ok) return malformed(name, '文件无法读取');
  const text = decodeText(bytes.value);
  return text === null ? malformed(name, '不是 UTF-8 文字') : { text, sha256: sha256Of(bytes.value) };
}

function interpret(folder: string, tree: BagTree, files: ReadonlyMap<string, TagFile>): Read<Tags> {
  const faults: BagFault[] = [];
  const keep = <T>(read: Read<T>): T => {
    faults.push(...read.faults);
    return read.value;
  };

  const declaration = files.get(BAGIT);
  if (declaration) faults.push(...declarationFaults(declaration.text));
  const info = keep(readBagInfo(BAG_INFO, files.get(BAG_INFO)?.text ?? ''));
  const payloadManifests = keep(readManifests(files, 'payload'));
  const tagManifests = keep(readManifests(files, 'tags'));

  const written = files.get(SUBMISSION);
  const submission = written ? keep(readSubmission(written.text)) : null;
  if (written) {
    faults.push(...pinFaults(pinnedSubmissionSum(files.get(README)?.text ?? ''), written.sha256));
  }

  const isOurs =
    basename(folder).startsWith('报送包_') ||
    tree.files.has(SUBMISSION) ||
    tagManifests.some((manifest) => manifest.entries.has(SUBMISSION)) ||
    (info.get('bag-software-agent') ?? []).some((agent) => agent.startsWith(SOFTWARE));
  faults.push(...missingTags(tree, isOurs, tagManifests));
  const manifestSha256 = files.get(MANIFEST)?.sha256 ?? null;
  return { value: { payloadManifests, tagManifests, info, submission, manifestSha256, isOurs }, faults };
}

function readManifests(
  files: ReadonlyMap<string, TagFile>,
  lists: 'payload' | 'tags',
): Read<readonly Manifest[]> {
  const wanted = [...files].flatMap(([path, { text }]) => {
    const [, tag, algorithm] = manifestName.exec(path) ?? [];
    return algorithm !== undefined && (tag === 'tag') === (lists === 'tags')
      ? [{ path, text, algorithm }]
      : [];
  });
  const known = wanted.flatMap(({ path, text, algorithm }) =>
    isAlgorithm(algorithm) ? [readManifest(path, text, algorithm, lists)] : [],
  );
  const unknown = wanted.filter((one) => !isAlgorithm(one.algorithm));
  return {
    value: known.map((read) => read.value),
    faults: [
      ...known.flatMap((read) => read.faults),
      ...unknown.map((one) => malformed(one.path, `不支持的校验算法 ${one.algorithm}`)),
    ],
  };
}

/** Those that a manifest lists are named when the listed files are compared. */
function missingTags(tree: BagTree, isOurs: boolean, tagManifests: readonly Manifest[]): readonly BagFault[] {
  const hasManifest = [...tree.files.keys()].some((path) => /^manifest-[a-z0-9]+\.txt$/.test(path));
  const required = isOurs ? [...REQUIRED_TAGS, TAG_MANIFEST] : [BAGIT, ...(hasManifest ? [] : [MANIFEST])];
  return required
    .filter((path) => !tree.files.has(path) && !tagManifests.some((manifest) => manifest.entries.has(path)))
    .map((path) => ({ kind: 'missing', path }));
}
