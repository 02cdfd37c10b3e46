import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3/package.json' with { type: 'json' };
import { inCache, inProject, packageScript } from '../paths.ts';
import { mustRun, say } from '../process.ts';
import { ensureSystemPackages } from './systemPackages.ts';

/** better-sqlite3 wants Node-API 10; Electron 33 has 9 and the one function it needs as an experimental one. */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * better-sqlite3 compiled for Electron 33, for window tests only. It is built from a copy in the cache folder: a
 * build inside node_modules would be preferred by the loader, and would end up in a release.
 */
export async function sqliteForOldElectron(): Promise<string> {
  const target = inCache('better-sqlite3', BetterSqlite3.version, 'better_sqlite3.node');
  if (existsSync(target)) return target;
  await ensureSystemPackages({ programs: ['g++', 'make', 'python3'] });
  say('正在为测试用的 Electron 33 编译 better-sqlite3（约一分钟，仅首次）…');
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(inCache('better-sqlite3-'));
  await cp(packageScript('better-sqlite3'), work, { recursive: true });
  await mustRun(
    process.execPath,
    [packageScript('node-gyp/bin/node-gyp.js'), 'rebuild', '--release', '--force_build=1'],
    { cwd: work, env: { CXXFLAGS, npm_config_nodedir: await headersDir() } },
  );
  await rename(join(work, 'build/Release/better_sqlite3.node'), target);
  await rm(work, { recursive: true });
  return target;
}

const hasHeaders = (dir: string): boolean => existsSync(join(dir, 'include/node/node_api.h'));

/** A folder with `include/node`: beside the running Node, in the package that carries it, or fetched. */
async function headersDir(): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const fetched = inCache('node-headers', 'package');
  const places = [
    dirname(dirname(process.execPath)),
    inProject('node_modules/node/node_modules', name),
    inProject('node_modules', name),
    fetched,
  ];
  const found = places.find(hasHeaders);
  if (found) return found;
  const dir = inCache('node-headers');
  await mkdir(dir, { recursive: true });
  const version = process.versions.node;
  await mustRun('npm', ['pack', `${name}@${version}`, '--pack-destination', dir, '--loglevel=error']);
  const tarball = (await readdir(dir)).find((file) => file.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack left no tarball of ${name}@${version}`);
  await mustRun('tar', ['-xzf', join(dir, tarball), '-C', dir]);
  return fetched;
}
