import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { audit } from './audit.ts';
import { facesDir } from './backup/paths.ts';
import { guardFiles } from './fileProblems.ts';
import { exists, writeFileAtomic } from './files.ts';
import { type ChosenFace, ChosenFaces, FACE_ROLES, type FaceRole } from './model/faces.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import { type Act, type Office, transact } from './office.ts';
import { readSetting, writeSetting } from './settings.ts';

const KEY = 'faces';

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
  const chosen = { sha256: createHash('sha256').update(bytes).digest('hex'), fileName, face };
  const path = chosenFacePath(office, chosen);
  const made = await guardFiles(path, () =>
    mkdir(facesDir(office.dataDir), { recursive: true, mode: 0o700 }),
  );
  if (!made.ok) return made;
  if (!(await exists(path))) {
    const written = await writeFileAtomic(path, bytes);
    if (!written.ok) return written;
  }
  const before = chosenFaces(office);
  const saved = transact(office, () => {
    writeSetting(office, KEY, JSON.stringify({ ...before, [role]: chosen }));
    audit(office, act, 'office.face', `${FACE_ROLES[role]}改用字体文件“${fileName}”（${face}）`);
    return ok(undefined);
  });
  return saved.ok ? sweep(office, before) : saved;
}

/** The role goes back to what the PC has, or the program carries. */
export async function clearFace(office: Office, role: FaceRole, act: Act): Promise<Result<void>> {
  const before = chosenFaces(office);
  const { [role]: chosen, ...others } = before;
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
  return saved.ok ? sweep(office, before) : saved;
}

/** Removes copies no role uses any more. */
async function sweep(office: Office, before: ChosenFaces): Promise<Result<void>> {
  const used = new Set(Object.values(chosenFaces(office)).map((one) => one.sha256));
  for (const former of Object.values(before)) {
    if (used.has(former.sha256)) continue;
    const path = chosenFacePath(office, former);
    const removed = await guardFiles(path, () => rm(path, { force: true, maxRetries: 3 }));
    if (!removed.ok) return removed;
  }
  return ok(undefined);
}
