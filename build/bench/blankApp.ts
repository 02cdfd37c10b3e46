import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PackagedApp } from '../package/package.ts';
import { inProject, packageScript } from '../paths.ts';
import { mustRun } from '../process.ts';

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(from, to);
  }
}

function linkTree(from: string, to: string, leftOut: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === leftOut) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target, leftOut);
    else linkOrCopy(source, target);
  }
}

/** The same runtime with the same fuses as the packaged program, with an empty window in the program's place. */
export async function makeBlankApp(app: PackagedApp, dir: string): Promise<string> {
  linkTree(app.dir, dir, basename(app.resourcesDir));
  const asar = join(dir, basename(app.resourcesDir), 'app.asar');
  mkdirSync(dirname(asar), { recursive: true });
  // electron-builder's own packer: the fuses let nothing but an asar start.
  await mustRun(process.execPath, [
    packageScript('@electron/asar/bin/asar.js'),
    'pack',
    inProject('build/bench/blank'),
    asar,
  ]);
  return join(dir, basename(app.executable));
}
