import { asc, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { readSetting, writeSetting } from '../bureau/settings.ts';
import type { ScoreTableRow, ScoreTableView, TableHead } from '../model/contract/scoring.ts';
import { newId, ScoreItemId, ScoreTableId } from '../model/ids.ts';
import { errorsOf, ok, problem, type Result, refuse } from '../model/problems.ts';
import { ScoreRule } from '../model/scoring/rules.ts';
import { areSampleLines, SAMPLE_TABLE, SAMPLE_TABLE_ID } from '../model/scoring/sampleTable.ts';
import {
  fullPoints,
  type Lines,
  ScoreLimits,
  type ScoreTable,
  tableProblems,
} from '../model/scoring/table.ts';
import { type Act, type Office, transact } from '../office.ts';
import { campaign, inspection, scoreItem, scoreTable } from '../schema.ts';

const RETIRED_KEY = 'scoreTables.retired';
const chosenKey = (campaignId: string): string => `scoreTable.${campaignId}`;

const unknown = () => refuse(problem('scoreTable.unknown', '没有找到该评分表，请刷新后再试'));

function storedTable(office: Office, row: typeof scoreTable.$inferSelect): ScoreTable {
  const items = office.db
    .select()
    .from(scoreItem)
    .where(eq(scoreItem.tableId, row.id))
    .orderBy(asc(scoreItem.position))
    .all()
    .map(({ tableId: _table, position: _position, way, options, ...item }) => ({
      ...item,
      rule: ScoreRule.parse({ way, ...z.record(z.string(), z.unknown()).parse(JSON.parse(options)) }),
    }));
  const { createdAt: _createdAt, limits, ...head } = row;
  return { ...head, limits: ScoreLimits.parse(JSON.parse(limits)), items };
}

/** A table by its id. The shipped one lies in the program until an inspection refers to it. */
export function findTable(office: Office, id: ScoreTableId): ScoreTable | undefined {
  const row = office.db.select().from(scoreTable).where(eq(scoreTable.id, id)).get();
  if (row) return storedTable(office, row);
  return id === SAMPLE_TABLE_ID ? SAMPLE_TABLE : undefined;
}

function allTables(office: Office): readonly ScoreTable[] {
  const stored = office.db
    .select()
    .from(scoreTable)
    .orderBy(asc(scoreTable.createdAt), asc(scoreTable.id))
    .all()
    .map((row) => storedTable(office, row));
  const own = stored.filter((table) => table.id !== SAMPLE_TABLE_ID);
  return [stored.find((table) => table.id === SAMPLE_TABLE_ID) ?? SAMPLE_TABLE, ...own];
}

/** This year's choice; without one that of the latest earlier year; the sample where nobody ever chose. */
function chosenTableId(office: Office): ScoreTableId {
  const { year } = currentCampaign(office);
  const years = office.db.select().from(campaign).orderBy(asc(campaign.year)).all();
  const chosen = years
    .filter((one) => one.year <= year)
    .map((one) => readSetting(office, chosenKey(one.id)))
    .findLast((id) => id !== null);
  return chosen === undefined || chosen === null ? SAMPLE_TABLE_ID : ScoreTableId.parse(chosen);
}

/** The table the year at work is scored by. */
export const yearTable = (office: Office): ScoreTable =>
  findTable(office, chosenTableId(office)) ?? SAMPLE_TABLE;

const retiredIds = (office: Office): readonly string[] =>
  z.array(z.string()).parse(JSON.parse(readSetting(office, RETIRED_KEY) ?? '[]'));

function usesOf(office: Office): ReadonlyMap<ScoreTableId, number> {
  const rows = office.db
    .select({ id: inspection.tableId, uses: count() })
    .from(inspection)
    .groupBy(inspection.tableId)
    .all();
  return new Map(rows.map((row) => [row.id, row.uses]));
}

/** Every 评分表, the shipped one first. */
export function scoreTableRows(office: Office): readonly ScoreTableRow[] {
  const uses = usesOf(office);
  const chosen = chosenTableId(office);
  const retired = retiredIds(office);
  return allTables(office).map(({ limits: _limits, items, ...head }) => ({
    ...head,
    itemCount: items.length,
    full: fullPoints(items),
    uses: uses.get(head.id) ?? 0,
    chosen: head.id === chosen,
    retired: retired.includes(head.id),
  }));
}

/** A table, whether the year goes by it and how many sheets do. */
export function scoreTableView(office: Office, id: ScoreTableId): Result<ScoreTableView> {
  const table = findTable(office, id);
  if (!table) return unknown();
  const uses = usesOf(office).get(id) ?? 0;
  return ok({
    table,
    uses,
    chosen: id === chosenTableId(office),
    editable: uses === 0 && id !== SAMPLE_TABLE_ID,
  });
}

function writeItems(office: Office, { id, items }: ScoreTable): void {
  office.db.delete(scoreItem).where(eq(scoreItem.tableId, id)).run();
  for (const [position, { rule, ...item }] of items.entries()) {
    const { way, ...options } = rule;
    office.db
      .insert(scoreItem)
      .values({ ...item, tableId: id, position, way, options: JSON.stringify(options) })
      .run();
  }
}

/** Writes a table that is not there yet; the shipped one before its first use. */
export function keepTable(office: Office, table: ScoreTable, act: Act): void {
  if (office.db.select().from(scoreTable).where(eq(scoreTable.id, table.id)).get()) return;
  const { items: _items, limits, ...head } = table;
  office.db
    .insert(scoreTable)
    .values({ ...head, limits: JSON.stringify(limits), createdAt: act.at })
    .run();
  writeItems(office, table);
}

const nameOf = ({ title, version }: Pick<ScoreTable, 'title' | 'version'>): string =>
  `${title}（${version}）`;

/** Changes a table nobody has used yet. A used one stays as it is: 另存为新版本. */
export function saveTable(office: Office, table: ScoreTable, act: Act): Result<void> {
  const view = scoreTableView(office, table.id);
  if (!view.ok) return view;
  if (!view.value.editable) {
    const why = table.id === SAMPLE_TABLE_ID ? '随程序附带' : `已用于${view.value.uses}次考评`;
    return refuse(
      problem('scoreTable.locked', `“${nameOf(view.value.table)}”${why}，不能修改；请另存为新版本后再改`),
    );
  }
  const errors = errorsOf(tableProblems(table));
  if (errors.length > 0) return refuse(...errors);
  return transact(office, () => {
    const { items, id: _id, limits, ...head } = table;
    office.db
      .update(scoreTable)
      .set({ ...head, sample: areSampleLines(items), limits: JSON.stringify(limits) })
      .where(eq(scoreTable.id, table.id))
      .run();
    writeItems(office, table);
    audit(office, act, 'scoreTable.save', `修改了评分表“${nameOf(table)}”，共${table.items.length}项`);
    return ok(undefined);
  });
}

type NewTable = TableHead & Lines & Pick<ScoreTable, 'limits'>;

/** A new table, imported or copied; its lines get ids of their own. */
export function addTable(
  office: Office,
  { title, version, source, limits, items }: NewTable,
  act: Act,
): Result<ScoreTableId> {
  const twin = scoreTableRows(office).find((row) => row.title === title && row.version === version);
  if (twin) {
    return refuse(
      problem('scoreTable.twice', `已有名称为“${title}”、版本为“${version}”的评分表，请换一个版本`, {
        field: 'version',
        found: version,
      }),
    );
  }
  const errors = errorsOf(tableProblems({ items }));
  if (errors.length > 0) return refuse(...errors);
  return transact(office, () => {
    const id = newId(ScoreTableId);
    const own = items.map((item) => ({ ...item, id: newId(ScoreItemId) }));
    const sample = areSampleLines(items);
    keepTable(office, { id, title, version, source, sample, limits, items: own }, act);
    audit(office, act, 'scoreTable.add', `新增了评分表“${nameOf({ title, version })}”，共${items.length}项`);
    return ok(id);
  });
}

/** 另存为新版本: a copy that may be changed, beside the one it was made from. */
export function copyTable(office: Office, id: ScoreTableId, head: TableHead, act: Act): Result<ScoreTableId> {
  const table = findTable(office, id);
  if (!table) return unknown();
  return addTable(office, { ...head, limits: table.limits, items: table.items }, act);
}

/** Which table the year at work is scored by; sheets already begun keep theirs. */
export function chooseTable(office: Office, id: ScoreTableId, act: Act): Result<void> {
  const table = findTable(office, id);
  if (!table) return unknown();
  const errors = errorsOf(tableProblems(table));
  if (errors.length > 0) return refuse(...errors);
  if (retiredIds(office).includes(id)) {
    return refuse(problem('scoreTable.retired', '该评分表已停用，请先恢复使用'));
  }
  return transact(office, () => {
    const { id: campaignId, year } = currentCampaign(office);
    writeSetting(office, chosenKey(campaignId), id);
    audit(office, act, 'scoreTable.choose', `选定“${nameOf(table)}”为${year}年度评分表`);
    return ok(undefined);
  });
}

/** 停用 and back: a table is never deleted, old sheets refer to it. */
export function retireTable(office: Office, id: ScoreTableId, retired: boolean, act: Act): Result<void> {
  const table = findTable(office, id);
  if (!table) return unknown();
  if (retired && id === chosenTableId(office)) {
    return refuse(problem('scoreTable.chosen', '该评分表是本年度所用的评分表，请先选定另一张再停用'));
  }
  return transact(office, () => {
    const others = retiredIds(office).filter((one) => one !== id);
    writeSetting(office, RETIRED_KEY, JSON.stringify(retired ? [...others, id] : others));
    audit(office, act, 'scoreTable.retire', `${retired ? '停用' : '恢复使用'}了评分表“${nameOf(table)}”`);
    return ok(undefined);
  });
}
