import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { PaymentId, WorkshopId } from './ids.ts';
import { type Problem, problem, warning } from './problems.ts';
import type { PaymentState } from './terms.ts';

/** Check digit of card numbers (ISO/IEC 7812-1): true where it fits. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, one, index) => {
    const value = Number(one) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** As typed or copied: full width and spaces in groups of four are taken. */
export const cardDigits = (typed: string): string => typed.normalize('NFKC').replace(/[\s\-–—]/g, '');

const name = (what: string, max: number) =>
  z.string().trim().min(1, `请填写${what}`).max(max, `${what}不能超过${max}个字`);

/** 收款信息: 身份证姓名 and 户名 are two fields, because they differ now and then. */
export const Payee = z.object({
  idName: name('身份证姓名', 40),
  accountName: name('户名', 60),
  /** To the branch. */
  bank: name('开户银行', 80),
  card: z
    .string()
    .transform(cardDigits)
    .pipe(z.string().regex(/^\d{12,19}$/, '银行卡号应为12至19位数字')),
});
export type Payee = z.infer<typeof Payee>;

/** Parts left out stay as they are; a new payee needs all four. */
export const PayeePatch = Payee.partial();
export type PayeePatch = z.infer<typeof PayeePatch>;

export const PayeeField = z.enum(['idName', 'accountName', 'bank', 'card']);
export type PayeeField = z.infer<typeof PayeeField>;

export const PAYEE_LABELS: Readonly<Record<PayeeField, string>> = {
  idName: '身份证姓名',
  accountName: '户名',
  bank: '开户银行',
  card: '银行卡号',
};

/** `工商银行` alone does not reach an account; a branch is called one of these. */
const BRANCH = /(支行|分行|营业部|营业室|营业厅|分理处|储蓄所|信用社|分社|网点|总行|支局|营业所|农商行.+店)/;

/** What a clerk should look at before money is sent; none of it stops the payee from being kept. */
export function payeeWarnings(payee: Payee, ownerName: string): readonly Problem[] {
  const { idName, accountName, bank, card } = payee;
  return [
    !passesLuhn(card) &&
      warning('payee.luhn', '银行卡号的校验位不对，请对照银行卡核对是否录错', {
        field: 'card',
        expected: '校验位相符的卡号',
      }),
    idName !== accountName &&
      warning('payee.names', '身份证姓名与户名不一致，可能导致发放失败，请与业主核实', {
        field: 'accountName',
      }),
    idName !== ownerName &&
      warning('payee.owner', '身份证姓名与登记的业主姓名不一致，请核实收款人', { field: 'idName' }),
    !BRANCH.test(bank) &&
      warning('payee.branch', '开户银行没有写到网点（如“××银行××支行”），请补充完整', { field: 'bank' }),
  ].filter((one) => one !== false);
}

/** `李*`, `示例**`: enough to recognise, not enough to use. */
export const maskName = (value: string): string => {
  const [first = '', ...rest] = [...value];
  return `${first}${'*'.repeat(Math.max(1, rest.length))}`;
};

export const PAY_STATES = {
  notAnnounced: '待省厅公布',
  noPayee: '待填收款信息',
  unconfirmed: '收款信息待核实',
  payable: '可以发放',
  planned: '待发放',
  paid: '已发放',
  failed: '发放失败，待补发',
} as const;
export type PayState = keyof typeof PAY_STATES;

interface PaymentFacts {
  readonly id: PaymentId;
  readonly state: PaymentState;
  readonly repeatsId: PaymentId | null;
  /** Its 发放表 was taken back. */
  readonly cancelled: boolean;
}

export interface PayFacts {
  readonly announced: boolean;
  readonly payee: { readonly confirmed: boolean } | null;
  /** In the order they were made. */
  readonly payments: readonly PaymentFacts[];
}

/** The payment that counts: the latest of those not taken back. */
export const currentPayment = <Row extends Pick<PaymentFacts, 'cancelled'>>(
  payments: readonly Row[],
): Row | undefined => payments.filter((one) => !one.cancelled).at(-1);

/** Money already sent or on its way says more than what it still lacks. */
export function payState({ announced, payee, payments }: PayFacts): PayState {
  const current = currentPayment(payments);
  if (current) return current.state;
  if (!announced) return 'notAnnounced';
  if (payee === null) return 'noPayee';
  return payee.confirmed ? 'payable' : 'unconfirmed';
}

/** What stands against putting a workshop on a new 发放表. */
export function payProblems(workshopName: string, facts: PayFacts): readonly Problem[] {
  const current = currentPayment(facts.payments);
  const stop = (code: string, message: string): Problem =>
    problem(`payment.${code}`, `“${workshopName}”${message}`, { found: workshopName });
  return [
    !facts.announced && stop('notAnnounced', '不在省厅公布的名单上，不能发放奖补'),
    facts.payee === null && stop('noPayee', '没有收款信息，请先登记'),
    facts.payee?.confirmed === false && stop('unconfirmed', '的收款信息还没有核实，请先核实'),
    current?.state === 'paid' && stop('paid', '已经发放，不能重复发放'),
    current?.state === 'planned' && stop('planned', '已在另一张发放表上，还没有登记发放结果'),
  ].filter((one) => one !== false);
}

/** The failed payment a new one makes good. */
export const repeatedBy = (facts: PayFacts): PaymentId | null => {
  const current = currentPayment(facts.payments);
  return current?.state === 'failed' ? current.id : null;
};

export const BatchInput = z.object({
  title: z.string().trim().min(1, '请填写发放表名称').max(60, '发放表名称不能超过60个字'),
  madeOn: IsoDate,
  workshopIds: z.array(WorkshopId).min(1, '请选择要发放的小作坊').max(2000),
});
export type BatchInput = z.infer<typeof BatchInput>;

export const SettlementInput = z
  .object({
    paymentIds: z.array(PaymentId).min(1, '请选择要登记结果的发放').max(2000),
    state: z.enum(['paid', 'failed']),
    settledOn: IsoDate,
    failure: z.string().trim().max(200, '失败原因不能超过200个字'),
  })
  .refine((one) => one.state === 'paid' || one.failure !== '', {
    error: '请写明发放失败的原因',
    path: ['failure'],
  });
export type SettlementInput = z.infer<typeof SettlementInput>;
