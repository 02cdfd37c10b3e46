import { inProject, packageScript } from '../paths.ts';
import { run } from '../process.ts';
import { fontsDir } from '../resources.ts';
import { bundle } from './bundle.ts';

/**
 * `npm run dist`: the installers of electron-builder.yml, in `dist/`. Electron and the installer tools are downloaded,
 * so this needs the internet; `-- --win` or `-- --linux` chooses the system.
 */
await bundle();
fontsDir();
const { code } = await run(
  process.execPath,
  [packageScript('electron-builder/cli.js'), '--publish', 'never', ...process.argv.slice(2)],
  { cwd: inProject(), show: true },
);
process.exitCode = code;
