import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type Bureau, bureauAt, verifyPackage } from '../../../build/demo/bureau.ts';
import { FOLDERS, type Step } from '../../../build/demo/desk.ts';
import { type Path, pathOf } from '../../../build/demo/path.ts';

/** The demo's year in a folder of its own, with a second look into its database that owes the program nothing. */
export class PlayedYear {
  readonly folder = mkdtempSync(join(tmpdir(), 'demo-'));
  readonly bureau: Bureau = bureauAt(join(this.folder, '数据'), join(this.folder, '恢复码.txt'));
  readonly #path: Path = pathOf({ bureau: this.bureau, folder: this.folder });
  #database: Database.Database | undefined;

  play(part: keyof Path): Promise<void> {
    return this.run(this.#path[part]);
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const { run } of steps) await run();
  }

  get database(): Database.Database {
    this.#database ??= new Database(join(this.folder, '数据', 'office.sqlite'), { readonly: true });
    return this.#database;
  }

  /** The first column of every row. */
  all(sql: string, ...values: readonly unknown[]): readonly unknown[] {
    return this.database
      .prepare(sql)
      .pluck()
      .all(...values);
  }

  count(sql: string, ...values: readonly unknown[]): number {
    return z.number().parse(this.all(sql, ...values)[0]);
  }

  packageFolder(ending: string): string {
    const packages = join(this.folder, FOLDERS.packages);
    const found = readdirSync(packages).find((one) => one.endsWith(ending));
    if (!found) throw new Error(`No package ${ending}`);
    return join(packages, found);
  }

  inPackage(ending: string, ...path: readonly string[]): Uint8Array {
    return readFileSync(join(this.packageFolder(ending), 'data', ...path));
  }

  /** The file that an exported list of this name became, and its number of rows. */
  async exported(
    list: string,
    today: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
    const out = join(this.folder, FOLDERS.papers, '列表');
    const given = await this.bureau.run(today, ['export-list', '--list', list, '--out', out]);
    const { file, rows } = z.looseObject({ file: z.string(), rows: z.number() }).parse(given);
    return { bytes: readFileSync(file), rows };
  }

  end(): void {
    this.#database?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const Handed = z.object({
  id: z.string(),
  kind: z.string(),
  sequence: z.number(),
  folder: z.string(),
  record: z.string(),
  receivedOn: z.string().nullable(),
  replacesId: z.string().nullable(),
});
const Records = z.looseObject({ records: z.array(z.looseObject({ name: z.string() })) });

/** Names in what a package says of itself. */
const recordNames = (text: string): readonly string[] =>
  Records.parse(JSON.parse(text))
    .records.map((one) => one.name)
    .sort();

/** Every package on record, verified as its receiver does, and holding what stands in the database. */
export async function handedUp(year: PlayedYear) {
  const rows = z.array(Handed).parse(
    year.database
      .prepare(
        `SELECT id, kind, sequence, folder_name AS folder, record, received_on AS receivedOn,
          replaces_id AS replacesId FROM submission ORDER BY made_on, id`,
      )
      .all(),
  );
  const checked = [];
  for (const row of rows) {
    const path = year.packageFolder(row.folder);
    const { valid, faults } = await verifyPackage(path);
    const said = recordNames(readFileSync(join(path, 'submission.json'), 'utf8'));
    checked.push({ ...row, names: recordNames(row.record), said, valid, faults });
  }
  return checked;
}

/** Applications that neither withdrew nor were taken off a notice. */
export const STAYING = `application a WHERE a.withdrawn_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM publicity_entry e WHERE e.workshop_id = a.workshop_id AND e.removed_on IS NOT NULL)`;
/** Workshops on the 创建名单. */
export const LISTED = `SELECT a.workshop_id FROM ${STAYING} AND a.workshop_id IN (SELECT workshop_id FROM roster_entry)`;
export const DECIDED = `(SELECT selected FROM selection_decision d WHERE d.application_id = a.id ORDER BY d.id DESC LIMIT 1)`;
/** The newest revision of every plan. */
export const NEWEST = `SELECT r.id FROM plan_revision r JOIN plan p ON p.id = r.plan_id WHERE p.workshop_id IN (${LISTED})
  AND r.number = (SELECT max(number) FROM plan_revision WHERE plan_id = r.plan_id)`;
/** Their tasks with the works. */
export const TASKS = `plan_task t JOIN plan_revision r ON r.id = t.revision_id
  LEFT JOIN task_work w ON w.plan_id = r.plan_id AND w.line = t.line WHERE t.revision_id IN (${NEWEST})`;
export const OPEN_TASKS = `SELECT t.revision_id FROM ${TASKS} AND w.closed_on IS NULL`;

const Figures = z.array(z.object({ figure: z.string(), count: z.number() }));
/** What `overview` says. */
export const Overview = z.looseObject({
  quota: z.number(),
  selected: z.number(),
  plannedOwn: z.number(),
  plannedOther: z.number(),
  spentOwn: z.number(),
  spentOther: z.number(),
  funnel: Figures,
  watches: Figures,
});
