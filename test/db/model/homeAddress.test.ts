import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, addressForms, addressIndex, secretAddresses } from '../../../db/model/homeAddress.ts';

const HOME = '示例县示例镇示例村3组12号';
const isNamed = (text: string, home = HOME): boolean => addressesIn(text, addressIndex([home])).size > 0;

describe('a home address', () => {
  it.each([
    ['as it is', '住示例县示例镇示例村3组12号。'],
    ['without the county', '业主住示例镇示例村3组12号'],
    ['with province and city before it', '示例省示例市示例县示例镇示例村3组12号'],
    ['in full width', '示例县示例镇示例村３组１２号'],
    ['with spaces and line breaks', '示例县 示例镇\n示例村\t3组\u3000 12号'],
    ['with marks', '示例县-示例镇，示例村（3组）12号'],
    ['with marks nobody sees', '示例县示例镇\u200b示例村3组\u00ad12号'],
  ])('is found %s', (_how, text) => {
    expect(isNamed(text)).toBe(true);
  });

  it.each([
    ['another house of the village', '示例县示例镇示例村3组13号'],
    ['the village', '示例县示例镇示例村'],
    ['its town', '示例县示例镇'],
    ['nothing', ''],
  ])('is not found in %s', (_what, text) => {
    expect(isNamed(text)).toBe(false);
  });

  it('ends where its number ends', () => {
    expect(isNamed('示例镇示例大街12号', '示例镇示例大街1')).toBe(false);
    expect(isNamed('示例镇示例大街1，', '示例镇示例大街1')).toBe(true);
    expect(isNamed('示例镇示例大街81号', '示例镇示例大街8-1号')).toBe(false);
    expect(isNamed('示例镇示例大街8－1号', '示例镇示例大街8-1号')).toBe(true);
  });

  it.each(['示例县示例街道', '示例市示例区示例街道办事处', '示例县示例镇示例大街', '示例县示例镇', '示例村'])(
    'that names no home is never looked for: %s',
    (address) => {
      expect(addressForms(address)).toEqual([]);
    },
  );

  it('is public where a workshop’s own address says all of it', () => {
    const published = ['示例镇示例村３组12号', '示例县示例镇示例街5号'];
    const secret = ['示例县示例镇示例街5号2楼', '示例县示例镇示例村3组1'];
    expect(secretAddresses([HOME, ...secret], published)).toEqual(secret);
  });
});

const WORD = fc.array(fc.constantFrom(...'示例东西南北山水'), { minLength: 2, maxLength: 4 });
const address = fc
  .tuple(WORD, WORD, fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 }))
  .map(([town, village, house, room]) => `示例县${town.join('')}镇${village.join('')}村${house}号${room}室`);
const GAP = fc.constantFrom('', '', ' ', '\n', '\u3000', '，', '·', '\u200b');
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

it('is found however its characters are set apart, and never in another address', () => {
  fc.assert(
    fc.property(
      address,
      fc.array(GAP, { minLength: 40, maxLength: 40 }),
      fc.boolean(),
      (home, gaps, isWide) => {
        const spread = [...home].map((one, index) => `${one}${gaps[index] ?? ''}`).join('');
        expect(isNamed(`现住${isWide ? wide(spread) : spread}内`, home)).toBe(true);
      },
    ),
  );
  fc.assert(
    fc.property(address, address, (home, other) => {
      fc.pre(!other.includes(home.slice('示例县'.length)));
      expect(isNamed(`地址：${other}`, home)).toBe(false);
    }),
  );
});
