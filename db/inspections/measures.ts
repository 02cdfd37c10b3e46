import { asc, eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { readSetting, writeSetting } from '../bureau/settings.ts';
import type { InBin } from '../model/contract/recycle.ts';
import { MeasureId, newId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { MeasureInput, StandardMeasure } from '../model/scoring/measures.ts';
import { SHIPPED_MEASURES } from '../model/scoring/shippedMeasures.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { standardMeasure } from '../schema.ts';

/** Set once the library is the office's own: until then it is the shipped one. */
const OWN_KEY = 'measures.own';

const inOrder = new Intl.Collator('zh-CN', { numeric: true });

/** 标准措施库, by the lines of the score table. */
export function measures(office: Office): readonly StandardMeasure[] {
  const rows =
    readSetting(office, OWN_KEY) === null
      ? SHIPPED_MEASURES
      : office.db.select().from(standardMeasure).orderBy(asc(standardMeasure.id)).all();
  return [...rows].sort((left, right) => inOrder.compare(left.itemCode, right.itemCode));
}

function makeOwn(office: Office): void {
  if (readSetting(office, OWN_KEY) !== null) return;
  office.db
    .insert(standardMeasure)
    .values([...SHIPPED_MEASURES])
    .onConflictDoNothing()
    .run();
  writeSetting(office, OWN_KEY, 'true');
}

const unknown = () => refuse(problem('measure.unknown', '没有找到该措施，可能已移入回收站，请刷新后再试'));

/** Adds a measure, or changes one. */
export function saveMeasure(
  office: Office,
  id: MeasureId | null,
  input: MeasureInput,
  act: Act,
): Result<StandardMeasure> {
  return transact(office, () => {
    makeOwn(office);
    if (id === null) {
      const added = { ...input, id: newId(MeasureId) };
      office.db.insert(standardMeasure).values(added).run();
      audit(office, act, 'measure.add', `在措施库中增加了评分项${input.itemCode}的措施“${input.measure}”`);
      return ok(added);
    }
    const row = office.db
      .update(standardMeasure)
      .set(input)
      .where(eq(standardMeasure.id, id))
      .returning()
      .get();
    if (!row) return unknown();
    audit(office, act, 'measure.save', `修改了评分项${input.itemCode}的措施“${input.measure}”`);
    return ok(row);
  });
}

/** What an import did with each row. */
type Imported = Readonly<Record<'added' | 'changed' | 'same', number>>;

const sameText = (left: MeasureInput, right: MeasureInput): boolean =>
  left.measure === right.measure && left.standard === right.standard && left.category === right.category;

/**
 * Takes rows of a workbook over: a known one stays, another text for the same line and problem changes it, the rest
 * are added. Nothing is removed.
 */
export function importMeasures(office: Office, inputs: readonly MeasureInput[], act: Act): Result<Imported> {
  return transact(office, () => {
    makeOwn(office);
    const left = [...measures(office)];
    const take = (fits: (one: StandardMeasure) => boolean): StandardMeasure | undefined => {
      const at = left.findIndex(fits);
      return at < 0 ? undefined : left.splice(at, 1)[0];
    };
    const about = (input: MeasureInput) => (one: StandardMeasure) =>
      one.itemCode === input.itemCode && one.problem === input.problem;
    const news = inputs.filter((input) => !take((one) => about(input)(one) && sameText(one, input)));
    const tally = { added: 0, changed: 0, same: inputs.length - news.length };
    for (const input of news) {
      const known = take(about(input));
      const saved = saveMeasure(office, known?.id ?? null, input, act);
      if (!saved.ok) return saved;
      tally[known ? 'changed' : 'added'] += 1;
    }
    return ok(tally);
  });
}

/** Into the recycle bin. */
export function removeMeasure(office: Office, id: MeasureId, reason: string, act: Act): Result<InBin> {
  return transact(office, () => {
    makeOwn(office);
    const row = office.db.select().from(standardMeasure).where(eq(standardMeasure.id, id)).get();
    if (!row) return unknown();
    const name = `${row.itemCode} ${row.measure}`.slice(0, 60);
    const removed = removeRow(office, { kind: 'measure', id, name, reason }, act);
    if (!removed.ok) return removed;
    return ok({ kind: 'measure', id: removed.value });
  });
}
