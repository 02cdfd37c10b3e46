import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Resources } from '../db/resources.ts';
import { inCache, inProject } from './paths.ts';

const FONTS = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/** An installation has all faces in one folder; so that a working copy has too, they are linked into the cache. */
function fontsDir(): string {
  const dir = inCache('fonts');
  mkdirSync(dir, { recursive: true });
  for (const font of FONTS) {
    const from = inProject('node_modules/@expo-google-fonts', font);
    const to = join(dir, basename(font));
    if (!existsSync(to)) linkOrCopy(from, to);
  }
  return dir;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Made by another process in the meantime, or a file system without hard links.
    if (!existsSync(to)) copyFileSync(from, to);
  }
}

/** The resources of a working copy, for the command line, the demo and the tests. */
export const repoResources = (): Resources => ({
  migrationsDir: inProject('db/migrations'),
  fontsDir: fontsDir(),
  workerFile: inProject('electron/worker/worker.ts'),
});
