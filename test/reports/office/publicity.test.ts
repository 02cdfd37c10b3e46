import { afterEach, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { publicities } from '../../../db/publicity/publicityViews.ts';
import { setting } from '../../../db/schema.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { makeOfficePaper } from '../../../reports/office/papers.ts';
import { explainPapers } from '../../../reports/office/privacyReasons.ts';
import { publicise } from '../../../reports/office/publicity.ts';
import { cleanUp, codesOf, must } from '../../db/open/fixtures.ts';
import { actOn, addApplicant, emptyOffice, NOTICE, selectEverybody } from '../../fixtures/office.ts';
import { environment } from '../read.ts';

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

it('freezes no notice that no PC could ever print, and names row and field', async () => {
  const office = await officeSelling('豆腐\ue863、ئۇيغۇر');
  const refused = publicise(office, { ...NOTICE, privacyReason: '' }, act);
  expect(refused).toMatchObject({
    ok: false,
    problems: [
      { code: 'characters.privateUse', field: 'products', row: 1 },
      { code: 'characters.script', message: expect.stringMatching(/^名单第1行主要产品中有.*维吾尔文/) },
    ],
  });
  expect(publicities(office, act.today)).toEqual([]);
});

it('takes no reason for a number the office keeps', async () => {
  const office = await officeSelling(`豆腐，证号${ID}`, { idNumber: ID });
  const refused = publicise(office, { ...NOTICE, privacyReason: '业主同意' }, act);
  expect(codesOf(refused)).toEqual(['privacy.storedNumber']);
  expect(publicities(office, act.today)).toEqual([]);
});

it('asks once: the notice is printed afterwards without a question, with another number it asks anew', async () => {
  const office = await officeSelling('豆腐，订购13800000000');
  const id = must(publicise(office, { ...NOTICE, privacyReason: '对外订购电话' }, act));
  const ref = { paper: 'selectionNotice', publicityId: id } as const;
  const tools = {
    today: act.today,
    make: (paper: Parameters<typeof makePaper>[0], format: Parameters<typeof makePaper>[1]) =>
      makePaper(paper, format, environment),
  };
  must(await makeOfficePaper(office, ref, 'pdf', tools));

  office.sqlite.prepare('UPDATE publicity_entry SET products = ?').run('豆腐，订购13700000000');
  expect(codesOf(await makeOfficePaper(office, ref, 'docx', tools))).toEqual([
    'privacy.reason',
    'privacy.pattern',
  ]);
  expect(codesOf(explainPapers(office, [ref], '', act))).toContain('privacy.reason');
  must(explainPapers(office, [ref], '换了订购电话', act));
  must(await makeOfficePaper(office, ref, 'docx', tools));
  const log = JSON.stringify(auditRows(office, { limit: 100 }));
  expect(log).toContain('换了订购电话');
  expect(log).not.toContain('13700000000');
  expect(JSON.stringify(office.db.select().from(setting).all())).not.toMatch(/13[78]0{8}/);
});
