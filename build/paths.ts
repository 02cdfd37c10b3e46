import { join } from 'node:path';

/** The folders the build knows. Everything that can be made again lies under `.cache/`, `out/` and `dist/`. */
export const projectDir = join(import.meta.dirname, '..');
export const inProject = (...parts: readonly string[]): string => join(projectDir, ...parts);
export const inCache = (...parts: readonly string[]): string => inProject('.cache', ...parts);

/** Executables of the installed packages, always run by the Node that runs the build. */
export const packageScript = (path: string): string => inProject('node_modules', path);
