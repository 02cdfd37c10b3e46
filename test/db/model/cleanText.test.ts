import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, foldedText, typedText } from '../../../db/model/cleanText.ts';
import { tidy } from '../../../db/model/import/text.ts';

describe('a text is stored', () => {
  it.each([
    ['without a zero-width space', '示例\u200b豆腐坊', '示例豆腐坊'],
    ['without a joiner', '示\u200d例\u2060坊', '示例坊'],
    ['without a soft hyphen', '示例\u00ad坊', '示例坊'],
    ['without what turns a line', '示例\u202e坊\u202c', '示例坊'],
    ['with letters that have their marks', 'cafe\u0301 示例u\u0308', 'café 示例ü'],
    ['with the dot of names', '阿依•示例', '阿依·示例'],
    ['with the dot of another keyboard', '阿依・示例', '阿依·示例'],
  ])('%s', (_what, typed, stored) => {
    expect(cleanText(typed)).toBe(stored);
    expect(tidy(typed)).toBe(stored);
    expect(typedText(60).parse(` ${typed} `)).toBe(stored);
  });

  it.each([
    '䶮㛃𬴂𠮷𪚥',
    '阿依古丽·示例',
    '﨑\u{F90A}',
    '㎡№①',
    'ＡＢ．１',
    '葛\u{E0100}',
    '• 第一条\n• 第二条',
    'ن\u200cم',
    '👩\u200d🍳',
  ])('as it is: %s', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('as before when it is stored again, within its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanText(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a search', () => {
  it.each([
    ['another dot', '阿依·示例', '阿依•'],
    ['a full stop for a dot', '阿依·示例', '阿依.示例'],
    ['full width', 'ＡＢ豆腐坊', 'ab'],
    ['a compatibility ideograph', '示例\u{F90A}坊', '示例金'],
    ['a variant of a character', '葛\u{E0100}记', '葛记'],
    ['a rare character', '示例𠮷坊', '𠮷'],
  ])('finds a name whatever is typed: %s', (_what, name, typed) => {
    expect(foldedText(name)).toContain(foldedText(typed));
  });

  it('tells what differs apart', () => {
    expect(foldedText('示例𠮷坊')).not.toContain(foldedText('吉'));
    expect(foldedText('1.5米')).toBe('1.5米');
  });
});
