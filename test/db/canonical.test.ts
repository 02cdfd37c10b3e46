import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../db/canonical.ts';

const shuffledKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffledKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, shuffledKeys(one)] as const);
  return Object.fromEntries(entries.reverse());
};

const json = fc.jsonValue({ stringUnit: 'grapheme' });

describe('canonicalJson', () => {
  it('gives the text of RFC 8785, section 3.2.2 and 3.2.3', () => {
    const numbers = { numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27] };
    expect(canonicalJson(numbers)).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}');
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect([...canonicalJson(keys).matchAll(/:(\d)/g)].map((match) => match[1]).join('')).toBe('2467153');
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\')).toBe('"€$\\u000f\\nA\'B\\"\\\\"');
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffledKeys(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('leaves out absent properties and keeps strings unnormalised', () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
    expect(canonicalJson('e\u0301')).not.toBe(canonicalJson('\u00e9'));
    expect(canonicalJson({ 店: '𠮷记' })).toBe('{"店":"𠮷记"}');
    expect(canonicalJson(-0)).toBe('0');
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    new Date(0),
    new Map(),
    1n,
    undefined,
    [undefined],
    '\ud83d',
  ])('throws for what JSON cannot carry: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the canonical text', () => {
    expect(digestOf({ b: 1, a: '示例' })).toStrictEqual(digestOf({ a: '示例', b: 1 }));
    expect(digestOf({}).sha256).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('differs for different records', () => {
    expect(digestOf({ revision: 1 }).code).not.toBe(digestOf({ revision: 2 }).code);
  });
});
