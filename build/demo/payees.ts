import { passesLuhn } from '../../db/model/awards.ts';
import { DEMO_APPLICANTS } from './applicants.ts';
import { STORY } from './story.ts';

const DIGITS = [...'0123456789'];

/** A number that no bank gives out (9999…): with the right check digit, or the next one. */
function fictionalCard(index: number, right = true): string {
  const head = `999999000000000${String(index + 1).padStart(3, '0')}`;
  const check = DIGITS.findIndex((digit) => passesLuhn(head + digit));
  return `${head}${right ? check : (check + 1) % 10}`;
}

/** What the owner of a workshop wrote down for the award, as `payee --file` takes it. */
export function payeeOf(workshop: string) {
  const index = DEMO_APPLICANTS.findIndex((one) => one.name === workshop);
  const owner = DEMO_APPLICANTS[index]?.owner ?? '';
  return {
    name: workshop,
    idName: owner,
    accountName: owner,
    bank: index % 2 === 0 ? '示例银行示例县支行' : '示例农商银行示例镇支行',
    card: fictionalCard(index, workshop !== STORY.repaid),
  };
}

/** The card read again from the bank's own slip after the payment failed. */
export const correctedPayee = (workshop: string) => ({
  name: workshop,
  card: fictionalCard(DEMO_APPLICANTS.findIndex((one) => one.name === workshop)),
});
