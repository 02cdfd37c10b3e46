import { desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { audit } from '../audit.ts';
import type { RecycledRow } from '../model/contract/recycle.ts';
import type { WorkshopId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { RECYCLE_KINDS, type RecycleKind } from '../model/recycle.ts';
import { type Act, type Office, transact } from '../office.ts';
import { recycled, staff } from '../schema.ts';

/** Kinds whose rows are taken out whole and kept sealed; the others carry a mark of removal themselves. */
const TABLE_OF = {
  application: 'application',
  meeting: 'meeting',
  duty: 'duty',
  objection: 'objection',
  visit: 'assistance_visit',
  measure: 'standard_measure',
  rectification: 'rectification',
  passedObjection: 'passed_objection',
  payee: 'payee',
  writing: 'writing',
  officeTemplate: 'office_template',
} as const satisfies Partial<Record<RecycleKind, string>>;

export type RowKind = keyof typeof TABLE_OF;

/** Rows that mean nothing without theirs: they go and come back with it. */
const PARTS_OF: Readonly<
  Partial<Record<RowKind, readonly { readonly table: string; readonly by: string }[]>>
> = {
  application: [
    { table: 'review', by: 'application_id' },
    { table: 'selection_decision', by: 'application_id' },
  ],
};

const StoredRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type StoredRow = z.infer<typeof StoredRow>;
const Stored = z.object({ row: StoredRow, parts: z.record(z.string(), z.array(StoredRow)) });

const contextOf = (kind: string): string => `recycled.${kind}`;

/** The refusal where a row is not in the bin any more. */
export const gone = (kind: RecycleKind) =>
  refuse(problem('recycle.unknown', `没有找到要办理的${RECYCLE_KINDS[kind]}，可能已被处理，请刷新后再试`));

interface Removal {
  readonly kind: RowKind;
  readonly id: string;
  /** What the bin and the log call it; never a private number. */
  readonly name: string;
  readonly reason: string;
  readonly workshopId?: WorkshopId | null;
}

/** Takes out what hangs on a row, by table. */
function takeParts(
  office: Office,
  kind: RowKind,
  id: string,
): Readonly<Record<string, readonly StoredRow[]>> {
  const taken = (PARTS_OF[kind] ?? []).map(({ table, by }) => {
    const rows = z
      .array(StoredRow)
      .parse(office.sqlite.prepare(`SELECT * FROM ${table} WHERE ${by} = ?`).all(id));
    office.sqlite.prepare(`DELETE FROM ${table} WHERE ${by} = ?`).run(id);
    return [table, rows] as const;
  });
  return Object.fromEntries(taken);
}

/** Moves one row of a small record into 回收站; whether it may go is the caller's rule. Answers the bin's own id. */
export function removeRow(office: Office, removal: Removal, act: Act): Result<string> {
  const { kind, id, name, reason, workshopId = null } = removal;
  const table = TABLE_OF[kind];
  return transact(office, () => {
    const row = office.sqlite.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id);
    if (row === undefined) return gone(kind);
    const parts = takeParts(office, kind, id);
    const binId = uuidv7();
    office.db
      .insert(recycled)
      .values({
        id: binId,
        kind,
        name,
        workshopId,
        removedAt: act.at,
        removedBy: act.staffId,
        reason,
        sealed: office.vault.seal(JSON.stringify(Stored.parse({ row, parts })), contextOf(kind)),
      })
      .run();
    office.sqlite.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    const why = reason === '' ? '' : `，原因：${reason}`;
    audit(
      office,
      act,
      `${kind}.remove`,
      `将${RECYCLE_KINDS[kind]}“${name}”移入回收站${why}`,
      workshopId ?? undefined,
    );
    return ok(binId);
  });
}

function insertRow(office: Office, table: string, row: StoredRow): void {
  const columns = Object.keys(row);
  const names = columns.map((one) => `"${one}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  office.sqlite.prepare(`INSERT INTO ${table} (${names}) VALUES (${places})`).run(...Object.values(row));
}

/** The row as it was. What it hung on may be gone for good: a year that was started by mistake. */
function putBack(office: Office, kind: RowKind, { row, parts }: z.infer<typeof Stored>): Result<void> {
  try {
    insertRow(office, TABLE_OF[kind], row);
    for (const { table } of PARTS_OF[kind] ?? []) {
      for (const part of parts[table] ?? []) insertRow(office, table, part);
    }
    return ok(undefined);
  } catch (error) {
    if (!isConstraint(error)) throw error;
    const message = `该${RECYCLE_KINDS[kind]}所属的年度或小作坊已不存在，或已有相同的记录，不能恢复`;
    return refuse(problem('recycle.orphan', message));
  }
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

/** Brings a row back to where it was, unless `mayStand` speaks against it once it is there. */
export function restoreRow(
  office: Office,
  binId: string,
  mayStand: (kind: RowKind, id: string) => Result<void>,
  act: Act,
): Result<void> {
  return transact(office, () => {
    const kept = office.db.delete(recycled).where(eq(recycled.id, binId)).returning().get();
    const kind = rowKindOf(kept?.kind);
    if (!kept || !kind) return refuse(problem('recycle.unknown', '回收站中没有该记录，可能已恢复，请刷新'));
    const stored = Stored.parse(JSON.parse(office.vault.unseal(kept.sealed, contextOf(kind))));
    const put = putBack(office, kind, stored);
    if (!put.ok) return put;
    const allowed = mayStand(kind, String(stored.row.id));
    if (!allowed.ok) return allowed;
    const sentence = `从回收站恢复了${RECYCLE_KINDS[kind]}“${kept.name}”`;
    audit(office, act, `${kind}.restore`, sentence, kept.workshopId ?? undefined);
    return ok(undefined);
  });
}

const rowKindOf = (kind: string | undefined): RowKind | undefined =>
  kind !== undefined && isRowKind(kind) ? kind : undefined;

const isRowKind = (kind: string): kind is RowKind => Object.hasOwn(TABLE_OF, kind);

/** The rows in the bin. */
export const removedRecords = (office: Office): readonly RecycledRow[] =>
  office.db
    .select({ row: recycled, staffName: staff.name })
    .from(recycled)
    .leftJoin(staff, eq(staff.id, recycled.removedBy))
    .orderBy(desc(recycled.removedAt))
    .all()
    .flatMap(({ row, staffName }): readonly RecycledRow[] => {
      const kind = rowKindOf(row.kind);
      if (!kind) return [];
      const { id, name, removedAt, reason } = row;
      return [{ kind, id, name, removedAt, removedBy: staffName ?? '', reason }];
    });
