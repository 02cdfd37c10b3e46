import { and, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import { ApplicationCore, OwnerPrivate, WorkshopCore } from '../model/application.ts';
import type { IsoDate } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import type { ApplicationPaper, PromisePaper } from '../model/papers/selection.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { application, workshop } from '../schema.ts';
import { opinionsOn } from '../selection/selectionPapers.ts';
import { unsealField } from './ownerPrivate.ts';
import { workshopPage } from './workshops.ts';

/** The applicant in the clear: 申请表 is meant to carry the private numbers. */
function applicantOf(office: Office, workshopId: WorkshopId | null): Result<ApplicationPaper['applicant']> {
  if (workshopId === null) return ok(null);
  const { id } = currentCampaign(office);
  const row = office.db
    .select()
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(and(eq(application.campaignId, id), eq(workshop.id, workshopId), isNull(workshop.removedAt)))
    .get();
  if (!row) return refuse(problem('paper.unknown', '没有找到该小作坊的申请，请刷新后再试'));
  return ok({
    workshop: WorkshopCore.parse(row.workshop),
    application: ApplicationCore.parse(row.application),
    private: OwnerPrivate.parse({
      idNumber: unsealField(office, row.workshop, 'idNumber'),
      phone: unsealField(office, row.workshop, 'phone'),
      homeAddress: unsealField(office, row.workshop, 'homeAddress'),
    }),
  });
}

/** What was decided on the application so far; a blank form has nothing to tell. */
function decidedOf(
  office: Office,
  workshopId: WorkshopId | null,
  today: IsoDate,
): Result<ApplicationPaper['decided']> {
  if (workshopId === null) return ok({ opinions: [], publicity: null, onRoster: false });
  const page = workshopPage(office, workshopId, today);
  if (!page.ok) return page;
  const { reviews, publicity, onRoster } = page.value;
  return ok({ opinions: opinionsOn(reviews), publicity, onRoster });
}

/** 《申请表》, blank where `workshopId` is null. */
export function applicationPaper(
  office: Office,
  workshopId: WorkshopId | null,
  today: IsoDate,
): Result<ApplicationPaper> {
  const applicant = applicantOf(office, workshopId);
  if (!applicant.ok) return applicant;
  const decided = decidedOf(office, workshopId, today);
  if (!decided.ok) return decided;
  const { policy } = currentCampaign(office);
  return ok({
    paper: 'application',
    ...paperHead(office),
    policy,
    applicant: applicant.value,
    decided: decided.value,
  });
}

/** 《资金投入承诺书》, blank where `workshopId` is null. */
export function promisePaper(office: Office, workshopId: WorkshopId | null): Result<PromisePaper> {
  const applicant = applicantOf(office, workshopId);
  if (!applicant.ok) return applicant;
  const { policy } = currentCampaign(office);
  const blank = { paper: 'promise' as const, ...paperHead(office), policy, applicant: null };
  if (applicant.value === null) return ok(blank);
  const { workshop: who, application: asked } = applicant.value;
  return ok({ ...blank, applicant: { workshop: who, application: asked } });
}
