import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FaceOrigin } from '../../db/model/faces.ts';
import { invariant } from '../../db/model/problems.ts';
import type { FaceRole } from '../documents/layout.ts';
import {
  type Face,
  faceOf,
  faceOnDemand,
  fontsInFile,
  forgetFiles,
  namesOf,
  type ParsedFont,
} from './face.ts';
import { OFFICE_NAMES, RARE_NAMES } from './faceNames.ts';
import { likelyFontFiles, systemFontDirs } from './systemFonts.ts';

/** The faces of one PC: per role, the office's own first, then the ones the program carries. */
export interface Faces {
  /** The face that prints a character in a role; undefined when none does. */
  readonly faceFor: (role: FaceRole, codePoint: number) => Face | undefined;
  readonly chains: Readonly<Record<FaceRole, readonly Face[]>>;
  readonly all: readonly Face[];
  /** What each role was given, for the settings page. */
  readonly found: Readonly<Record<FaceRole, FoundFace>>;
  /** Families of the PC's own faces for rare characters, best first. */
  readonly rareOnPc: readonly Face[];
  /** The carried face for rare characters, which a document may carry on. */
  readonly rareCarried: Face;
}

interface FoundFace {
  readonly origin: FaceOrigin;
  /** As the clerk knows it: in Chinese where the font says so. */
  readonly family: string;
  readonly fileName: string;
  readonly font: ParsedFont;
}

/** A font file the office pointed to, as the settings keep it. */
interface ChosenFile {
  readonly path: string;
  /** PostScript name: a collection holds several. */
  readonly face: string;
  /** What the file was called where it came from. */
  readonly fileName: string;
}

export interface FontSources {
  /** Holds the faces the program carries. */
  readonly fontsDir: string;
  /** Where office faces are looked for; the system's font folders when left out. */
  readonly searchDirs?: readonly string[];
  /** What the office pointed to comes before what is installed. */
  readonly chosen?: Readonly<Partial<Record<FaceRole, ChosenFile>>>;
}

export const FACE_ROLES: readonly FaceRole[] = ['title', 'body', 'hei', 'kai', 'song'];

const SERIF = 'NotoSerifSC_400Regular.ttf';
const SERIF_BOLD = 'NotoSerifSC_700Bold.ttf';
const SANS_BOLD = 'NotoSansSC_700Bold.ttf';
/** CJK Extensions B to F in full; with Noto's that is GB 18030-2022 level 3. */
const RARE_FILE = 'HanaMinB.ttf';

const BUNDLED: Readonly<Record<FaceRole, string>> = {
  title: SERIF_BOLD,
  body: SERIF,
  hei: SANS_BOLD,
  kai: SERIF_BOLD,
  song: SERIF,
};

const loaded = new Map<string, Faces>();

/** Finds and opens the faces; the second call in a process for the same sources costs nothing. */
export function loadFaces(sources: FontSources): Faces {
  const dirs = sources.searchDirs ?? systemFontDirs();
  const key = JSON.stringify([sources.fontsDir, dirs, sources.chosen ?? {}]);
  const known = loaded.get(key);
  if (known) return known;
  const faces = findFaces(sources, dirs);
  loaded.set(key, faces);
  return faces;
}

function findFaces({ fontsDir, chosen = {} }: FontSources, dirs: readonly string[]): Faces {
  const installed = likelyFontFiles(dirs).flatMap(fontsOrNone);
  const named = (name: string): readonly ParsedFont[] =>
    installed.filter((font) => namesOf(font).includes(name));
  const find = (role: FaceRole): FoundFace =>
    chosenFace(chosen[role]) ??
    installedFace(OFFICE_NAMES[role].flatMap(named)[0]) ??
    carriedFace(carried(fontsDir, BUNDLED[role]));
  const found = byRole(find);
  const rare = unique(RARE_NAMES.flatMap(named));
  const rareOnPc = rare.map(sharedFace);
  const used = new Set([...FACE_ROLES.map((role) => found[role].font), ...rare].map((font) => font.path));
  forgetFiles(installed.map((font) => font.path).filter((path) => !used.has(path)));
  const usual = carried(fontsDir, SERIF);
  const last = rareFace(join(fontsDir, RARE_FILE));
  // In the end all chains hold the same faces: what prints in one role prints in every other.
  const others = FACE_ROLES.flatMap((role) => [found[role].font, carried(fontsDir, BUNDLED[role])]);
  const chains = byRole((role) => {
    const fonts = unique([found[role].font, carried(fontsDir, BUNDLED[role]), usual, ...others]);
    return [...fonts.map(sharedFace), ...rareOnPc, last];
  });
  return {
    chains,
    found,
    rareOnPc,
    rareCarried: last,
    all: unique(FACE_ROLES.flatMap((role) => chains[role])),
    faceFor: (role, codePoint) => chains[role].find((face) => face.has(codePoint)),
  };
}

const byRole = <T>(make: (role: FaceRole) => T): Readonly<Record<FaceRole, T>> => ({
  title: make('title'),
  body: make('body'),
  hei: make('hei'),
  kai: make('kai'),
  song: make('song'),
});

function chosenFace(chosen: ChosenFile | undefined): FoundFace | undefined {
  const font = chosen && fontsOrNone(chosen.path).find((one) => one.font.postscriptName === chosen.face);
  return font && { origin: 'chosen', family: familyOf(font), fileName: chosen.fileName, font };
}

const installedFace = (font: ParsedFont | undefined): FoundFace | undefined =>
  font && { origin: 'pc', family: familyOf(font), fileName: basename(font.path), font };

const carriedFace = (font: ParsedFont): FoundFace => ({
  origin: 'carried',
  family: familyOf(font),
  fileName: basename(font.path),
  font,
});

const familyOf = (font: ParsedFont): string =>
  namesOf(font).find((name) => /\p{Script=Han}/u.test(name)) ?? font.font.familyName;

const sharedFaces = new Map<ParsedFont, Face>();

function sharedFace(font: ParsedFont): Face {
  const known = sharedFaces.get(font);
  if (known) return known;
  const face = faceOf(font);
  sharedFaces.set(font, face);
  return face;
}

const rareFaces = new Map<string, Face>();

/** Opened only for a character of the supplementary planes. */
function rareFace(path: string): Face {
  const known = rareFaces.get(path);
  if (known) return known;
  const face = faceOnDemand({
    postscriptName: 'HanaMinB',
    family: 'HanaMinB',
    covers: (codePoint) => codePoint >= 0x20000,
    open: () => onlyFont(path),
  });
  rareFaces.set(path, face);
  return face;
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** A damaged or missing font file of the PC is passed over: the faces the program carries step in. */
function fontsOrNone(path: string): readonly ParsedFont[] {
  try {
    return fontsInFile(path);
  } catch {
    return [];
  }
}

const carried = (fontsDir: string, file: string): ParsedFont => onlyFont(join(fontsDir, file));

function onlyFont(path: string): ParsedFont {
  invariant(existsSync(path), `The font ${basename(path)} is missing from the program`);
  const [font] = fontsInFile(path);
  invariant(font, `${basename(path)} is no TrueType font`);
  return font;
}
