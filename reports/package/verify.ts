import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import { exists, isTemporaryName } from '../../db/disk/files.ts';
import { checkCode } from '../../db/model/checkCode.ts';
import type { BagFault, SubmissionRecord } from '../../db/model/package.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import { inspectBag } from './inspect.ts';
import { BAGIT, MANIFEST } from './layout.ts';
import type { WorkOptions } from './work.ts';

export interface Verification {
  readonly folderName: string;
  /** No fault but harmless extras. */
  readonly valid: boolean;
  /** Null in a plain bag of another maker, or where submission.json cannot be read (then a fault says so). */
  readonly submission: SubmissionRecord | null;
  /** Made by this program, going by what the bag says; false for a plain BagIt bag of another maker. */
  readonly isOurs: boolean;
  readonly bureauName: string | null;
  readonly kindLabel: string | null;
  readonly year: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly manifestSha256: string | null;
  /** To be compared with the code printed on 报送清单; null where there is no SHA-256 manifest. */
  readonly manifestCode: string | null;
  readonly fileCount: number;
  readonly totalBytes: number;
  readonly faults: readonly BagFault[];
}

/** Checks a submission package, or any other BagIt bag, against its manifests; names every fault. Writes nothing. */
export async function verifyPackage(dir: string, options: WorkOptions = {}): Promise<Result<Verification>> {
  const folder = resolve(dir);
  const bag = await requireBag(folder);
  if (!bag.ok) return bag;
  const inspected = await inspectBag(folder, options);
  if (!inspected.ok) return inspected;
  const { tags, payload, faults } = inspected.value;
  const { submission, manifestSha256, isOurs } = tags;
  return ok({
    folderName: basename(folder),
    valid: faults.every((fault) => fault.kind === 'harmlessExtra'),
    submission,
    isOurs,
    bureauName: submission?.bureau.name ?? null,
    kindLabel: submission?.kindLabel ?? null,
    year: submission?.campaign.year ?? null,
    counts: submission?.counts ?? {},
    manifestSha256,
    manifestCode: manifestSha256 === null ? null : checkCode(manifestSha256),
    fileCount: payload.files,
    totalBytes: payload.bytes,
    faults,
  });
}

/** Tells a damaged package (named fault by fault) from a folder that never was one. */
async function requireBag(folder: string): Promise<Result<void>> {
  const entries = await guardFiles(folder, async () =>
    (await stat(folder)).isDirectory() ? readdir(folder) : null,
  );
  if (!entries.ok) return entries;
  if (entries.value === null) {
    return refuse(
      problem('package.notFolder', `这是一个文件，请选择整个报送包文件夹。位置：${folder}`, {
        found: folder,
      }),
    );
  }
  if (isTemporaryName(basename(folder))) {
    return refuse(
      problem(
        'package.unfinished',
        `这个报送包没有写完（制作时断电或拔出了 U 盘），不能使用，请重新制作。位置：${folder}`,
        { found: folder },
      ),
    );
  }
  if (entries.value.some((name) => name === BAGIT || /^(tag)?manifest-[a-z0-9]+\.txt$/.test(name))) {
    return ok(undefined);
  }
  return refuse(await notABag(folder, entries.value));
}

async function notABag(folder: string, names: readonly string[]) {
  const inside: string[] = [];
  for (const name of names) {
    const isBag = await guardFiles(folder, () => exists(join(folder, name, MANIFEST)));
    if (isBag.ok && isBag.value && !isTemporaryName(name)) inside.push(name);
  }
  const hint =
    inside.length > 0
      ? `请选择其中的报送包文件夹：${inside.slice(0, 3).join('、')}。`
      : '请选择整个报送包文件夹。';
  return problem(
    'package.notABag',
    `所选文件夹不是报送包：没有找到 ${BAGIT} 和 ${MANIFEST}。${hint}位置：${folder}`,
    { found: folder, expected: BAGIT },
  );
}
