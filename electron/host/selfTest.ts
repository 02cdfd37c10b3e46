import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import type { SelfTest } from '../../db/model/desk.ts';
import type { HostContext } from './context.ts';

const Version = z.object({ version: z.string() });

function sqliteVersion(nativeBinding: string | undefined): string {
  const database = new BetterSqlite3(':memory:', nativeBinding === undefined ? {} : { nativeBinding });
  const { version } = Version.parse(database.prepare('SELECT sqlite_version() AS version').get());
  database.close();
  return version;
}

/** Opens a database in memory and has a worker thread answer, in the very process that does the real work. */
export async function selfTest({ resources, pool }: HostContext): Promise<SelfTest> {
  const start = performance.now();
  const sqlite = sqliteVersion(resources.nativeBinding);
  const answer = await pool.run({ kind: 'ping' });
  return { sqlite, workerAnswered: answer === 'pong', milliseconds: Math.round(performance.now() - start) };
}
