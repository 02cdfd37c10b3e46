import { rm } from 'node:fs/promises';
import { inProject, packageScript } from '../paths.ts';
import { mustRun } from '../process.ts';

/** Bundles main process, data host, worker, preload script and window into `out/`. */
export async function bundle(): Promise<void> {
  await rm(inProject('out'), { recursive: true, force: true });
  await mustRun(
    process.execPath,
    [
      packageScript('electron-vite/bin/electron-vite.js'),
      'build',
      '--config',
      inProject('build/electron.vite.config.ts'),
      '--logLevel',
      'warn',
    ],
    { cwd: inProject() },
  );
}

if (import.meta.main) await bundle();
