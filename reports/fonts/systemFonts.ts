import { type Dirent, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { extname, join } from 'node:path';
import { LIKELY_FILE } from './faceNames.ts';

/** Where fonts are installed on Windows and on the Linux desktops of offices (UOS, Kylin). */
export function systemFontDirs(): readonly string[] {
  if (platform() === 'win32') {
    const local = process.env.LOCALAPPDATA;
    return [
      join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      ...(local ? [join(local, 'Microsoft', 'Windows', 'Fonts')] : []),
    ];
  }
  const home = homedir();
  return [
    join(home, '.fonts'),
    join(home, '.local', 'share', 'fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/opt/kingsoft/wps-office/office6/fonts',
  ];
}

/** Paths of fonts under the directories that may be one of the faces looked for, in a steady order. */
export function likelyFontFiles(dirs: readonly string[]): readonly string[] {
  return dirs.flatMap((dir) =>
    filesBelow(dir, 4).filter(
      (path) => ['.ttf', '.ttc'].includes(extname(path).toLowerCase()) && LIKELY_FILE.test(baseName(path)),
    ),
  );
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

function filesBelow(dir: string, depth: number): readonly string[] {
  if (depth === 0) return [];
  return entriesOf(dir).flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesBelow(path, depth - 1) : [path];
  });
}

/** A folder that is missing or closed to us holds no fonts we could use. */
function entriesOf(dir: string): readonly Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
