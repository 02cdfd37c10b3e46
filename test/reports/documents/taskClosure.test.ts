import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { fen, fromYuan } from '../../../db/model/money.ts';
import type { TaskClosurePaper } from '../../../db/model/papers/plans.ts';
import { NO_WORK, worksTotals } from '../../../db/model/works.ts';
import { documentOf } from '../../../reports/documents/document.ts';
import { closureSummary } from '../../../reports/documents/taskClosure.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { taskClosureWorkbook } from '../../../reports/excel/taskClosure.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { environment, pdfText } from '../read.ts';
import { planPaper, taskAt } from './samples.ts';

const ASOF = isoDate('2021-09-20');

function closurePaper(): TaskClosurePaper {
  const { bureau, year, programmeName } = planPaper();
  const closed = {
    ...NO_WORK,
    progressPercent: 100,
    costOwn: fromYuan(5_800),
    costOther: fromYuan(200.5),
    finishedOn: isoDate('2021-07-15'),
    closedOn: isoDate('2021-07-20'),
    closedBy: '示例乙',
    closedNote: '设备入库前未拍照',
  };
  const works = [closed, { ...NO_WORK, progressPercent: 60, costOwn: fromYuan(3_000) }, NO_WORK];
  const tasks = works.map((work, index) => {
    const { line: _line, id: _id, problem: _problem, responsible: _who, ...task } = taskAt(index);
    const { note: remark, ...rest } = work;
    return { ...task, ...rest, remark, number: index + 1, late: index < 2, work };
  });
  const dropped = [
    {
      measure: '加装排风扇',
      lastRevision: 1,
      costOwn: fromYuan(300),
      costOther: fen(0),
      remark: '改为油烟净化器',
      work: { ...NO_WORK, costOwn: fromYuan(300) },
    },
  ];
  const totals = worksTotals(tasks, dropped, ASOF);
  return {
    paper: 'taskClosure',
    bureau,
    year,
    programmeName,
    asOf: ASOF,
    workshopName: '示例镇张三豆腐坊',
    ownerName: '张三',
    helperName: '示例乙',
    revision: 2,
    checkCode: '7K3M9QXA2B4C5D6E',
    signedOn: isoDate('2021-05-15'),
    startedOn: isoDate('2021-05-20'),
    minOwnInvestment: fromYuan(10_000),
    tasks: tasks.map(({ work: _work, ...task }) => task),
    dropped: dropped.map(({ work: _work, ...one }) => one),
    totals: {
      ...totals,
      spent: fromYuan(9_300.5),
      ofTasks: {
        budgetOwn: totals.budgetOwn,
        budgetOther: totals.budgetOther,
        costOwn: fromYuan(8_800),
        costOther: fromYuan(200.5),
      },
    },
  };
}

describe('改造任务销号表', () => {
  it('says what is done, what it cost, and what is still open', () => {
    const text = textOf(documentOf(closurePaper())).join('\n');
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
    const paper = closurePaper();
    const text = closureSummary({ ...paper, totals: { ...paper.totals, finished: 3 } });
    expect(text).toContain('其中业主自筹9,100元，低于规定的10,000元，其他资金200.50元');
  });

  it('adds up as a workbook, dropped tasks included', () => {
    const { columns, rows } = taskClosureWorkbook(closurePaper());
    const own = columns.findIndex((column) => column.header.startsWith('业主自筹\n实际'));
    const spent = rows.reduce((sum, row) => sum + Number(row[own] ?? 0), 0);
    expect(spent).toBe(9_100);
  });

  it('is made in every format', async () => {
    const pdf = await makePaper(closurePaper(), 'pdf', environment);
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.problems));
    expect(pdf.value.fileName).toBe('改造任务销号表_示例镇张三豆腐坊_2021-09-20.pdf');
    expect(pdfText(pdf.value.bytes)).toContain('改造任务销号表');
    for (const format of ['docx', 'xlsx'] as const)
      expect((await makePaper(closurePaper(), format, environment)).ok).toBe(true);
  });
});
