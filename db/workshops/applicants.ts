import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { insertRow } from '../insertRow.ts';
import {
  type Applicant,
  type ApplicationCore,
  type OwnerPrivate,
  PrivatePatch,
  WorkshopCore,
} from '../model/application.ts';
import { APPLICANT_FIELDS } from '../model/changeFields.ts';
import { changedLabels, changesBetween, NOTHING } from '../model/changes.ts';
import type { ApplicantInput } from '../model/contract/workshops.ts';
import { ApplicationId, type CampaignId, newId, WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { preparedOnce } from '../preparedOnce.ts';
import { application, workshop } from '../schema.ts';
import { fingerprintOfId, privateChanges, sealPrivate } from './ownerPrivate.ts';

type Identity = Pick<WorkshopCore, 'name' | 'ownerName' | 'certificateNo' | 'creditCode'> & {
  readonly idNumber: string | null;
};

const NOBODY = '';

/** Prepared once: an import asks for every row. What is null in it equals nothing. */
const findSame = preparedOnce((db) =>
  db
    .select()
    .from(workshop)
    .where(
      and(
        isNull(workshop.removedAt),
        or(
          and(
            eq(workshop.name, sql.placeholder('name')),
            eq(workshop.ownerName, sql.placeholder('ownerName')),
          ),
          eq(workshop.certificateNo, sql.placeholder('certificateNo')),
          eq(workshop.creditCode, sql.placeholder('creditCode')),
          eq(workshop.idNumberPrint, sql.placeholder('idNumberPrint')),
        ),
        ne(workshop.id, sql.placeholder('except')),
      ),
    )
    .prepare(),
);

/** The workshop in the database that is the same one: by certificate, credit code, ID number, or name and owner. */
function sameWorkshop(office: Office, who: Identity, except: WorkshopId | null) {
  const { name, ownerName, certificateNo, creditCode, idNumber } = who;
  return findSame(office).get({
    name,
    ownerName,
    certificateNo: certificateNo === '' ? null : certificateNo,
    creditCode: creditCode === '' ? null : creditCode,
    idNumberPrint: idNumber === null ? null : fingerprintOfId(office, idNumber),
    except: except ?? NOBODY,
  });
}

const applicationOf = (office: Office, campaignId: CampaignId, workshopId: WorkshopId) =>
  office.db
    .select()
    .from(application)
    .where(and(eq(application.campaignId, campaignId), eq(application.workshopId, workshopId)))
    .get();

/** Which field makes them the same, and what it is called in a sentence that must not repeat a private number. */
function sameField(who: Identity, found: typeof workshop.$inferSelect): readonly [field: string, by: string] {
  if (who.certificateNo !== '' && found.certificateNo === who.certificateNo)
    return ['certificateNo', `证照编号${who.certificateNo}`];
  if (who.creditCode !== '' && found.creditCode === who.creditCode)
    return ['creditCode', `统一社会信用代码${who.creditCode}`];
  if (found.name === who.name && found.ownerName === who.ownerName) return ['name', '名称和业主姓名'];
  return ['idNumber', '业主身份证号'];
}

function duplicateProblem(who: Identity, found: typeof workshop.$inferSelect): Problem {
  const [field, by] = sameField(who, found);
  return problem('workshop.duplicate', `${by}与已登记的“${found.name}”相同，请核对是否重复登记`, {
    field,
    found: found.name,
  });
}

/** What another applicant of the year must not share; the ID number only as its fingerprint. */
function identityKeys(who: Identity, idNumberPrint: string | null): readonly string[] {
  return [
    `name:${who.name}\n${who.ownerName}`,
    ...(who.certificateNo === '' ? [] : [`certificate:${who.certificateNo}`]),
    ...(who.creditCode === '' ? [] : [`credit:${who.creditCode}`]),
    ...(idNumberPrint === null ? [] : [`id:${idNumberPrint}`]),
  ];
}

/**
 * Answers, for an import preview, which applicant of this year another one is: by name, or `null`. All are gathered
 * once: a query for each row of a large workbook takes several times as long as reading the workbook.
 */
export function knownApplicants(office: Office): (who: Identity) => string | null {
  const rows = office.db
    .select({ who: workshop })
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(and(eq(application.campaignId, currentCampaign(office).id), isNull(workshop.removedAt)))
    .all();
  const names = new Map<string, string>();
  for (const { who } of rows)
    for (const key of identityKeys({ ...who, idNumber: null }, who.idNumberPrint)) names.set(key, who.name);
  const hasPrints = rows.some(({ who }) => who.idNumberPrint !== null);
  return (who) => {
    const print = hasPrints && who.idNumber !== null ? fingerprintOfId(office, who.idNumber) : null;
    const known = identityKeys(who, print).find((key) => names.has(key));
    return known === undefined ? null : (names.get(known) ?? null);
  };
}

/** What was filled in. A shorter form of a later year must not wipe what an earlier one told of the workshop. */
const stated = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));

/** Adds a workshop with its application, or only the application where the workshop is known from another year. */
function insertApplicant(
  office: Office,
  campaignId: CampaignId,
  applicant: Applicant,
  act: Act,
): Result<WorkshopId> {
  const who: Identity = { ...applicant.workshop, idNumber: applicant.private.idNumber };
  const known = sameWorkshop(office, who, null);
  if (known && applicationOf(office, campaignId, known.id)) return refuse(duplicateProblem(who, known));
  const workshopId = known?.id ?? newId(WorkshopId);
  if (known) {
    const columns = WorkshopCore.partial().parse(stated(applicant.workshop));
    const sealed = sealPrivate(office, PrivatePatch.parse(stated(applicant.private)));
    office.db
      .update(workshop)
      .set({ ...columns, ...sealed })
      .where(eq(workshop.id, workshopId))
      .run();
  } else
    insertRow(office, workshop, {
      ...applicant.workshop,
      ...sealPrivate(office, applicant.private),
      id: workshopId,
      createdAt: act.at,
    });
  const id = newId(ApplicationId);
  insertRow(office, application, { ...applicant.application, id, campaignId, workshopId, createdAt: act.at });
  audit(office, act, 'application.add', `登记了“${applicant.workshop.name}”的申请`, workshopId);
  return ok(workshopId);
}

function updateApplicant(
  office: Office,
  input: ApplicantInput,
  workshopId: WorkshopId,
  act: Act,
): Result<WorkshopId> {
  const before = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  const applied = applicationOf(office, currentCampaign(office).id, workshopId);
  if (!before || before.removedAt || !applied) {
    return refuse(problem('workshop.unknown', '该小作坊已被移入回收站，请先恢复再修改'));
  }
  const who: Identity = { ...input.workshop, idNumber: input.private.idNumber ?? null };
  const twin = sameWorkshop(office, who, workshopId);
  if (twin) return refuse(duplicateProblem(who, twin));
  office.db
    .update(workshop)
    .set({ ...input.workshop, ...sealPrivate(office, input.private) })
    .where(eq(workshop.id, workshopId))
    .run();
  office.db.update(application).set(input.application).where(eq(application.id, applied.id)).run();
  const ofOwner = privateChanges(office, before, input.private);
  const cleared = ofOwner.filter((one) => one.to === NOTHING);
  const changes = [
    ...changesBetween<Partial<WorkshopCore & ApplicationCore>>(
      { ...before, ...applied },
      { ...input.workshop, ...input.application },
      APPLICANT_FIELDS,
    ),
    ...ofOwner.filter((one) => one.to !== NOTHING),
  ];
  if (cleared.length > 0) {
    audit(office, act, 'application.clear', `删除了业主的${changedLabels(cleared)}`, workshopId, cleared);
  }
  if (changes.length > 0) {
    const sentence = `修改了申请：${changedLabels(changes)}`;
    audit(office, act, 'application.change', sentence, workshopId, changes);
  }
  return ok(workshopId);
}

const allPrivate = (given: PrivatePatch): OwnerPrivate => ({
  idNumber: given.idNumber ?? null,
  phone: given.phone ?? null,
  homeAddress: given.homeAddress ?? null,
});

/** Adds or changes one applicant. Refuses a duplicate; private fields left out stay as they are. */
export function saveApplicant(office: Office, input: ApplicantInput, act: Act): Result<WorkshopId> {
  const { workshopId } = input;
  return transact(office, () =>
    workshopId === null
      ? insertApplicant(
          office,
          currentCampaign(office).id,
          { ...input, private: allPrivate(input.private) },
          act,
        )
      : updateApplicant(office, input, workshopId, act),
  );
}

/** Takes all applicants of an import or none. */
export function importApplicants(office: Office, applicants: readonly Applicant[], act: Act): Result<number> {
  return transact(office, () => {
    const { id } = currentCampaign(office);
    for (const applicant of applicants) {
      const added = insertApplicant(office, id, applicant, act);
      if (!added.ok) return added;
    }
    audit(office, act, 'application.import', `从表格导入了${applicants.length}家申请`);
    return ok(applicants.length);
  });
}
