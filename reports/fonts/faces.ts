import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../../db/model/problems.ts';
import type { FaceRole } from '../documents/layout.ts';
import { type Face, faceOf, fontsInFile, type ParsedFont } from './face.ts';
import { likelyFontFiles, systemFontDirs } from './systemFonts.ts';

/** The faces of one PC: per role, the office's own first, then the ones the program carries. */
export interface Faces {
  /** The face that prints a character in a role; undefined when none does. */
  readonly faceFor: (role: FaceRole, codePoint: number) => Face | undefined;
  readonly chains: Readonly<Record<FaceRole, readonly Face[]>>;
  readonly all: readonly Face[];
}

export interface FontSources {
  /** Holds the faces the program carries. */
  readonly fontsDir: string;
  /** Where office faces are looked for; the system's font folders when left out. */
  readonly searchDirs?: readonly string[];
}

const ROLES: readonly FaceRole[] = ['title', 'body', 'hei', 'kai'];

/** Names of the faces GB/T 9704 asks for, in Chinese and Latin, best first (Windows, UOS, Kylin, WPS). */
const OFFICE_NAMES: Readonly<Record<FaceRole, readonly string[]>> = {
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    'FZXiaoBiaoSong-B05S-GBK',
    '文鼎小标宋简',
  ],
  body: [
    '仿宋',
    'FangSong',
    '仿宋_GB2312',
    'FangSong_GB2312',
    '华文仿宋',
    'STFangsong',
    '方正仿宋_GBK',
    'FZFangSong-Z02',
  ],
  hei: ['黑体', 'SimHei', '华文黑体', 'STHeiti', '方正黑体_GBK', 'FZHei-B01'],
  kai: ['楷体', 'KaiTi', '楷体_GB2312', 'KaiTi_GB2312', '华文楷体', 'STKaiti', '方正楷体_GBK', 'FZKai-Z03'],
};

/** For characters outside the usual sets (GB 18030 level 3), whatever the role. */
const RARE_NAMES: readonly string[] = [
  'SimSun-ExtB',
  'SimSun-ExtG',
  'Plangothic P1',
  'Plangothic P2',
  'MingLiU-ExtB',
];

const SERIF = 'NotoSerifSC_400Regular.ttf';
const SERIF_BOLD = 'NotoSerifSC_700Bold.ttf';
const SANS_BOLD = 'NotoSansSC_700Bold.ttf';

const BUNDLED: Readonly<Record<FaceRole, string>> = {
  title: SERIF_BOLD,
  body: SERIF,
  hei: SANS_BOLD,
  kai: SERIF_BOLD,
};

const loaded = new Map<string, Faces>();

/** Finds and opens the faces; the second call in a process for the same folders costs nothing. */
export function loadFaces(sources: FontSources): Faces {
  const dirs = sources.searchDirs ?? systemFontDirs();
  const key = [sources.fontsDir, ...dirs].join('\n');
  const known = loaded.get(key);
  if (known) return known;
  const faces = findFaces(sources.fontsDir, dirs);
  loaded.set(key, faces);
  return faces;
}

function findFaces(fontsDir: string, dirs: readonly string[]): Faces {
  const installed = likelyFontFiles(dirs).flatMap(fontsOrNone);
  const rare = RARE_NAMES.flatMap((name) => installed.filter((font) => namesOf(font).includes(name)));
  const chain = (role: FaceRole): readonly Face[] => {
    const office = OFFICE_NAMES[role]
      .map((name) => installed.find((font) => namesOf(font).includes(name)))
      .find((font) => font !== undefined);
    const bundled = fontsInFile(bundledPath(fontsDir, BUNDLED[role]));
    const usual = fontsInFile(bundledPath(fontsDir, SERIF));
    return unique([...(office ? [office] : []), ...bundled, ...usual, ...rare]).map(sharedFace);
  };
  const chains = { title: chain('title'), body: chain('body'), hei: chain('hei'), kai: chain('kai') };
  return {
    chains,
    all: unique(ROLES.flatMap((role) => chains[role])),
    faceFor: (role, codePoint) => chains[role].find((face) => face.has(codePoint)),
  };
}

const sharedFaces = new Map<ParsedFont, Face>();

function sharedFace(font: ParsedFont): Face {
  const known = sharedFaces.get(font);
  if (known) return known;
  const face = faceOf(font);
  sharedFaces.set(font, face);
  return face;
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** A damaged font file on the PC is passed over: the faces the program carries step in. */
function fontsOrNone(path: string): readonly ParsedFont[] {
  try {
    return fontsInFile(path);
  } catch {
    return [];
  }
}

const namesOf = ({ font }: ParsedFont): readonly string[] =>
  ['zh', 'zh-CN', 'en'].flatMap((language) =>
    ['fontFamily', 'fullName', 'postscriptName'].flatMap((key) => font.getName(key, language) ?? []),
  );

/** Flat in an installation; in a working copy the npm packages of the fonts have a folder for each weight. */
function bundledPath(fontsDir: string, file: string): string {
  const weight = file.slice(file.indexOf('_') + 1, file.indexOf('.'));
  const family = file.startsWith('NotoSerif') ? 'noto-serif-sc' : 'noto-sans-sc';
  const found = [join(fontsDir, file), join(fontsDir, family, weight, file)].find((path) => existsSync(path));
  invariant(found !== undefined, `The font ${file} is missing from ${fontsDir}`);
  return found;
}
