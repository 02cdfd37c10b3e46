import { afterEach, expect, it } from 'vitest';
import { isoDate } from '../../db/model/dates.ts';
import { fromYuan, inChineseCapitals } from '../../db/model/money.ts';
import type { PaymentListPaper, ResultNoticePaper } from '../../db/model/papers/results.ts';
import { documentOf } from '../../reports/documents/document.ts';
import { textOf } from '../../reports/documents/textOf.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { gatePaper } from '../../reports/office/papers.ts';
import { cleanUp, codesOf, must } from '../db/open/fixtures.ts';
import { bureau, YEAR } from './documents/samples.ts';
import { environment, pdfText } from './read.ts';

afterEach(cleanUp);

const CARD = '4111111111111111';
const head = { bureau, year: YEAR, programmeName: '名优特' };

const list: PaymentListPaper = {
  ...head,
  paper: 'paymentList',
  title: '第一批',
  madeOn: isoDate('2021-11-25'),
  cancelled: false,
  total: fromYuan(10_000),
  totalInWords: inChineseCapitals(fromYuan(10_000)),
  rows: [
    {
      position: 1,
      workshopName: '示例豆腐坊',
      idName: '示例业主',
      idNumber: '110101199001010015',
      accountName: '示例业主',
      bank: '示例银行示例县支行',
      card: CARD,
      phone: '',
      amount: fromYuan(10_000),
      remark: '',
    },
  ],
};

const notice: ResultNoticePaper = {
  ...head,
  paper: 'resultNotice',
  basis: '',
  passScore: 900,
  firstDay: isoDate('2021-11-01'),
  lastDay: isoDate('2021-11-08'),
  counted: { days: 7, countingRule: 'naturalExcludingFirst' },
  entries: [
    { position: 1, district: '示例县', name: '示例豆腐坊', address: '示例县示例镇示例村', products: '豆腐' },
  ],
};

it('发放表 carries the numbers, in figures and 大写, and says that it must not be published', async () => {
  const gated = must(gatePaper(list, () => new Set([CARD])));
  const made = must(await makePaper(gated, 'pdf', environment));
  const text = (await pdfText(made.bytes)).replace(/\s/g, '');
  for (const part of [CARD, '壹万元整', '10,000', '不得公开']) expect(text).toContain(part);
  expect(made.fileName).not.toContain(CARD);
  expect(must(await makePaper(list, 'xlsx', environment)).bytes.length).toBeGreaterThan(1000);
});

it('a list that was taken back says so on every page', () => {
  expect(documentOf({ ...list, cancelled: true }).watermark).toBe('已撤销');
});

it('考评验收合格公示 tells pass score, dates and how to object, and nothing private', () => {
  const text = textOf(documentOf(notice)).join('\n');
  for (const part of ['90分以上', '2021年11月1日至2021年11月8日', '7个自然日', '示例豆腐坊', '监督']) {
    expect(text).toContain(part);
  }
  expect(textOf(documentOf({ ...notice, counted: null })).join('')).not.toContain('自然日');
  const [entry] = notice.entries;
  const leaking = { ...notice, entries: entry ? [{ ...entry, products: `豆腐 ${CARD}` }] : [] };
  expect(codesOf(gatePaper(leaking, () => new Set([CARD])))).toEqual(['privacy.storedNumber']);
});
