import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { inProject } from '../paths.ts';

/** Everything a package is made of. */
const SOURCES = [
  'electron/**',
  'renderer/**',
  'reports/**',
  'db/**',
  'docs/用户手册/**',
  'build/electron.vite.config.ts',
  'build/fonts/**',
  'build/icons/**',
  'build/package/**',
  'electron-builder.yml',
  'package.json',
  'package-lock.json',
];

/** Changes when any source of a package does. */
export function fingerprint(electronVersion: string): string {
  const hash = createHash('sha256').update(electronVersion);
  for (const file of globSync(SOURCES, { cwd: inProject() }).sort()) {
    const path = inProject(file);
    if (statSync(path).isFile()) hash.update(`\n${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}
