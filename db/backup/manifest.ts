import { z } from 'zod';
import { BackupReason } from '../model/backupRule.ts';
import { Instant } from '../model/dates.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { brokenArchive, type OpenArchive, readTextEntry } from './archive.ts';

/** The names inside a `.wdbak` archive. */
export const MANIFEST = 'manifest.json';
export const DATABASE = 'office.sqlite';
export const ATTACHMENTS = 'attachments';
export const FACES = 'faces';

/** 2 may hold the office's font files beside the rest; one without is written as 1, for programs that know no other. */
const FORMAT_VERSION = 2;
const MOST_MANIFEST_BYTES = 64e6;

/** Only these paths are ever written when restoring, so no archive can reach outside its folder. */
const SafePath = z
  .string()
  .regex(/^(office\.sqlite|attachments\/[0-9a-f]{2}\/[0-9a-f]{64}|faces\/[0-9a-f]{64})$/);

export const Manifest = z.object({
  format: z.literal('workshop-desk-backup'),
  version: z.union([z.literal(1), z.literal(FORMAT_VERSION)]),
  reason: BackupReason,
  at: Instant,
  dataVersion: z.int().min(0),
  files: z.array(
    z.object({ path: SafePath, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

const formatOf = ({ files }: Pick<Manifest, 'files'>): Manifest['version'] =>
  files.some(({ path }) => path.startsWith(`${FACES}/`)) ? FORMAT_VERSION : 1;

export const manifestText = (manifest: Omit<Manifest, 'format' | 'version'>): string =>
  JSON.stringify(
    { format: 'workshop-desk-backup', version: formatOf(manifest), ...manifest } satisfies Manifest,
    null,
    1,
  );

const Head = z.object({ format: z.literal('workshop-desk-backup'), version: z.int() });

function parse(text: string, path: string): Result<Manifest> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return brokenArchive(path, '清单无法读取');
  }
  const head = Head.safeParse(json);
  if (head.success && head.data.version > FORMAT_VERSION) {
    return refuse(
      problem('backup.newer', `这份备份由更新版本的程序制作，请安装新版本程序后再恢复。位置：${path}`, {
        found: `备份格式 ${head.data.version}`,
        expected: `不高于 ${FORMAT_VERSION}`,
      }),
    );
  }
  const manifest = Manifest.safeParse(json);
  return manifest.success ? ok(manifest.data) : brokenArchive(path, '清单内容不符');
}

/** The manifest of an open archive. */
export async function readManifest({ entries }: OpenArchive, path: string): Promise<Result<Manifest>> {
  const entry = entries.get(MANIFEST);
  if (!entry) return brokenArchive(path, '没有清单');
  const text = await readTextEntry(entry, MOST_MANIFEST_BYTES);
  return text.ok ? parse(text.value, path) : text;
}
