import { inProject, packageScript } from '../paths.ts';
import { run } from '../process.ts';

/** Format, lint rules and import directions (biome.json). */
export const lint = () =>
  run(process.execPath, [packageScript('@biomejs/biome/bin/biome'), 'check'], {
    cwd: inProject(),
    show: true,
  });

if (import.meta.main) process.exitCode = (await lint()).code;
