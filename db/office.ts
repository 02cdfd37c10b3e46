import type { Database } from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Instant, IsoDate } from './model/dates.ts';
import type { StaffId } from './model/ids.ts';
import { ok, type Result, refuse } from './model/problems.ts';
import { sqliteProblem } from './open/sqliteProblems.ts';
import type * as schema from './schema.ts';
import type { Vault } from './sealing/vault.ts';

/** One bureau's open data: everything a query or a transaction needs. */
export interface Office {
  readonly sqlite: Database;
  readonly db: BetterSQLite3Database<typeof schema>;
  readonly vault: Vault;
  readonly dataDir: string;
}

/** Who does something, and when. Handed to every function that writes; rules never read the clock. */
export interface Act {
  readonly today: IsoDate;
  readonly at: Instant;
  /** `null` before the first 经办人 exists, and for what the program does by itself. */
  readonly staffId: StaffId | null;
}

/** Carries a refusal out of a transaction, so that everything done before it is undone. */
class Refused extends Error {
  readonly refusal: Result<never>;
  constructor(refusal: Result<never>) {
    super('Transaction refused');
    this.refusal = refusal;
  }
}

/**
 * Runs `work` in one IMMEDIATE transaction. A refusal rolls everything back and is returned; so is a full or
 * vanished disk. An exception rolls back and is thrown on. May be nested.
 */
export function transact<T>({ sqlite }: Pick<Office, 'sqlite'>, work: () => Result<T>): Result<T> {
  const run = sqlite.transaction(() => {
    const result = work();
    if (!result.ok) throw new Refused(result);
    return result;
  });
  try {
    return run.immediate();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    const known = sqliteProblem(error, sqlite.name);
    if (!known) throw error;
    return refuse(known);
  }
}

/** The same for each of them in one transaction, or for none: a refusal undoes all, and every refused one is named. */
export const transactEach = <Item>(
  office: Pick<Office, 'sqlite'>,
  items: readonly Item[],
  work: (item: Item) => Result<unknown>,
): Result<void> =>
  transact(office, () => {
    const problems = items.flatMap((item) => {
      const done = work(item);
      return done.ok ? [] : done.problems;
    });
    return problems.length > 0 ? refuse(...problems) : ok(undefined);
  });
