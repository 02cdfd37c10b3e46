import { BASE_HEADER } from '../../../fixtures/applicants.ts';

/** A table with a column of money, of which nothing says the unit. */
export const header = [...BASE_HEADER, '投入资金'];
export const line = (name: string, money: string | number | null, owner = '张示例') => [
  name,
  owner,
  '示例县示例镇1号',
  '豆腐',
  money,
];
