import { type AddressIndex, addressesIn, addressIndex } from '../../db/model/homeAddress.ts';

/** Letters and digits alone, full width to half, in capitals: a number is found however it was typed. */
const condensed = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A phone, an ID or a card number; anything else (a home address) is compared as text. */
const isNumber = (value: string): boolean => /^\d{7,}X?$/.test(condensed(value));

interface Sought {
  readonly numbers: ReadonlySet<string>;
  readonly lengths: readonly number[];
  readonly addresses: AddressIndex;
}

/** By the set of values they were made of: an office's thousands of values are condensed once for many papers. */
const prepared = new WeakMap<Iterable<string>, Sought>();

function sought(stored: Iterable<string>): Sought {
  const known = prepared.get(stored);
  if (known) return known;
  const values = [...stored];
  const numbers = new Set(values.filter(isNumber).map(condensed));
  const made = {
    numbers,
    lengths: [...new Set([...numbers].map((number) => number.length))],
    addresses: addressIndex(values.filter((value) => !isNumber(value))),
  };
  prepared.set(stored, made);
  return made;
}

/** The stored numbers that stand in the texts. */
export function numbersIn(texts: readonly string[], stored: Iterable<string>): ReadonlySet<string> {
  const { numbers, lengths } = sought(stored);
  const found = new Set<string>();
  for (const [digits] of texts.flatMap((text) => [...condensed(text).matchAll(/[\dX]{7,}/g)])) {
    for (const length of lengths) {
      for (let at = 0; at + length <= digits.length; at++) {
        const part = digits.slice(at, at + length);
        if (numbers.has(part)) found.add(part);
      }
    }
  }
  return found;
}

/** How many stored numbers stand in the texts; the answer never repeats one. */
export const storedNumbersIn = (texts: readonly string[], stored: Iterable<string>): number =>
  numbersIn(texts, stored).size;

/** The stored home addresses in the texts, condensed. */
export function storedAddressesIn(texts: readonly string[], stored: Iterable<string>): ReadonlySet<string> {
  const { addresses } = sought(stored);
  return new Set(texts.flatMap((text) => [...addressesIn(text, addresses)]));
}

/** Whether a text that travels in the clear holds anything of `stored`. */
export const holdsPrivate = (texts: readonly string[], stored: ReadonlySet<string>): boolean =>
  storedNumbersIn(texts, stored) > 0 || storedAddressesIn(texts, stored).size > 0;
