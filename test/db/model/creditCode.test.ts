import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CREDIT_CODE_FAULTS, creditCodeFault } from '../../../db/model/creditCode.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

it.each([
  ['91350100M000100Y43', undefined],
  [' 91350100m000100y43 ', undefined],
  ['', undefined],
  ['220122600123456', undefined],
  ['2201226001234', undefined],
  ['91350100M000100Y44', 'checkDigit'],
  ['91350100M0001O0Y43', 'characters'],
  ['91350100M000100Y4', 'length'],
  ['91350100M000100Y433', 'length'],
  ['22012260012345', 'length'],
] as const)('%j: %s', (code, expected) => {
  expect(creditCodeFault(code)).toBe(expected);
  if (expected) expect(CREDIT_CODE_FAULTS[expected]).not.toBe('');
});

/** The sum of GB 32100-2015, 4.3, with the weights counted out as powers of three. */
function withCheckDigit(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const one of body) {
    sum += weight * ALPHABET.indexOf(one);
    weight = (weight * 3) % 31;
  }
  return body + ALPHABET.charAt((31 - (sum % 31)) % 31);
}

const body = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 17, maxLength: 17 });
const place = fc.nat({ max: 17 });
const other = fc.constantFrom(...ALPHABET);

it('accepts every code with its check digit', () => {
  fc.assert(
    fc.property(body, (given) => {
      expect(creditCodeFault(withCheckDigit(given))).toBeUndefined();
    }),
  );
});

it('finds any one character typed wrong, and any two neighbours swapped', () => {
  fc.assert(
    fc.property(body, place, other, (given, at, typed) => {
      const code = withCheckDigit(given);
      fc.pre(code[at] !== typed);
      expect(creditCodeFault(code.slice(0, at) + typed + code.slice(at + 1))).toBe('checkDigit');
    }),
  );
  fc.assert(
    fc.property(body, fc.nat({ max: 15 }), (given, at) => {
      const code = withCheckDigit(given);
      fc.pre(code[at] !== code[at + 1]);
      const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
      expect(creditCodeFault(swapped)).toBe('checkDigit');
    }),
  );
});
