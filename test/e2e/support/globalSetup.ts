import { type ChildProcess, spawn } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { packageApp } from '../../../build/package/package.ts';
import { ensureSystemPackages } from '../../../build/runtime/systemPackages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packaged program. Packaged once a run, so that it cannot change under the tests. */
    readonly executable: string;
  }
}

const DISPLAY_TIMEOUT = 10_000;

/** Xvfb chooses a free display itself and writes its number once it is ready. */
function startXvfb(): Promise<{ readonly display: string; readonly process: ChildProcess }> {
  return new Promise((resolve, reject) => {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const timer = setTimeout(() => reject(new Error('Xvfb did not become ready')), DISPLAY_TIMEOUT);
    child.on('error', reject);
    child.stdio[3]?.on('data', (chunk) => {
      clearTimeout(timer);
      resolve({ display: `:${String(chunk).trim()}`, process: child });
    });
  });
}

/** Packages the program, and gives it a display where there is none. */
export default async function setup(project: TestProject): Promise<() => void> {
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY;
  const app = await packageApp('test');
  project.provide('executable', app.executable);
  await ensureSystemPackages({
    programs: needsDisplay ? ['Xvfb'] : [],
    executable: app.executable,
  });
  if (!needsDisplay) return () => undefined;
  const xvfb = await startXvfb();
  process.env.DISPLAY = xvfb.display;
  return () => {
    xvfb.process.kill();
  };
}
