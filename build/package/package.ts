import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache, inProject, packageScript } from '../paths.ts';
import { mustRun, say } from '../process.ts';
import { fontsDir } from '../resources.ts';
import { type ElectronRuntime, electronRuntime } from '../runtime/electron.ts';
import { sqliteForOldElectron } from '../runtime/sqlite.ts';
import { bundle } from './bundle.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * `release`: the fuses of electron-builder.yml, for reading back what a release is. `test`: the same program, with the
 * inspector Playwright attaches to and, on Electron 33, a better-sqlite3 that runs there.
 */
type Variant = 'release' | 'test';

export interface PackagedApp {
  readonly dir: string;
  readonly executable: string;
  readonly resourcesDir: string;
  readonly electronVersion: string;
}

const UNPACKED: Readonly<Record<string, string>> = {
  linux: 'linux-unpacked',
  win32: 'win-unpacked',
};

function packagedApp(variant: Variant, electronVersion: string): PackagedApp {
  const folder = UNPACKED[process.platform];
  if (!folder) throw new Error(`本系统（${process.platform}）不能打包：请在 Windows 或 Linux 上进行。`);
  const dir = inCache('package', variant, folder);
  const executable = join(dir, process.platform === 'win32' ? 'workshop-desk.exe' : 'workshop-desk');
  return { dir, executable, resourcesDir: join(dir, 'resources'), electronVersion };
}

async function testDifferences(runtime: ElectronRuntime): Promise<object> {
  const binding = runtime.runsShippedSqlite ? undefined : await sqliteForOldElectron();
  return {
    electronFuses: { enableNodeCliInspectArguments: true },
    extraResources: binding ? [{ from: binding, to: 'test-only/better_sqlite3.node' }] : [],
  };
}

/** Packages the program into a folder with whatever Electron there is; what is up to date is left alone. */
export async function packageApp(variant: Variant): Promise<PackagedApp> {
  const runtime = await electronRuntime();
  const app = packagedApp(variant, runtime.version);
  const stampFile = inCache('package', `${variant}.stamp`);
  const stamp = fingerprint(runtime.version);
  if (existsSync(app.executable) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return app;

  say(`正在打包${variant === 'test' ? '测试版' : '发行版'}（Electron ${runtime.version}）…`);
  const differences = variant === 'test' ? await testDifferences(runtime) : {};
  await rm(stampFile, { force: true });
  await rm(inCache('package', variant), { recursive: true, force: true });
  await bundle();
  fontsDir();
  const configFile = inCache('package', `${variant}.json`);
  await mkdir(inCache('package'), { recursive: true });
  await writeFile(
    configFile,
    JSON.stringify({
      extends: inProject('electron-builder.yml'),
      electronDist: runtime.dir,
      electronVersion: runtime.version,
      directories: { output: inCache('package', variant) },
      ...differences,
    }),
  );
  await mustRun(
    process.execPath,
    [packageScript('electron-builder/cli.js'), '--dir', '--publish', 'never', '--config', configFile],
    { cwd: inProject() },
  );
  await writeFile(stampFile, stamp);
  return app;
}
