// Installs the packages of package-lock.json when node_modules does not match it. It runs before anything is
// installed, so it is plain JavaScript for Node 20 with nothing but Node's own modules.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const thisFile = fileURLToPath(import.meta.url);
export const projectDir = dirname(dirname(thisFile));

/** Where the npm package `node` puts the Node 24 that runs everything else. */
export const node24 = join(
  projectDir,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

// Packages for other systems are in the lock file but not on the disk.
const mayBeAbsent = (entry) => entry.optional || entry.os || entry.cpu || entry.peer;

/** Whether npm's own record of what it installed agrees with the lock file. */
export function isInstalled(dir = projectDir) {
  const record = join(dir, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  const differs = ([path, wanted]) => {
    if (path === '' || (!installed[path] && mayBeAbsent(wanted))) return false;
    const { version, integrity } = installed[path] ?? {};
    return version !== wanted.version || integrity !== wanted.integrity;
  };
  return !Object.entries(packagesOf(join(dir, 'package-lock.json'))).some(differs);
}

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

function npm(args) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Standard output belongs to the command that follows; npm talks on standard error.
  return spawnSync(command, args, {
    cwd: projectDir,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}

/** Makes node_modules match the lock file. Says so only when there is something to do. */
export function setUp() {
  if (isInstalled() && existsSync(node24)) return;
  process.stderr.write('正在安装依赖（首次约需一两分钟）…\n');
  const install = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (install.status !== 0) fail('依赖安装失败：请检查 npm 源是否可用，然后重试。');
  // .npmrc keeps all install scripts from running; this one puts Node 24 where the package says.
  if (!existsSync(node24)) npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  if (!existsSync(node24))
    fail('npm 未能装上 Node 24（node_modules/node）：请确认没有禁用安装脚本，然后重试。');
}

if (process.argv[1] === thisFile) setUp();
