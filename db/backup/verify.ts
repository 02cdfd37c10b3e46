import { ok, type Result } from '../model/problems.ts';
import {
  type ArchivedFile,
  brokenArchive,
  digestEntry,
  guardArchive,
  type OpenArchive,
  type Work,
  withArchive,
} from './archive.ts';
import { DATABASE, type Manifest, readManifest } from './manifest.ts';

/** Where a piece of the archive goes while it is checked; nowhere when only checking. */
type Receive = (
  file: ArchivedFile,
  entry: Parameters<typeof digestEntry>[0],
) => ReturnType<typeof digestEntry>;

/** Reads every file the manifest names and compares length and SHA-256. */
export async function checkFiles(
  archive: OpenArchive,
  manifest: Manifest,
  path: string,
  { onProgress, signal }: Work,
  receive: Receive,
): Promise<Result<void>> {
  if (!manifest.files.some((file) => file.path === DATABASE)) return brokenArchive(path, `缺少 ${DATABASE}`);
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const file of manifest.files) {
    signal?.throwIfAborted();
    const entry = archive.entries.get(file.path);
    if (!entry) return brokenArchive(path, `缺少 ${file.path}`);
    const found = await receive(file, entry);
    if (found.bytes !== file.bytes || found.sha256 !== file.sha256)
      return brokenArchive(path, `${file.path} 校验不符`);
    done += file.bytes;
    onProgress?.({ done, total, name: file.path });
  }
  return ok(undefined);
}

/** Reads a whole backup and compares everything with its manifest. */
export function verifyBackup(path: string, work: Work = {}): Promise<Result<Manifest>> {
  return guardArchive(path, work, true, () =>
    withArchive(path, async (archive) => {
      const manifest = await readManifest(archive, path);
      if (!manifest.ok) return manifest;
      const checked = await checkFiles(archive, manifest.value, path, work, (_, entry) =>
        digestEntry(entry, work),
      );
      return checked.ok ? manifest : checked;
    }),
  );
}
