import { expect, it } from 'vitest';
import { countsText } from '../../../db/model/countsText.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { SubmissionId } from '../../../db/model/ids.ts';
import { compareCodes } from '../../../renderer/submissions/compareCodes.ts';
import { faultText, isRealFault } from '../../../renderer/submissions/faultText.ts';
import { receiptText, stateText } from '../../../renderer/submissions/submissionText.ts';

it('says 逾期 of whatever is late, in the list, in its export and once it was handed up', () => {
  const row = { state: 'overdue', daysLeft: -3, last: null, sentLate: false } as const;
  expect(stateText(row)).toBe('逾期3天');
  expect(stateText({ ...row, state: 'due', daysLeft: 2 })).toBe('应报，还有2天');
  const last = {
    id: SubmissionId.parse('018f0000-0000-7000-8000-000000000001'),
    kind: 'roster',
    month: null,
    sequence: 1,
    folderName: '',
    madeOn: isoDate('2021-05-02'),
    manifestCode: '',
    counts: {},
    replacesId: null,
    replaces: null,
    replacesReason: '',
    replacedBy: null,
    receipt: null,
  } as const;
  expect(stateText({ ...row, state: 'sent', last, sentLate: true })).toBe('已报，首次报送逾期');
  expect(stateText({ ...row, state: 'sent', last })).toBe('已报');
  expect([receiptText(null), receiptText(last)]).toEqual(['尚未报送', '未登记']);
});

it('shows money of a package in 元', () => {
  expect(countsText({ 家数: 7, '业主自筹（分）': 1_500_050 })).toBe('共7家，业主自筹15,000.50元');
});

it('says the counts of a package with their units, and nothing of what there is none of', () => {
  expect(countsText({ 家数: 10, 新增: 2, 退出: 0 })).toBe('共10家，新增2家');
  expect(countsText({ 考评家数: 10, 达标家数: 9, 推荐家数: 0 })).toBe('考评10家，达标9家，推荐0家');
  expect(countsText({ 家数: 1, 任务数: 4, '业主自筹（分）': 100, '其他资金（分）': 0 })).toBe(
    '共1家，改造任务4项，业主自筹1元',
  );
  expect(countsText({ 典型案例: 0 })).toBe('');
});

it('names what is wrong with a file, and knows what does no harm', () => {
  expect(faultText({ kind: 'altered', path: 'data/甲.pdf' })).toBe('内容有改动');
  expect(faultText({ kind: 'malformed', path: 'bagit.txt', detail: '缺少版本' })).toBe('格式不对：缺少版本');
  expect(isRealFault({ kind: 'harmlessExtra', path: 'Thumbs.db' })).toBe(false);
  expect(isRealFault({ kind: 'missing', path: 'data/甲.pdf' })).toBe(true);
});

it('compares the code on the paper with the code of the package, however it was typed', () => {
  expect(compareCodes('  ', '0123456789ABCDEF')).toBe('nothing');
  expect(compareCodes('0123-4567', '0123456789ABCDEF')).toBe('unreadable');
  expect(compareCodes('o123－4567 89ab－cdef', '0123456789ABCDEF')).toBe('same');
  expect(compareCodes('0123-4567-89AB-CDEE', '0123456789ABCDEF')).toBe('different');
});
