import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { audit } from '../audit.ts';
import { facesDir, namesIn } from '../backup/paths.ts';
import { guardFiles } from '../disk/fileProblems.ts';
import { exists, writeFileAtomic } from '../disk/files.ts';
import { type ChosenFace, ChosenFaces, FACE_ROLES, type FaceRole } from '../model/faces.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { readSetting, writeSetting } from './settings.ts';

const KEY = 'faces';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The font files the office pointed to, by role. */
export function chosenFaces(office: Office): ChosenFaces {
  const stored = readSetting(office, KEY);
  return stored === null ? {} : ChosenFaces.parse(JSON.parse(stored));
}

/** Where the office's copy of a chosen font lies. */
export const chosenFacePath = ({ dataDir }: Pick<Office, 'dataDir'>, { sha256 }: ChosenFace): string =>
  join(facesDir(dataDir), sha256);

/** Copies a checked font file into the data folder and has the role set in it from now on. */
export async function chooseFace(
  office: Office,
  role: FaceRole,
  file: { readonly fileName: string; readonly face: string; readonly bytes: Uint8Array },
  act: Act,
): Promise<Result<void>> {
  const { fileName, face, bytes } = file;
  const chosen = { sha256: sha256Of(bytes), fileName, face };
  const path = chosenFacePath(office, chosen);
  const made = await guardFiles(path, () =>
    mkdir(facesDir(office.dataDir), { recursive: true, mode: 0o700 }),
  );
  if (!made.ok) return made;
  if (!(await exists(path))) {
    const written = await writeFileAtomic(path, bytes);
    if (!written.ok) return written;
  }
  const saved = transact(office, () => {
    writeSetting(office, KEY, JSON.stringify({ ...chosenFaces(office), [role]: chosen }));
    audit(office, act, 'office.face', `${FACE_ROLES[role]}改用字体文件“${fileName}”（${face}）`);
    return ok(undefined);
  });
  return saved.ok ? sweep(office) : saved;
}

/** The role goes back to what the PC has, or the program carries. */
export async function clearFace(office: Office, role: FaceRole, act: Act): Promise<Result<void>> {
  const { [role]: chosen, ...others } = chosenFaces(office);
  if (!chosen) {
    return refuse(
      problem('face.notChosen', `${FACE_ROLES[role]}没有指定字体文件，用的是本机或程序自带的字体`, {
        field: role,
      }),
    );
  }
  const saved = transact(office, () => {
    writeSetting(office, KEY, JSON.stringify(others));
    audit(office, act, 'office.face', `${FACE_ROLES[role]}不再使用指定的字体文件“${chosen.fileName}”`);
    return ok(undefined);
  });
  return saved.ok ? sweep(office) : saved;
}

/** Removes copies no role uses any more, also those a restore left behind. */
async function sweep(office: Office): Promise<Result<void>> {
  const used = new Set(Object.values(chosenFaces(office)).map((one) => one.sha256));
  const dir = facesDir(office.dataDir);
  return guardFiles(dir, async () => {
    for (const name of await namesIn(dir)) {
      if (!used.has(name)) await rm(join(dir, name), { force: true, maxRetries: 3 });
    }
  });
}

/** Chosen files that are gone or were changed: other faces step in, and `check` says so. */
export async function damagedFaces(office: Office): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const chosen of Object.values(chosenFaces(office))) {
    const read = await guardFiles(chosen.fileName, () => readFile(chosenFacePath(office, chosen)));
    if (read.ok && sha256Of(read.value) === chosen.sha256) continue;
    problems.push(
      problem('face.damaged', `指定的字体文件“${chosen.fileName}”不见了或已损坏，请在“设置—字体”中重新选择`, {
        found: chosen.fileName,
      }),
    );
  }
  return problems;
}
