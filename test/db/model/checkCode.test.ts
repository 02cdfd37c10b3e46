import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCode, formatCode, normaliseCode } from '../../../db/model/checkCode.ts';

const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('checkCode', () => {
  it('spells 80 bits in Crockford base32', () => {
    expect(checkCode('00'.repeat(32))).toBe('0000000000000000');
    expect(checkCode('ff'.repeat(32))).toBe('ZZZZZZZZZZZZZZZZ');
    expect(checkCode('00443214c74254b635cf84653a56d7c675be77df')).toBe('0123456789ABCDEF');
  });

  it('gives the same code for bytes and hexadecimal', () => {
    fc.assert(
      fc.property(digest, (bytes) => {
        expect(checkCode(bytes)).toBe(checkCode(Buffer.from(bytes).toString('hex')));
      }),
    );
  });

  it('differs whenever the first 80 bits differ, and only then', () => {
    fc.assert(
      fc.property(digest, fc.nat({ max: 255 }), (bytes, bit) => {
        const flipped = Uint8Array.from(bytes, (byte, index) =>
          index === bit >> 3 ? byte ^ (128 >> (bit & 7)) : byte,
        );
        expect(checkCode(flipped) === checkCode(bytes)).toBe(bit >= 80);
      }),
    );
  });

  it('refuses what is no digest', () => {
    expect(() => checkCode('xyz')).toThrow();
    expect(() => checkCode('abc')).toThrow();
    expect(() => checkCode(new Uint8Array(9))).toThrow();
  });
});

describe('normaliseCode', () => {
  it('forgives how people type', () => {
    expect(normaliseCode(' o1il-4567-89ab-cdef ')).toBe('0111456789ABCDEF');
    expect(normaliseCode('０１２３－４５６７—８９ＡＢ　ＣＤＥＦ')).toBe('0123456789ABCDEF');
  });

  it.each(['', '0123456789ABCDE', '0123456789ABCDEFG', '0123-4567-89AB-CDEU', '0123456789ABCD示例'])(
    'answers null for %j',
    (text) => {
      expect(normaliseCode(text)).toBeNull();
    },
  );

  it('reads back every printed code', () => {
    fc.assert(
      fc.property(digest, (bytes) => {
        const code = checkCode(bytes);
        expect(formatCode(code)).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
        expect(formatCode(formatCode(code))).toBe(formatCode(code));
        expect(normaliseCode(formatCode(code).toLowerCase())).toBe(code);
      }),
    );
  });
});
