import { formatArea } from '../area.ts';
import type { IsoDate } from '../dates.ts';
import type { ImportField } from '../importTypes.ts';
import { fen, formatYuan } from '../money.ts';
import type { Policy } from '../policy.ts';
import type { Fault } from './reading.ts';

export type Values = ReadonlyMap<ImportField, unknown>;

interface Doubt {
  readonly field: ImportField;
  readonly fault: Fault;
}

const MAX_USUAL_AREA = 10_000 * 100;
const MAX_USUAL_INVESTMENT = 1_000 * 10_000 * 100;
const MAX_USUAL_SALES = 10_000 * 10_000 * 100;
const MAX_USUAL_STAFF = 200;

const numberOf = (values: Values, field: ImportField): number | undefined => {
  const value = values.get(field);
  return typeof value === 'number' ? value : undefined;
};

const dayOf = (values: Values, field: ImportField): string | undefined => {
  const value = values.get(field);
  return typeof value === 'string' ? value : undefined;
};

const doubt = (field: ImportField, code: string, said: string): Doubt => ({ field, fault: { code, said } });

function* areaDoubts(values: Values, policy: Policy): Generator<Doubt> {
  const operation = numberOf(values, 'operationArea');
  const total = numberOf(values, 'totalArea');
  for (const field of ['totalArea', 'operationArea'] as const) {
    if ((numberOf(values, field) ?? 0) > MAX_USUAL_AREA) {
      yield doubt(field, 'import.unusual', '大得少见，请核对单位是否有误');
    }
  }
  if (operation === undefined) return;
  if (total !== undefined && operation > total) {
    yield doubt('operationArea', 'import.areaOrder', `大于场所总面积${total / 100}㎡，请核对`);
  }
  if (operation < policy.minArea) {
    yield doubt(
      'operationArea',
      'condition.area',
      `低于申请条件${formatArea(policy.minArea)}㎡，审核时不能通过`,
    );
  }
}

function* moneyDoubts(values: Values, policy: Policy): Generator<Doubt> {
  const planned = numberOf(values, 'plannedInvestment');
  if ((numberOf(values, 'annualSales') ?? 0) > MAX_USUAL_SALES) {
    yield doubt('annualSales', 'import.unusual', '大得少见，请核对单位是否有误');
  }
  if (planned === undefined) return;
  if (planned > MAX_USUAL_INVESTMENT) {
    yield doubt('plannedInvestment', 'import.unusual', '大得少见，请核对单位是否有误');
  }
  if (planned < policy.minOwnInvestment) {
    const said = `按${formatYuan(fen(planned))}元计，低于申请条件${formatYuan(policy.minOwnInvestment)}元，请核对单位是否有误`;
    yield doubt('plannedInvestment', 'condition.investment', said);
  }
}

function* peopleDoubts(values: Values): Generator<Doubt> {
  const staff = numberOf(values, 'staffCount');
  const certified = numberOf(values, 'healthCertificateCount');
  if ((staff ?? 0) > MAX_USUAL_STAFF) yield doubt('staffCount', 'import.unusual', '多得少见，请核对');
  if (staff !== undefined && certified !== undefined && certified > staff) {
    yield doubt('healthCertificateCount', 'import.countOrder', `多于从业人员数${staff}，请核对`);
  }
}

function* dayDoubts(values: Values, today: IsoDate): Generator<Doubt> {
  for (const field of ['openedOn', 'promisedOn', 'appliedOn'] as const) {
    const day = dayOf(values, field);
    if (day !== undefined && day > today) yield doubt(field, 'import.future', '晚于今天，请核对');
  }
  const until = dayOf(values, 'certificateValidUntil');
  if (until !== undefined && until < today) {
    yield doubt('certificateValidUntil', 'condition.certificateExpired', '证照已经到期，请核对');
  }
}

/** What can be read but is hardly meant, or will not pass the review. Warnings: the clerk decides. */
export function doubtsAbout(values: Values, policy: Policy, today: IsoDate): readonly Doubt[] {
  return [
    ...areaDoubts(values, policy),
    ...moneyDoubts(values, policy),
    ...peopleDoubts(values),
    ...dayDoubts(values, today),
  ];
}
