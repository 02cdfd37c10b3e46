import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Resources } from '../db/resources.ts';

/** Where an installed program keeps its files. The code and the migrations lie in the asar, the fonts beside it. */
export function installedResources(): Resources & {
  readonly rendererDir: string;
  readonly iconFile: string;
} {
  const inApp = (...parts: readonly string[]): string => join(app.getAppPath(), ...parts);
  const beside = (...parts: readonly string[]): string => join(process.resourcesPath, ...parts);
  // Only a package made for the window tests carries this file.
  const testBinding = beside('test-only', 'better_sqlite3.node');
  return {
    migrationsDir: inApp('db', 'migrations'),
    fontsDir: beside('fonts'),
    workerFile: inApp('out', 'main', 'worker.js'),
    rendererDir: inApp('out', 'renderer'),
    iconFile: beside('icon.png'),
    ...(existsSync(testBinding) ? { nativeBinding: testBinding } : {}),
  };
}
