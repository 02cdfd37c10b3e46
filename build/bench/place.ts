import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { PackagedApp } from '../package/package.ts';
import { inCache } from '../paths.ts';

/** What every measure gets: the packaged program and a folder that is removed at the end. */
export interface Bench {
  readonly app: PackagedApp;
  readonly dir: string;
}

/** On the disk of the working copy, as data folders are on a disk; `/tmp` is memory on many systems. */
export function newFolder(): { readonly dir: string; remove(): void } {
  mkdirSync(inCache(), { recursive: true });
  const dir = mkdtempSync(inCache('bench-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
