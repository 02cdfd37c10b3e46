import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { chooseFace, chosenFacePath, chosenFaces } from '../../db/bureau/faces.ts';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import type { FaceRole } from '../../db/model/faces.ts';
import type { Result } from '../../db/model/problems.ts';
import type { Act, Office } from '../../db/office.ts';
import type { FontSources } from '../fonts/faces.ts';

/** Where the faces of an office's papers come from: what it chose, what the PC has, what the program carries. */
export function fontSources(office: Office, fontsDir: string): FontSources {
  const chosen = Object.entries(chosenFaces(office)).map(([role, face]) => {
    const path = chosenFacePath(office, face);
    return [role, { path, face: face.face, fileName: face.fileName }] as const;
  });
  return { fontsDir, chosen: Object.fromEntries(chosen) };
}

/** Answers the name of the font of a file that a role can be set in: in a worker from the window. */
export type FontFileCheck = (
  path: string,
  role: FaceRole,
  face?: string,
) => Promise<Result<{ readonly face: string }>> | Result<{ readonly face: string }>;

/** Checks a font file and has the role set in it. */
export async function chooseOfficeFace(
  office: Office,
  wanted: { readonly role: FaceRole; readonly path: string; readonly face?: string | undefined },
  check: FontFileCheck,
  act: Act,
): Promise<Result<void>> {
  const { role, path, face } = wanted;
  const checked = await check(path, role, face);
  if (!checked.ok) return checked;
  const bytes = await guardFiles(path, () => readFile(path));
  if (!bytes.ok) return bytes;
  return chooseFace(office, role, { fileName: basename(path), bytes: bytes.value, ...checked.value }, act);
}
