import { dailyBackupDue, officeDay } from '../model/backupRule.ts';
import { ok, type Result } from '../model/problems.ts';
import type { Act, Office } from '../office.ts';
import { type BackupInfo, listBackups, makeBackup, pruneBackups } from './backup.ts';
import { backupsDir } from './paths.ts';

/** Makes today's daily backup unless there is a readable one, and lets old ones go. `undefined` when none was due. */
export async function backUpDaily(
  office: Pick<Office, 'sqlite' | 'dataDir'>,
  act: Pick<Act, 'at'>,
): Promise<Result<BackupInfo | undefined>> {
  const today = officeDay(act.at);
  const listed = await listBackups(backupsDir(office.dataDir));
  if (!listed.ok) return listed;
  const readable = listed.value.filter((one) => one.readable);
  if (!dailyBackupDue(readable, today)) return ok(undefined);
  const made = await makeBackup(office, '每日', act);
  if (!made.ok) return made;
  const pruned = await pruneBackups(office.dataDir, today);
  return pruned.ok ? made : pruned;
}
