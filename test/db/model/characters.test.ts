import { expect, it } from 'vitest';
import { characterFault } from '../../../db/model/characters.ts';
import { initialsOf } from '../../../db/workshops/pinyin.ts';

it('finds nothing to say about names of GB 18030-2022, in any script of them', () => {
  for (const name of [
    '示例豆腐坊',
    '䶮㛃𬴂𠮷𪚥',
    '阿依努尔·示例',
    '𫖯𬱖',
    '①②③㎡℃',
    'A-1 “示例”（一）',
    '⼀',
  ]) {
    expect(characterFault(name)).toBeUndefined();
  }
});

it('names what another PC would not show', () => {
  expect(characterFault('示例\ue863')).toContain('自造字（U+E863）');
  expect(characterFault('示例\u{f0000}')).toContain('自造字（U+F0000）');
  expect(characterFault('示例\ufffd')).toContain('无效字符（U+FFFD）');
  expect(characterFault('示例\ud842')).toContain('无效字符（U+D842）');
  expect(characterFault('示例𰻞面馆')).toContain('“𰻞”（U+30EDE），不在 GB 18030-2022 之内');
  expect(characterFault('示例🍜')).toContain('表情符号“🍜”');
});

it('names scripts whose letters change with their neighbours, and marks that choose a shape', () => {
  expect(characterFault('示例ᠮᠣᠩᠭᠣᠯ')).toContain('含有蒙古文');
  expect(characterFault('示例བོད')).toContain('含有藏文');
  expect(characterFault('示例ئۇيغۇر')).toContain('维吾尔文');
  expect(characterFault('葛\u{E0100}记')).toContain('字形选择符（U+E0100）');
});

it('gives rare characters their initials, so that a name is found by typing', () => {
  expect(initialsOf('䶮㛃𬴂𠮷𪚥')).toBe('yjfjz');
  expect(initialsOf('示例𠮷氏·买买提')).toBe('sljs·mmt');
});
