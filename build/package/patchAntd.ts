import { QUICK } from './quickAntd.ts';
import { QUIET } from './quietAntd.ts';

/** A change of one of antd's own files, made while the window is bundled. */
export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const PATCHES: readonly Patch[] = [...QUIET, ...QUICK];

/** A module of antd put right; undefined for every other module. */
export function patchAntd(code: string, id: string): string | undefined {
  const patch = PATCHES.find(({ file }) => id.split('?')[0]?.endsWith(file));
  if (!patch) return undefined;
  if (!code.includes(patch.from)) throw new Error(`${patch.file} no longer has ${patch.from}`);
  return code.replace(patch.from, () => patch.to);
}
