import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryCode,
  parseRecoveryCode,
  RECOVERY_CODE_RANDOM_BYTES,
  recoveryCodeFrom,
} from '../../../db/model/recoveryCode.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc
  .uint8Array({ minLength: RECOVERY_CODE_RANDOM_BYTES, maxLength: RECOVERY_CODE_RANDOM_BYTES })
  .map(recoveryCodeFrom);

const problemOf = (text: string) => {
  const parsed = parseRecoveryCode(text);
  return parsed.ok ? undefined : parsed.problems[0];
};

const replaceAt = (text: string, index: number, by: string) =>
  text.slice(0, index) + by + text.slice(index + 1);

describe('a recovery code', () => {
  it('is printed as 8 groups of 4 and read back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const printed = formatRecoveryCode(code);
        expect(printed).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
        expect(parseRecoveryCode(printed)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('is read however it was typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const groups = formatRecoveryCode(code).split('-');
        const fullWidth = [...groups.join('')]
          .map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
          .join('');
        const spellings = [
          groups.join(' ').toLowerCase(),
          ` ${groups.join('　')}\r\n`,
          groups.join('—'),
          groups.join('').replaceAll('0', 'o').replaceAll('1', 'l'),
          groups.join('.').replaceAll('0', 'O').replaceAll('1', 'I'),
          fullWidth,
        ];
        for (const spelling of spellings)
          expect(parseRecoveryCode(spelling)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('names the group of any one wrong character', () => {
    fc.assert(
      fc.property(codes, fc.nat(31), fc.nat(30), (code, index, step) => {
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(index)) + step + 1) % 32);
        const found = problemOf(replaceAt(code, index, wrong));
        expect(found?.code).toBe('key.group');
        expect(found?.message).toContain(`第${Math.floor(index / 4) + 1}组`);
      }),
    );
  });

  it('notices two characters or two groups exchanged', () => {
    fc.assert(
      fc.property(codes, fc.nat(6), fc.nat(2), (code, group, place) => {
        const groups = formatRecoveryCode(code).split('-');
        const swapped = [...groups];
        [swapped[group], swapped[group + 1]] = [groups[group + 1] ?? '', groups[group] ?? ''];
        expect(problemOf(swapped.join(''))?.code).toBe('key.group');
        const at = group * 4 + place;
        if (place === 2 || code[at] === code[at + 1]) return;
        const exchanged = replaceAt(replaceAt(code, at, code.charAt(at + 1)), at + 1, code.charAt(at));
        expect(problemOf(exchanged)?.code).toBe('key.group');
      }),
    );
  });

  it('is refused by length and by foreign characters, and no message repeats it', () => {
    const code = recoveryCodeFrom(new Uint8Array(RECOVERY_CODE_RANDOM_BYTES).fill(9));
    expect(problemOf('')?.code).toBe('key.length');
    expect(problemOf(code.slice(1))).toMatchObject({ code: 'key.length', found: '31个字符' });
    expect(problemOf(replaceAt(code, 5, 'U'))).toMatchObject({ code: 'key.character' });
    expect(problemOf(replaceAt(code, 5, '码'))?.message).toContain('第2组');
    for (const text of [code.slice(1), replaceAt(code, 0, '0'), replaceAt(code, 5, '*')]) {
      expect(JSON.stringify(problemOf(text))).not.toContain(code.slice(8, 16));
    }
  });
});
