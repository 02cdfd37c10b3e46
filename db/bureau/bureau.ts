import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { cachedRead } from '../cachedRead.ts';
import { Bureau, type OfficeProfile, type Staff, type StaffInput } from '../model/bureau.ts';
import { BUREAU_FIELDS, STAFF_FIELDS } from '../model/changeFields.ts';
import { changesBetween } from '../model/changes.ts';
import type { CampaignView } from '../model/contract/system.ts';
import { CampaignId, newId, StaffId } from '../model/ids.ts';
import { defaultPolicy, Policy } from '../model/policy.ts';
import { invariant, ok, problem, type Result, refuse } from '../model/problems.ts';
import { StaffRole } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { campaign, staff } from '../schema.ts';
import { readSetting, writeSetting } from './settings.ts';

const BUREAU_KEY = 'bureau';
const CLERK_KEY = 'clerk';
/** The chosen 创建年度, by its id. */
export const YEAR_KEY = 'campaign';

/** 本单位. */
export function bureauOf(office: Office): Bureau {
  const stored = readSetting(office, BUREAU_KEY);
  invariant(stored !== null, 'an office always has its bureau');
  return Bureau.parse(JSON.parse(stored));
}

/** Changes 本单位; the log keeps what was changed. */
export function saveBureau(office: Office, bureau: Bureau, act: Act): Result<void> {
  return transact(office, () => {
    const changes = changesBetween(bureauOf(office), bureau, BUREAU_FIELDS);
    writeSetting(office, BUREAU_KEY, JSON.stringify(bureau));
    audit(office, act, 'bureau.save', `修改了本单位信息（${bureau.name}）`, undefined, changes);
    return ok(undefined);
  });
}

const Roles = z.array(StaffRole);

const asStaff = (row: typeof staff.$inferSelect): Staff => ({
  ...row,
  roles: Roles.parse(JSON.parse(row.roles)),
});

/** Everybody who was ever registered, those not active included. */
export const allStaff = (office: Office): readonly Staff[] =>
  office.db.select().from(staff).orderBy(staff.id).all().map(asStaff);

function insertStaff(office: Office, input: StaffInput): Staff {
  const row = { ...input, id: newId(StaffId), active: true };
  office.db
    .insert(staff)
    .values({ ...row, roles: JSON.stringify(input.roles) })
    .run();
  return row;
}

/** Without a clerk nobody could be chosen as 当前经办人, and the window would open no more. */
const keepsClerk = (office: Office): Result<void> =>
  allStaff(office).some((one) => one.active && one.roles.includes('clerk'))
    ? ok(undefined)
    : refuse(
        problem('staff.lastClerk', '至少要有一名在用的经办人，请先登记或启用另一名经办人', {
          field: 'roles',
        }),
      );

/** Registers a person (`id` null) or changes one; somebody active stays a clerk. */
export function saveStaff(office: Office, id: StaffId | null, input: StaffInput, act: Act): Result<Staff> {
  return transact(office, () => {
    if (id === null) {
      audit(office, act, 'staff.add', `登记了人员${input.name}`);
      return ok(insertStaff(office, input));
    }
    const before = allStaff(office).find((one) => one.id === id);
    const row = office.db
      .update(staff)
      .set({ ...input, roles: JSON.stringify(input.roles) })
      .where(eq(staff.id, id))
      .returning()
      .get();
    if (!before || !row) {
      return refuse(problem('staff.unknown', '没有找到该人员，可能已被删除，请刷新后再试'));
    }
    const kept = keepsClerk(office);
    if (!kept.ok) return kept;
    const changes = changesBetween<StaffInput>(before, input, STAFF_FIELDS);
    audit(office, act, 'staff.change', `修改了人员${input.name}`, undefined, changes);
    return ok(asStaff(row));
  });
}

/** 停用 or 启用: who is not active is no longer offered, but keeps what was recorded under the name. */
export function setStaffActive(office: Office, id: StaffId, active: boolean, act: Act): Result<void> {
  return transact(office, () => {
    const row = office.db.update(staff).set({ active }).where(eq(staff.id, id)).returning().get();
    if (!row) return refuse(problem('staff.unknown', '没有找到该人员，可能已被删除，请刷新后再试'));
    const kept = keepsClerk(office);
    if (!kept.ok) return kept;
    audit(office, act, 'staff.active', `${active ? '启用' : '停用'}了人员${row.name}`);
    return ok(undefined);
  });
}

/** 当前经办人, remembered from the last start; `null` when nobody was chosen or the person left. */
export function currentClerk(office: Office): Staff | null {
  const id = readSetting(office, CLERK_KEY);
  return allStaff(office).find((one) => one.id === id && one.active) ?? null;
}

/** 当前经办人 from now on. */
export function chooseClerk(office: Office, id: StaffId): Result<void> {
  const chosen = allStaff(office).find((one) => one.id === id && one.active);
  if (!chosen) return refuse(problem('staff.unknown', '没有找到该经办人，请重新选择'));
  return transact(office, () => {
    writeSetting(office, CLERK_KEY, id);
    return ok(undefined);
  });
}

function readCurrentCampaign(office: Office): CampaignView {
  const chosen = readSetting(office, YEAR_KEY);
  const rows = office.db.select().from(campaign).orderBy(desc(campaign.year)).all();
  const row = rows.find((one) => one.id === chosen) ?? rows[0];
  invariant(row, 'an office always has a campaign');
  return { id: row.id, year: row.year, policy: Policy.parse(JSON.parse(row.policy)) };
}

/** The year at work: the one chosen at the top of the window, else the newest. */
export const currentCampaign = cachedRead(readCurrentCampaign);

/** The newest 创建年度; the one at work may be an earlier one. */
export function latestYear(office: Office): number {
  const row = office.db.select({ year: campaign.year }).from(campaign).orderBy(desc(campaign.year)).get();
  invariant(row, 'an office always has a campaign');
  return row.year;
}

/** Writes what first start asked for; the first clerk is the one at work. */
export function setUpOffice(office: Office, profile: OfficeProfile, act: Act): Result<void> {
  return transact(office, () => {
    writeSetting(office, BUREAU_KEY, JSON.stringify(profile.bureau));
    const people = profile.staff.map((one) => insertStaff(office, one));
    const policy: Policy = {
      ...defaultPolicy(profile.year, profile.quota),
      programmeName: profile.programmeName,
      basis: profile.basis,
    };
    office.db
      .insert(campaign)
      .values({
        id: newId(CampaignId),
        year: profile.year,
        policy: JSON.stringify(policy),
        createdAt: act.at,
      })
      .run();
    const clerk = people.find((one) => one.roles.includes('clerk'));
    if (clerk) writeSetting(office, CLERK_KEY, clerk.id);
    audit(
      office,
      { ...act, staffId: clerk?.id ?? null },
      'office.create',
      `建立了${profile.year}年度创建工作数据`,
    );
    return ok(undefined);
  });
}
