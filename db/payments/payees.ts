import { and, eq, ne } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import {
  maskName,
  PAYEE_LABELS,
  Payee,
  type PayeeField,
  type PayeePatch,
  payeeWarnings,
} from '../model/awards.ts';
import { privateChange } from '../model/changes.ts';
import type { MaskedPayee } from '../model/contract/awards.ts';
import type { IsoDate } from '../model/dates.ts';
import { newId, PayeeId, type WorkshopId } from '../model/ids.ts';
import { maskNumber } from '../model/privateNumbers.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { payee, workshop } from '../schema.ts';

type Row = typeof payee.$inferSelect;

const FIELDS = {
  idName: { column: 'idNameSealed', mask: maskName },
  accountName: { column: 'accountNameSealed', mask: maskName },
  // The bank alone is no secret on the screen of the office that pays.
  bank: { column: 'bankSealed', mask: (value: string) => value },
  card: { column: 'cardSealed', mask: maskNumber },
} as const satisfies Record<PayeeField, { column: keyof Row; mask: (value: string) => string }>;

const context = (field: PayeeField): string => `payee.${field}`;

const unsealed = (office: Office, row: Row, field: PayeeField): string =>
  office.vault.unseal(row[FIELDS[field].column], context(field));

/** 收款信息 in the clear: for the 发放表, the encrypted file that is handed up, and the checks. */
export const payeeInClear = (office: Office, row: Row): Payee => ({
  idName: unsealed(office, row, 'idName'),
  accountName: unsealed(office, row, 'accountName'),
  bank: unsealed(office, row, 'bank'),
  card: unsealed(office, row, 'card'),
});

/** The payees of the year at work, by workshop. */
export const payeeRows = (office: Office): ReadonlyMap<WorkshopId, Row> =>
  new Map(
    office.db
      .select()
      .from(payee)
      .where(eq(payee.campaignId, currentCampaign(office).id))
      .all()
      .map((row) => [row.workshopId, row]),
  );

const rowOf = (office: Office, workshopId: WorkshopId): Row | undefined =>
  office.db
    .select()
    .from(payee)
    .where(and(eq(payee.campaignId, currentCampaign(office).id), eq(payee.workshopId, workshopId)))
    .get();

const masked = ({ idName, accountName, bank, card }: Payee): Record<PayeeField, string> => ({
  idName: FIELDS.idName.mask(idName),
  accountName: FIELDS.accountName.mask(accountName),
  bank: FIELDS.bank.mask(bank),
  card: FIELDS.card.mask(card),
});

/** 收款信息 as it is shown. */
export function maskedPayee(office: Office, row: Row, ownerName: string): MaskedPayee {
  const clear = payeeInClear(office, row);
  return { ...masked(clear), confirmedOn: row.confirmedOn, warnings: payeeWarnings(clear, ownerName) };
}

const cardPrint = (office: Office, card: string): string => office.vault.fingerprint(card, 'card');

/** The same card twice is refused: two awards would go to one account. */
function sameCard(office: Office, card: string, workshopId: WorkshopId): readonly Problem[] {
  const other = office.db
    .select({ name: workshop.name })
    .from(payee)
    .innerJoin(workshop, eq(workshop.id, payee.workshopId))
    .where(
      and(
        eq(payee.campaignId, currentCampaign(office).id),
        eq(payee.cardPrint, cardPrint(office, card)),
        ne(payee.workshopId, workshopId),
      ),
    )
    .get();
  return other
    ? [
        problem('payee.sameCard', `该银行卡号已登记为“${other.name}”的收款账户，不能重复使用，请核对`, {
          field: 'card',
          expected: '每家一个本人账户',
        }),
      ]
    : [];
}

const missing = (field: PayeeField): Problem =>
  problem(`payee.${field}`, `请填写${PAYEE_LABELS[field]}`, { field });

const partsMissing = (parts: PayeePatch): readonly Problem[] =>
  (['idName', 'accountName', 'bank', 'card'] as const)
    .filter((field) => parts[field] === undefined)
    .map(missing);

/** Keeps 收款信息 sealed; parts left out stay. What was changed must be confirmed anew. Answers its warnings. */
export function savePayee(
  office: Office,
  workshopId: WorkshopId,
  patch: PayeePatch,
  act: Act,
): Result<readonly Problem[]> {
  const who = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  if (!who || who.removedAt !== null) {
    return refuse(problem('workshop.unknown', '没有找到该小作坊，可能已移入回收站'));
  }
  const before = rowOf(office, workshopId);
  const earlier = before && payeeInClear(office, before);
  const parts = { ...earlier, ...patch };
  const whole = Payee.safeParse(parts);
  if (!whole.success) return refuse(...partsMissing(parts));
  const { idName, accountName, bank, card } = whole.data;
  const twice = sameCard(office, card, workshopId);
  if (twice.length > 0) return refuse(...twice);
  const values = {
    idNameSealed: office.vault.seal(idName, context('idName')),
    accountNameSealed: office.vault.seal(accountName, context('accountName')),
    bankSealed: office.vault.seal(bank, context('bank')),
    cardSealed: office.vault.seal(card, context('card')),
    cardPrint: cardPrint(office, card),
    confirmedOn: null,
    updatedAt: act.at,
  };
  const changes = (['idName', 'accountName', 'bank', 'card'] as const).flatMap((field) =>
    privateChange(PAYEE_LABELS[field], earlier?.[field] ?? null, whole.data[field], FIELDS[field].mask),
  );
  return transact(office, () => {
    if (before) office.db.update(payee).set(values).where(eq(payee.id, before.id)).run();
    else {
      const { id: campaignId } = currentCampaign(office);
      office.db
        .insert(payee)
        .values({ ...values, id: newId(PayeeId), campaignId, workshopId })
        .run();
    }
    const sentence = `${before ? '修改' : '登记'}了“${who.name}”的收款信息`;
    audit(office, act, before ? 'payee.change' : 'payee.add', sentence, workshopId, changes);
    return ok(payeeWarnings(whole.data, who.ownerName));
  });
}

function unknown(office: Office, workshopId: WorkshopId) {
  const who = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  const name = who ? `“${who.name}”` : '该小作坊';
  return refuse(problem('payee.unknown', `${name}还没有收款信息，请先登记`));
}

/** 核实: checked with the owner against card and 身份证. `on` null takes it back. */
export function confirmPayee(
  office: Office,
  workshopId: WorkshopId,
  on: IsoDate | null,
  act: Act,
): Result<void> {
  const row = rowOf(office, workshopId);
  if (!row) return unknown(office, workshopId);
  if (on !== null && on > act.today) {
    return refuse(
      problem('payee.future', `核实日期${on}晚于今天（${act.today}），请核对`, {
        field: 'on',
        found: on,
        expected: `不晚于${act.today}`,
      }),
    );
  }
  return transact(office, () => {
    office.db.update(payee).set({ confirmedOn: on }).where(eq(payee.id, row.id)).run();
    const sentence = on === null ? '撤回了收款信息的核实' : `核实了收款信息（${on}）`;
    audit(office, act, on === null ? 'payee.unconfirm' : 'payee.confirm', sentence, workshopId);
    return ok(undefined);
  });
}

/** Into 回收站, sealed as it was. */
export function removePayee(
  office: Office,
  workshopId: WorkshopId,
  reason: string,
  act: Act,
): Result<string> {
  const row = rowOf(office, workshopId);
  if (!row) return unknown(office, workshopId);
  const who = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  const name = `${who?.name ?? ''}的收款信息`;
  return removeRow(office, { kind: 'payee', id: row.id, name, reason, workshopId }, act);
}

/** One part in the clear, with a line in the log. */
export function revealPayee(
  office: Office,
  workshopId: WorkshopId,
  field: PayeeField,
  act: Act,
): Result<string> {
  const row = rowOf(office, workshopId);
  if (!row) return unknown(office, workshopId);
  return transact(office, () => {
    audit(office, act, 'private.reveal', `查看了收款信息的${PAYEE_LABELS[field]}`, workshopId);
    return ok(unsealed(office, row, field));
  });
}
