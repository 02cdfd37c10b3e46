import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../reports/documents/document.ts';
import { closureSummary } from '../../../reports/documents/taskClosure.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { taskClosureWorkbook } from '../../../reports/excel/taskClosure.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { environment, pdfText } from '../read.ts';
import { taskClosurePaper } from './worksSamples.ts';

/** One finished and struck off, one begun, one not begun; one dropped. */
const PAPER = taskClosurePaper(3);

describe('改造任务销号表', () => {
  it('says what is done, what it cost, and what is still open', () => {
    const text = textOf(documentOf(PAPER)).join('\n');
    for (const part of [
      '7K3M-9QXA-2B4C-5D6E',
      '逾期完成；无照片：设备入库前未拍照',
      '进度60%；已逾期',
      '加装排风扇',
      '改造任务共3项，已完成1项，已销号1项；实际投入合计9,300.50元，其中业主自筹9,100元，其他资金200.50元',
      '业主确认：',
    ])
      expect(text).toContain(part);
  });

  it('names the shortfall once everything is finished', () => {
    const text = closureSummary({ ...PAPER, totals: { ...PAPER.totals, finished: 3 } });
    expect(text).toContain('其中业主自筹9,100元，低于规定的10,000元，其他资金200.50元');
  });

  it('adds up as a workbook, dropped tasks included', () => {
    const { columns, rows } = taskClosureWorkbook(PAPER);
    const own = columns.findIndex((column) => column.header.startsWith('业主自筹实际'));
    const spent = rows.reduce((sum, row) => sum + Number(row[own] ?? 0), 0);
    expect(spent).toBe(9_100);
  });

  it('is made in every format', async () => {
    const pdf = await makePaper(PAPER, 'pdf', environment);
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.problems));
    expect(pdf.value.fileName).toBe('改造任务销号表_示例镇张三豆腐坊_2021-09-20.pdf');
    expect(pdfText(pdf.value.bytes)).toContain('改造任务销号表');
    for (const format of ['docx', 'xlsx'] as const)
      expect((await makePaper(PAPER, format, environment)).ok).toBe(true);
  });
});
