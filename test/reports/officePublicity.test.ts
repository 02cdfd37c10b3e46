import { afterEach, expect, it } from 'vitest';
import { auditRows } from '../../db/audit.ts';
import { publicities } from '../../db/publicity.ts';
import { publicise } from '../../reports/officePublicity.ts';
import { cleanUp, codesOf, must } from '../db/open/fixtures.ts';
import { actOn, addApplicant, emptyOffice, NOTICE, selectEverybody } from '../fixtures/office.ts';

afterEach(cleanUp);

const act = actOn('2021-04-15');
const ID = '110101199001010015';

async function officeSelling(products: string, secret: { phone?: string; idNumber?: string } = {}) {
  const office = await emptyOffice();
  must(addApplicant(office, '示例豆腐坊', { workshop: { products }, private: secret }));
  selectEverybody(office);
  return office;
}

it('publishes a clean list without a question', async () => {
  const office = await officeSelling('豆腐');
  must(publicise(office, { ...NOTICE, privacyReason: '' }, act));
  expect(publicities(office, act.today)).toHaveLength(1);
});

it('asks for a reason where something looks like a private number, publishes with it, and logs it', async () => {
  const office = await officeSelling('豆腐，订购13800000000');
  const asked = publicise(office, { ...NOTICE, privacyReason: '' }, act);
  expect(codesOf(asked)).toEqual(['privacy.reason', 'privacy.pattern']);
  expect(asked).toMatchObject({ problems: [{ field: 'privacyReason' }, { severity: 'warning', row: 1 }] });
  expect(publicities(office, act.today)).toEqual([]);

  must(publicise(office, { ...NOTICE, privacyReason: '是对外的订购电话13800000000' }, act));
  const [logged] = auditRows(office, { limit: 10 }).filter((row) => row.sentence.includes('理由'));
  expect(logged?.sentence).toContain('是对外的订购电话');
  const log = JSON.stringify(auditRows(office, { limit: 100 }));
  expect(log).not.toContain('13800000000');
});

it('takes no reason for a number the office keeps', async () => {
  const office = await officeSelling(`豆腐，证号${ID}`, { idNumber: ID });
  const refused = publicise(office, { ...NOTICE, privacyReason: '业主同意' }, act);
  expect(codesOf(refused)).toEqual(['privacy.storedNumber']);
  expect(publicities(office, act.today)).toEqual([]);
});
