import { and, desc, eq } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { RosterView } from '../model/contract/publicity.ts';
import type { IsoDate } from '../model/dates.ts';
import { SubmissionRecord } from '../model/package.ts';
import type { RosterChange, RosterChanges } from '../model/selectionPapers.ts';
import type { Office } from '../office.ts';
import { submission } from '../schema.ts';
import { rosters } from './rosters.ts';

type Entry = RosterView['entries'][number];

/** The 创建名单 as the city knows it: what the last package of it listed, and when. */
export function lastHandedUp(
  office: Office,
): { readonly ids: ReadonlySet<string>; readonly madeOn: IsoDate } | null {
  const row = office.db
    .select()
    .from(submission)
    .where(and(eq(submission.campaignId, currentCampaign(office).id), eq(submission.kind, 'roster')))
    .orderBy(desc(submission.id))
    .limit(1)
    .get();
  if (!row) return null;
  const { records } = SubmissionRecord.parse(JSON.parse(row.record));
  return { ids: new Set(records.map((one) => one.id)), madeOn: row.madeOn };
}

const change = (entry: Entry, on: IsoDate, reason: string): RosterChange => ({
  name: entry.name,
  ownerName: entry.ownerName,
  address: entry.address,
  products: entry.products,
  on,
  reason,
});

/** Everybody on the 创建名单 who did not leave, in the order of the lists. */
export const currentRoster = (office: Office): readonly Entry[] =>
  [...rosters(office)].reverse().flatMap((one) => one.entries.filter((entry) => entry.withdrawnOn === null));

/** Who left and who joined since the list was handed up last (before that: who left since it was confirmed). */
export function rosterChanges(office: Office, today: IsoDate): RosterChanges {
  const last = lastHandedUp(office);
  const all = [...rosters(office)]
    .reverse()
    .flatMap((one) =>
      one.entries.map((entry) => ({ entry, confirmedOn: one.confirmedOn, batch: one.batch })),
    );
  const isKnown = (entry: Entry): boolean => last === null || last.ids.has(entry.workshopId);
  const left = all.flatMap(({ entry }) =>
    entry.withdrawnOn !== null && isKnown(entry)
      ? [change(entry, entry.withdrawnOn, entry.withdrawnReason)]
      : [],
  );
  const joined = all.flatMap(({ entry, confirmedOn, batch }) =>
    last !== null && entry.withdrawnOn === null && !isKnown(entry)
      ? [change(entry, confirmedOn, batch > 1 ? `第${batch}批补充名单` : '列入创建名单')]
      : [],
  );
  return {
    asOf: today,
    since: last?.madeOn ?? null,
    quota: currentCampaign(office).policy.quota,
    left,
    joined,
    current: currentRoster(office).map(({ name, ownerName }) => ({ name, ownerName })),
  };
}
