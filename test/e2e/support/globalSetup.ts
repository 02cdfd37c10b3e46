import type { TestProject } from 'vitest/node';
import { packageApp } from '../../../build/package/package.ts';
import { ensureDisplay } from '../../../build/runtime/display.ts';
import { ensureSystemPackages } from '../../../build/runtime/systemPackages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packaged program. Packaged once a run, so that it cannot change under the tests. */
    readonly executable: string;
  }
}

/** Packages the program, and gives it a display where there is none. */
export default async function setup(project: TestProject): Promise<() => void> {
  const app = await packageApp('test');
  project.provide('executable', app.executable);
  await ensureSystemPackages({ executable: app.executable });
  return ensureDisplay();
}
