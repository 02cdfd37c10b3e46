import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Resources } from '../db/resources.ts';
import { inCache, inProject } from './paths.ts';

const FONTS = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/** The rare characters of GB 18030 level 3; build/fonts/README.md says where it is from. */
const RARE = {
  file: 'HanaMinB.ttf',
  sha256: '829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c',
};

/**
 * An installation has all faces in one folder; so that a working copy has too, they are linked into the cache, and the
 * one that is kept compressed is unpacked there.
 */
export function fontsDir(): string {
  const dir = inCache('fonts');
  mkdirSync(dir, { recursive: true });
  for (const font of FONTS) {
    const from = inProject('node_modules/@expo-google-fonts', font);
    const to = join(dir, basename(font));
    if (!existsSync(to)) linkOrCopy(from, to);
  }
  const rare = join(dir, RARE.file);
  if (!existsSync(rare)) unpack(inProject('build/fonts', `${RARE.file}.br`), rare);
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

/** Several test threads may do so at once: each writes a file of its own, the last name wins. */
function unpack(from: string, to: string): void {
  const bytes = brotliDecompressSync(readFileSync(from));
  if (createHash('sha256').update(bytes).digest('hex') !== RARE.sha256)
    throw new Error(`${from} is not the font it should be`);
  const half = `${to}.${randomUUID()}.part`;
  writeFileSync(half, bytes);
  renameSync(half, to);
}

/** The resources of a working copy, for the command line, the demo and the tests. */
export const repoResources = (): Resources => ({
  migrationsDir: inProject('db/migrations'),
  fontsDir: fontsDir(),
  workerFile: inProject('electron/worker/worker.ts'),
});
