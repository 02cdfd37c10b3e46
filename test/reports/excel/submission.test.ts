import { expect, it } from 'vitest';
import { SubmissionRecord } from '../../../db/model/package.ts';
import { columnsOf, submissionTable } from '../../../db/model/submissionTable.ts';
import { submissionWorkbook } from '../../../reports/excel/submission.ts';
import { makeXlsx } from '../../../reports/excel/xlsx.ts';
import { record as plain } from '../package/sample.ts';
import { zipPart } from '../read.ts';

const records: SubmissionRecord['records'] = [
  {
    id: 'a',
    kind: 'planRevision',
    name: '示例豆腐坊',
    digest: 'ab'.repeat(32),
    fields: { 任务数: 3, '业主自筹（元）': 12_000, 签批日期: null },
  },
];

/** As another bureau's program wrote it, with a correction. */
const foreign = SubmissionRecord.parse({
  ...plain,
  bureau: { name: '示例乙县市场监督管理局', district: '示例乙县', cityBureau: '示例市市场监督管理局' },
  counts: { 家数: 1, '业主自筹（分）': 1_200_000 },
  replaces: { folderName: '报送包_示例乙县_2026_改造方案_01', reason: '金额有误' },
  columns: [...columnsOf(records)],
  records,
});

it('lists the records under the sender’s own columns, in their order', () => {
  const { columns, rows } = submissionTable(foreign);
  expect(columns.map((one) => one.title)).toEqual([
    '名称',
    '任务数',
    '业主自筹（元）',
    '签批日期',
    '记录校验值',
  ]);
  expect(rows).toEqual([{ name: '示例豆腐坊', f0: 3, f1: 12_000, f2: null, digest: 'ab'.repeat(8) }]);
});

it('reads a package of an older program, which knew no fields', () => {
  expect(submissionTable(plain).columns.map((one) => one.key)).toEqual(['name', 'digest']);
});

it('makes a workbook that names sender, counts and correction', async () => {
  const bytes = await makeXlsx(submissionWorkbook(foreign));
  const texts = await zipPart(bytes, 'xl/sharedStrings.xml');
  for (const text of ['示例乙县市场监督管理局', '示例豆腐坊', '业主自筹12,000元', '金额有误']) {
    expect(texts).toContain(text);
  }
});
