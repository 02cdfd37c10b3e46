import { readFile } from 'node:fs/promises';
import { bureauOf, saveBureau } from '../../db/bureau/bureau.ts';
import { chooseFace, chosenFacePath, chosenFaces, damagedFaces } from '../../db/bureau/faces.ts';
import { officeTemplates, templateBytes, templateFile } from '../../db/bureau/officeTemplates.ts';
import { allViews, saveViews } from '../../db/bureau/views.ts';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import { openZip, type Zip } from '../../db/import/zip.ts';
import type { MadePaper } from '../../db/model/contract/papers.ts';
import type { SettingsPreview } from '../../db/model/contract/settingsFile.ts';
import { FACE_ROLES } from '../../db/model/faces.ts';
import { safeFileName } from '../../db/model/package.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import {
  SETTINGS_FORMAT,
  SETTINGS_PARTS,
  type SettingsChange,
  SettingsFile,
  type SettingsPart,
} from '../../db/model/settingsFile.ts';
import { templateName } from '../../db/model/templates.ts';
import { keysOf } from '../../db/model/terms.ts';
import type { Act, Office } from '../../db/office.ts';
import { privateNumbers } from '../../db/papers/paperRecords.ts';
import { holdsPrivate } from '../privacy/storedPrivate.ts';
import { packParts } from '../steadyZip.ts';
import type { PaperTools } from './papers.ts';
import { adoptTemplate, previewTemplate, type Which } from './templates.ts';

const INDEX = 'settings.json';
const facePath = (sha256: string): string => `faces/${sha256}`;

/** A search a clerk saved may hold a phone number; such a view stays on this PC. */
function publicViews(office: Office): SettingsFile['views'] {
  const numbers = privateNumbers(office);
  const kept = Object.entries(allViews(office)).map(([listId, views]) => [
    listId,
    views.filter((view) => !holdsPrivate([JSON.stringify(view)], numbers)),
  ]);
  return Object.fromEntries(kept);
}

async function fontFiles(office: Office): Promise<Result<readonly (readonly [string, Uint8Array])[]>> {
  const files: (readonly [string, Uint8Array])[] = [];
  for (const chosen of Object.values(chosenFaces(office))) {
    const path = chosenFacePath(office, chosen);
    const bytes = await guardFiles(path, () => readFile(path));
    if (!bytes.ok) return bytes;
    files.push([facePath(chosen.sha256), bytes.value]);
  }
  return ok(files);
}

/** 导出设置: bureau, templates, saved views and chosen fonts as one file. */
export async function exportSettings(
  office: Office,
  { today }: Pick<Act, 'today'>,
): Promise<Result<MadePaper>> {
  // Their sentence says where to choose anew; the bare file's would name a place nobody knows.
  const damaged = await damagedFaces(office);
  if (damaged.length > 0) return refuse(...damaged);
  const fonts = await fontFiles(office);
  if (!fonts.ok) return fonts;
  const parts = new Map<string, Uint8Array>(fonts.value);
  const templates: SettingsFile['templates'] = [];
  for (const { paper, format } of officeTemplates(office)) {
    const file = await templateFile(office, { paper, format });
    if (!file.ok) return file;
    const path = `templates/${paper}.${format}`;
    parts.set(path, file.value.bytes);
    templates.push({ paper, format, fileName: file.value.fileName, path });
  }
  const bureau = bureauOf(office);
  const index: SettingsFile = {
    format: SETTINGS_FORMAT,
    formatVersion: 1,
    madeOn: today,
    bureau,
    views: publicViews(office),
    faces: chosenFaces(office),
    templates,
  };
  parts.set(INDEX, new TextEncoder().encode(`${JSON.stringify(index, null, 2)}\n`));
  const bytes = await packParts([...parts].reverse(), today);
  return ok({ bytes, fileName: `${safeFileName(`设置_${bureau.name}_${today}`)}.zip` });
}

interface Opened {
  readonly index: SettingsFile;
  readonly zip: Zip;
}

const foreign = () =>
  refuse(
    problem(
      'settings.file',
      '所选文件不是本程序导出的设置文件，或文件已损坏。请选择“导出设置”生成的 .zip 文件',
      {
        expected: '“导出设置”生成的 .zip 文件',
      },
    ),
  );

function openSettings(bytes: Uint8Array): Result<Opened> {
  const zip = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const index = zip.ok ? zip.value.read(INDEX) : undefined;
  if (!zip.ok || !index?.ok) return foreign();
  try {
    const parsed = SettingsFile.safeParse(JSON.parse(index.value.toString('utf8')));
    return parsed.success ? ok({ index: parsed.data, zip: zip.value }) : foreign();
  } catch {
    return foreign();
  }
}

function partOf({ zip }: Opened, path: string): Result<Uint8Array> {
  const bytes = zip.read(path);
  return bytes?.ok ? ok(bytes.value) : foreign();
}

type CarriedTemplate = SettingsFile['templates'][number];

/** The templates of the file that are not in use here, byte for byte. */
async function newTemplates(office: Office, opened: Opened): Promise<Result<readonly CarriedTemplate[]>> {
  const found: CarriedTemplate[] = [];
  for (const one of opened.index.templates) {
    const carried = partOf(opened, one.path);
    if (!carried.ok) return carried;
    const used = await templateBytes(office, one);
    if (!used.ok) return used;
    if (used.value === null || Buffer.compare(used.value, carried.value) !== 0) found.push(one);
  }
  return ok(found);
}

/** What each part would change here; parts that change nothing are left out. */
async function changesOf(office: Office, opened: Opened): Promise<Result<readonly SettingsChange[]>> {
  const { index } = opened;
  const templates = await newTemplates(office, opened);
  if (!templates.ok) return templates;
  const own = bureauOf(office);
  const inUse = officeTemplates(office);
  const views = allViews(office);
  const faces = chosenFaces(office);
  const lines: Readonly<Record<SettingsPart, readonly string[]>> = {
    bureau:
      JSON.stringify(own) === JSON.stringify(index.bureau)
        ? []
        : [`“${own.name}”的信息改为“${index.bureau.name}”的信息`],
    templates: templates.value.map(({ paper, format, fileName }) => {
      const before = inUse.find((one) => one.paper === paper && one.format === format);
      return `${templateName(paper, format)}改用“${fileName}”${before ? `，现用的“${before.title}”移入回收站` : ''}`;
    }),
    views: Object.entries(index.views)
      .filter(([listId, list]) => JSON.stringify(views[listId] ?? []) !== JSON.stringify(list))
      .flatMap(([, list]) => list.map(({ name }) => `筛选“${name}”`)),
    faces: keysOf(FACE_ROLES).flatMap((role) => {
      const chosen = index.faces[role];
      return chosen && chosen.sha256 !== faces[role]?.sha256
        ? [`${FACE_ROLES[role]}改用“${chosen.fileName}”`]
        : [];
    }),
  };
  return ok(
    keysOf(SETTINGS_PARTS)
      .map((part) => ({ part, lines: lines[part] }))
      .filter((one) => one.lines.length > 0),
  );
}

interface PickedSettings {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a settings file would change; changes nothing. */
export async function previewSettings(
  office: Office,
  { fileName, bytes }: PickedSettings,
): Promise<Result<SettingsPreview>> {
  const opened = openSettings(bytes);
  if (!opened.ok) return opened;
  const { bureau, madeOn } = opened.value.index;
  const changes = await changesOf(office, opened.value);
  return changes.ok ? ok({ fileName, office: bureau.name, madeOn, changes: changes.value }) : changes;
}

/** The file came from outside: each template passes the checks of an upload again, all of them before the first is used. */
async function takeTemplates(
  office: Office,
  opened: Opened,
  tools: PaperTools,
  act: Act,
): Promise<Result<void>> {
  const files: { readonly which: Which; readonly fileName: string; readonly bytes: Uint8Array }[] = [];
  const templates = await newTemplates(office, opened);
  if (!templates.ok) return templates;
  for (const { fileName, path, ...which } of templates.value) {
    const bytes = partOf(opened, path);
    if (!bytes.ok) return bytes;
    const sound = await previewTemplate(office, which, { fileName, bytes: bytes.value }, tools);
    if (!sound.ok) return sound;
    files.push({ which, fileName, bytes: bytes.value });
  }
  for (const { which, ...file } of files) {
    const used = await adoptTemplate(office, which, file, tools, act);
    if (!used.ok) return used;
  }
  return ok(undefined);
}

async function takeFaces(office: Office, opened: Opened, act: Act): Promise<Result<void>> {
  for (const role of keysOf(FACE_ROLES)) {
    const chosen = opened.index.faces[role];
    if (!chosen || chosen.sha256 === chosenFaces(office)[role]?.sha256) continue;
    const bytes = partOf(opened, facePath(chosen.sha256));
    if (!bytes.ok) return bytes;
    const taken = await chooseFace(office, role, { ...chosen, bytes: bytes.value }, act);
    if (!taken.ok) return taken;
  }
  return ok(undefined);
}

function takeViews(office: Office, { index }: Opened, act: Act): Result<void> {
  for (const [listId, views] of Object.entries(index.views)) {
    const saved = saveViews(office, listId, views, act);
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}

/** Takes the chosen parts over. Templates come first: they may be refused, and then nothing is changed. */
export async function applySettings(
  office: Office,
  { bytes }: PickedSettings,
  parts: readonly SettingsPart[],
  tools: PaperTools,
  act: Act,
): Promise<Result<readonly string[]>> {
  const opened = openSettings(bytes);
  if (!opened.ok) return opened;
  const changes = await changesOf(office, opened.value);
  if (!changes.ok) return changes;
  const changing = changes.value.filter(({ part }) => parts.includes(part));
  const take: Readonly<Record<SettingsPart, () => Result<void> | Promise<Result<void>>>> = {
    templates: () => takeTemplates(office, opened.value, tools, act),
    faces: () => takeFaces(office, opened.value, act),
    views: () => takeViews(office, opened.value, act),
    bureau: () => saveBureau(office, opened.value.index.bureau, act),
  };
  for (const part of ['templates', 'faces', 'views', 'bureau'] as const) {
    if (!changing.some((one) => one.part === part)) continue;
    const taken = await take[part]();
    if (!taken.ok) return taken;
  }
  return ok(changing.map(({ part }) => SETTINGS_PARTS[part]));
}
