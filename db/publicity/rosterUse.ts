import { and, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { RosterView } from '../model/contract/publicity.ts';
import type { WorkshopId } from '../model/ids.ts';
import { SubmissionRecord } from '../model/package.ts';
import type { Office } from '../office.ts';
import {
  inspection,
  outsideEvent,
  outsideEventWorkshop,
  plan,
  resultDecision,
  submission,
} from '../schema.ts';

type Ids = readonly { readonly workshopId: WorkshopId }[];

const plannedOf = (office: Office): Ids =>
  office.db
    .select({ workshopId: plan.workshopId })
    .from(plan)
    .where(eq(plan.campaignId, currentCampaign(office).id))
    .all();

const inspectedOf = (office: Office): Ids =>
  office.db
    .select({ workshopId: inspection.workshopId })
    .from(inspection)
    .where(and(eq(inspection.campaignId, currentCampaign(office).id), isNull(inspection.removedAt)))
    .all();

const decidedOf = (office: Office): Ids =>
  office.db
    .select({ workshopId: resultDecision.workshopId })
    .from(resultDecision)
    .where(eq(resultDecision.campaignId, currentCampaign(office).id))
    .all();

const toldOf = (office: Office): Ids =>
  office.db
    .select({ workshopId: outsideEventWorkshop.workshopId })
    .from(outsideEventWorkshop)
    .innerJoin(outsideEvent, eq(outsideEvent.id, outsideEventWorkshop.eventId))
    .where(and(eq(outsideEvent.campaignId, currentCampaign(office).id), isNull(outsideEvent.removedAt)))
    .all();

/** What a confirmed list may carry by now, in the order of the year. */
const USES = [
  ['已开始编制改造方案', plannedOf],
  ['已有自查或考评评分', inspectedOf],
  ['已有考评结果的处理记录', decidedOf],
  ['已登记在市级省级办理情况中', toldOf],
] as const;

const NAMED = 5;

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, NAMED)
    .map((name) => `“${name}”`)
    .join('、')}${names.length > NAMED ? `等${names.length}家` : ''}`;

function handedUp(office: Office, { entries }: RosterView): readonly string[] {
  const ids = new Set<string>(entries.map((one) => one.workshopId));
  const found = office.db
    .select()
    .from(submission)
    .where(and(eq(submission.campaignId, currentCampaign(office).id), eq(submission.kind, 'roster')))
    .all()
    .find((row) => SubmissionRecord.parse(JSON.parse(row.record)).records.some((one) => ids.has(one.id)));
  return found ? [`已于${found.madeOn}报送（${found.folderName}）`] : [];
}

/** What keeps a confirmation from being taken back: what was made, scored, decided or handed up from it, by name. */
export function usesOf(office: Office, list: RosterView): readonly string[] {
  const uses = USES.flatMap(([what, read]) => {
    const ids = new Set(read(office).map((one) => one.workshopId));
    const names = list.entries.filter((one) => ids.has(one.workshopId)).map((one) => one.name);
    return names.length === 0 ? [] : [`${listed(names)}${what}`];
  });
  return [...handedUp(office, list), ...uses];
}
