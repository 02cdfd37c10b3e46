import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { VISIT_FIELDS, type VisitInput, visitProblems } from '../model/assistance.ts';
import { changedLabels, changesBetween } from '../model/changes.ts';
import { newId, VisitId, type WorkshopId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { assistanceVisit, workshop } from '../schema.ts';
import { assignmentsOf, staffNames } from './assistance.ts';

const unknown = () => refuse(problem('visit.unknown', '没有找到该走访记录，可能已移入回收站，请刷新后再试'));

const find = (office: Office, id: VisitId) =>
  office.db.select().from(assistanceVisit).where(eq(assistanceVisit.id, id)).get();

const checked = (office: Office, workshopId: WorkshopId, visit: VisitInput, act: Act): Result<void> => {
  const problems = visitProblems(assignmentsOf(office, workshopId), visit, act.today, staffNames(office));
  return problems.length > 0 ? refuse(...problems) : ok(undefined);
};

/** Records that somebody came: the helper of that day, or explicitly another. */
export function addVisit(
  office: Office,
  workshopId: WorkshopId,
  { substitute, ...visit }: VisitInput,
  act: Act,
): Result<VisitId> {
  const allowed = checked(office, workshopId, { ...visit, substitute }, act);
  if (!allowed.ok) return allowed;
  return transact(office, () => {
    const id = newId(VisitId);
    office.db
      .insert(assistanceVisit)
      .values({ ...visit, id, workshopId, campaignId: currentCampaign(office).id })
      .run();
    const who = `${staffNames(office)(visit.staffId)}${substitute ? '（代为走访）' : ''}`;
    audit(office, act, 'visit.add', `登记了${visit.visitedOn}的帮扶走访，走访人${who}`, workshopId);
    return ok(id);
  });
}

/** Corrects a visit, with the reason; what it said before stays in the log. */
export function changeVisit(
  office: Office,
  id: VisitId,
  { substitute, ...visit }: VisitInput,
  reason: string,
  act: Act,
): Result<void> {
  const before = find(office, id);
  if (!before) return unknown();
  const allowed = checked(office, before.workshopId, { ...visit, substitute }, act);
  if (!allowed.ok) return allowed;
  const changes = changesBetween(before, visit, VISIT_FIELDS(staffNames(office)));
  if (changes.length === 0) return ok(undefined);
  return transact(office, () => {
    office.db.update(assistanceVisit).set(visit).where(eq(assistanceVisit.id, id)).run();
    const sentence = `更正了${before.visitedOn}的帮扶走访（${changedLabels(changes)}），原因：${reason}`;
    audit(office, act, 'visit.change', sentence, before.workshopId, changes);
    return ok(undefined);
  });
}

/** Moves a visit to 回收站; its photos stay with it. Answers the bin's own id. */
export function removeVisit(office: Office, id: VisitId, reason: string, act: Act): Result<string> {
  const row = find(office, id);
  if (!row) return unknown();
  const who = office.db.select().from(workshop).where(eq(workshop.id, row.workshopId)).get();
  const name = `${who?.name ?? ''}${row.visitedOn}走访`;
  return removeRow(office, { kind: 'visit', id, name, reason, workshopId: row.workshopId }, act);
}
