import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mustRun, run, say } from '../process.ts';

/** What a bare Debian lacks, and how it is noticed: a shared library Electron wants, or a program. */
const WINDOW_LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libxkbcommon0',
] as const;

/** Newer Debian and Ubuntu give the package another name, and the old one to several. */
const RENAMED: Readonly<Record<string, string>> = { libasound2: 'libasound2t64' };

const PROGRAMS = {
  Xvfb: 'xvfb',
  pdftotext: 'poppler-utils',
  'g++': 'g++',
  make: 'make',
  python3: 'python3',
} as const;

export type Program = keyof typeof PROGRAMS;

const isOnPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, program)));

const missingPrograms = (programs: readonly Program[]): readonly string[] =>
  programs.filter((one) => !isOnPath(one)).map((one) => PROGRAMS[one]);

async function missingLibraries(executable: string): Promise<boolean> {
  const { output } = await run('ldd', [executable]);
  return output.includes('not found');
}

interface Needs {
  readonly programs?: readonly Program[];
  /** An Electron executable whose shared libraries have to be there. */
  readonly executable?: string;
}

/** Installs what is missing as root on Debian and says so; elsewhere throws with the exact command. */
export async function ensureSystemPackages({ programs = [], executable }: Needs): Promise<void> {
  if (process.platform !== 'linux') return;
  const lacksLibraries = executable !== undefined && (await missingLibraries(executable));
  const missing = [...missingPrograms(programs), ...(lacksLibraries ? WINDOW_LIBRARIES : [])];
  if (missing.length === 0) return;
  const isDebian = isOnPath('apt-get');
  if (!isDebian || process.getuid?.() !== 0) {
    const command = isDebian ? 'sudo apt-get install -y' : '请用本系统的包管理器安装（Debian 包名）：';
    throw new Error(`缺少系统组件，请先执行：${command} ${missing.join(' ')}`);
  }
  say(`缺少系统组件，正在以 root 安装：${missing.join(' ')}`);
  await mustRun('apt-get', ['update', '-qq']);
  const names = await Promise.all(missing.map(installableName));
  await mustRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}

async function installableName(name: string): Promise<string> {
  const renamed = RENAMED[name];
  if (!renamed) return name;
  const { code } = await run('apt-cache', ['show', renamed]);
  return code === 0 ? renamed : name;
}
