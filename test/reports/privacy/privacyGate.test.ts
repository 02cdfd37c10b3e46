import { expect, it } from 'vitest';
import { documentOf } from '../../../reports/documents/document.ts';
import { makePdf } from '../../../reports/pdf/pdf.ts';
import { checkPrivacy, privacyWarnings } from '../../../reports/privacy/privacyGate.ts';
import { storedNumbersIn } from '../../../reports/privacy/storedPrivate.ts';
import { planLedgerPaper, rosterPaper, selectionNoticePaper } from '../documents/samples.ts';
import { faces, pdfText } from '../read.ts';

const ID = '110101199001010015';
const PHONE = '13900000000';
const stored = new Set([ID, PHONE, '示例县示例镇示例村']);

const noticeWith = (products: string) => {
  const paper = selectionNoticePaper(3);
  return {
    ...paper,
    entries: paper.entries.map((entry) => (entry.position === 2 ? { ...entry, products } : entry)),
  };
};

it('lets a clean paper pass, the workshop’s own address even where it is the home', () => {
  expect(checkPrivacy(selectionNoticePaper(), stored).ok).toBe(true);
  expect(checkPrivacy(rosterPaper(), stored).ok).toBe(true);
  expect(checkPrivacy(planLedgerPaper(), stored).ok).toBe(true);
});

it.each([
  ['plain', `豆腐 ${PHONE}`],
  ['in groups', '豆腐 139 0000 0000'],
  ['in full width', '豆腐１３９０００００００００'],
  ['with strokes', '豆腐139/0000/0000'],
  ['with marks nobody sees', '豆腐139\u200b0000\u200b0000'],
  ['an ID', `证号${ID}`],
])('stops a stored number written %s, names the field, never the number', (_how, products) => {
  const gate = checkPrivacy(noticeWith(products), stored);
  expect(gate).toMatchObject({
    ok: false,
    problems: [{ code: 'privacy.storedNumber', row: 2, field: 'products' }],
  });
  expect(JSON.stringify(gate)).not.toContain(PHONE);
  expect(JSON.stringify(gate)).not.toContain(ID);
  expect(JSON.stringify(gate)).toContain('名单第2行主要产品');
});

it('stops a home address in any field but the workshop’s address', () => {
  expect(checkPrivacy(noticeWith('住示例县示例镇示例村'), stored)).toMatchObject({
    ok: false,
    problems: [{ code: 'privacy.homeAddress' }],
  });
});

it('asks for a reason where something merely looks like a number', () => {
  const warnings = privacyWarnings(noticeWith('咨询13800000000'));
  expect(warnings).toMatchObject([{ code: 'privacy.pattern', severity: 'warning', row: 2 }]);
  expect(JSON.stringify(warnings)).not.toContain('13800000000');
  expect(checkPrivacy(noticeWith('咨询13800000000'), stored).ok).toBe(true);
});

it('finds the number in the finished PDF too', async () => {
  const clean = pdfText(await makePdf(documentOf(selectionNoticePaper()), faces), '-raw');
  expect(storedNumbersIn([clean], stored)).toBe(0);
  const leaking = pdfText(await makePdf(documentOf(noticeWith(PHONE)), faces), '-raw');
  expect(storedNumbersIn([leaking], stored)).toBe(1);
});

it('holds a public list to its columns', () => {
  const notice = selectionNoticePaper(2);
  const entries = notice.entries.map((entry) => ({ ...entry, phone: '示例' }));
  expect(checkPrivacy({ ...notice, entries }, stored)).toMatchObject({
    ok: false,
    problems: [{ code: 'privacy.column', field: 'phone' }],
  });
});
