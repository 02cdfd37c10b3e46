import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cardDigits,
  Payee,
  type PayFacts,
  passesLuhn,
  payeeWarnings,
  payProblems,
  payState,
  repeatedBy,
} from '../../../db/model/awards.ts';
import { newId, PaymentId } from '../../../db/model/ids.ts';
import { keysOf, PAYMENT_STATES } from '../../../db/model/terms.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

const withCheckDigit = (body: string): string => {
  const last = [...'0123456789'].find((one) => passesLuhn(`${body}${one}`));
  return `${body}${last ?? ''}`;
};

describe('passesLuhn', () => {
  it('knows published test numbers', () => {
    expect(passesLuhn('4111111111111111')).toBe(true);
    expect(passesLuhn('79927398713')).toBe(true);
    expect(passesLuhn('79927398710')).toBe(false);
    expect(passesLuhn('')).toBe(false);
    expect(passesLuhn('4111-1111')).toBe(false);
  });

  it('has exactly one check digit for every body, and finds every single wrong digit', () => {
    fc.assert(
      fc.property(digits(15), fc.nat(15), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
        expect([...'0123456789'].filter((one) => passesLuhn(`${body}${one}`))).toHaveLength(1);
        const card = withCheckDigit(body);
        const wrong = (Number(card[place]) + shift) % 10;
        expect(passesLuhn(`${card.slice(0, place)}${wrong}${card.slice(place + 1)}`)).toBe(false);
      }),
    );
  });
});

describe('a payee', () => {
  const given = {
    idName: '示例业主',
    accountName: '示例业主',
    bank: '示例银行示例县支行',
    card: '4111 1111 1111 1111',
  };

  it('takes a card as it is typed or copied', () => {
    expect(cardDigits('４１１１ 1111-1111 1111')).toBe('4111111111111111');
    expect(Payee.parse(given).card).toBe('4111111111111111');
    expect(Payee.safeParse({ ...given, card: '4111 1111' }).success).toBe(false);
    expect(Payee.safeParse({ ...given, bank: ' ' }).success).toBe(false);
  });

  it('is warned about, never refused, and no warning repeats a value', () => {
    const codesOf = (some: Partial<typeof given>, owner = '示例业主') =>
      payeeWarnings(Payee.parse({ ...given, ...some }), owner).map((one) => one.code);
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ card: '4111111111111112' })).toEqual(['payee.luhn']);
    expect(codesOf({ accountName: '示例家属' })).toEqual(['payee.names']);
    expect(codesOf({}, '另一业主')).toEqual(['payee.owner']);
    expect(codesOf({ bank: '示例银行' })).toEqual(['payee.branch']);
    const all = payeeWarnings(Payee.parse({ ...given, card: '4111111111111112', bank: '示例银行' }), '甲');
    for (const value of ['4111111111111112', '示例业主']) {
      expect(JSON.stringify(all)).not.toContain(value);
    }
  });
});

describe('paying', () => {
  const payment = fc.record({
    id: fc.constant(newId(PaymentId)),
    state: fc.constantFrom(...keysOf(PAYMENT_STATES)),
    repeatsId: fc.constant(null),
    cancelled: fc.boolean(),
  });
  const facts: fc.Arbitrary<PayFacts> = fc.record({
    announced: fc.boolean(),
    payee: fc.option(fc.record({ confirmed: fc.boolean() }), { nil: null }),
    payments: fc.array(payment, { maxLength: 4 }),
  });

  it('pays only what is announced, confirmed and neither paid nor on its way', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const live = all.payments.filter((one) => !one.cancelled).at(-1)?.state;
        const may = payProblems('示例坊', all).length === 0;
        expect(may).toBe(
          all.announced && all.payee?.confirmed === true && (live === undefined || live === 'failed'),
        );
        if (may) expect(['payable', 'failed']).toContain(payState(all));
        expect(repeatedBy(all) !== null).toBe(live === 'failed');
      }),
    );
  });
});
