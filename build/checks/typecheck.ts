import { inProject, packageScript } from '../paths.ts';
import { run } from '../process.ts';

/** The strict type check over the whole tree. */
export const typecheck = () =>
  run(process.execPath, [packageScript('typescript/bin/tsc'), '-p', '.'], { cwd: inProject(), show: true });

if (import.meta.main) process.exitCode = (await typecheck()).code;
