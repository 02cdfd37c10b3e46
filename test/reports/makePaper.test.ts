import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPaperPool, makePapers } from '../../reports/batch.ts';
import { fileNameOf } from '../../reports/fileNames.ts';
import { makePaper } from '../../reports/makePaper.ts';
import type { PaperJob } from '../../reports/worker.ts';
import { blankApplicationPaper, planLedgerPaper, planPaper, rosterPaper } from './documents/samples.ts';
import { environment, pageCount, pdfText } from './read.ts';

describe('makePaper', () => {
  it('makes each format under a name that says what it is', async () => {
    const made = await makePaper(planPaper(), 'pdf', environment);
    if (!made.ok) throw new Error('refused');
    expect(made.value.fileName).toBe('改造提升方案_示例镇张三豆腐坊_第1版.pdf');
    expect(made.value.pages).toBe(pageCount(made.value.bytes));
    expect(fileNameOf(blankApplicationPaper, 'docx')).toBe('申请表_空白.docx');
    expect(fileNameOf(planPaper(1, null), 'pdf')).toBe('改造提升方案_示例镇张三豆腐坊_第1版草稿.pdf');
    const list = await makePaper(rosterPaper(), 'xlsx', environment);
    expect(list.ok && list.value.bytes.length).toBeGreaterThan(5000);
  });

  it('refuses a format a paper does not have', async () => {
    expect(await makePaper(planLedgerPaper(), 'pdf', environment)).toMatchObject({
      ok: false,
      problems: [{ code: 'paper.format', expected: 'xlsx' }],
    });
  });

  it('refuses before making anything when a character has no face', async () => {
    const paper = { ...rosterPaper(), programmeName: '名𰀀特' };
    expect(await makePaper(paper, 'xlsx', environment)).toMatchObject({
      ok: false,
      problems: [{ code: 'characters.noFace', field: 'programmeName' }],
    });
  });
});

describe('makePapers', () => {
  const pool = createPaperPool(join(import.meta.dirname, '../../reports/worker.ts'), 1);
  afterAll(() => pool.stop());
  const jobs = (count: number): readonly PaperJob[] =>
    Array.from({ length: count }, (_, index) => ({
      kind: 'paper',
      paper: planPaper(1 + (index % 5)),
      format: 'pdf',
      environment,
    }));

  it('makes them in worker threads, in order, telling how far it is', async () => {
    const seen: number[] = [];
    const made = await makePapers(jobs(4), { runner: pool, onProgress: ({ done }) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3, 4]);
    for (const [index, one] of made.entries()) {
      if (!one.ok) throw new Error('refused');
      expect(pdfText(one.value.bytes)).toContain(`确定改造任务共${index + 1}项`);
    }
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    const made = await makePapers(jobs(30), {
      runner: pool,
      signal: controller.signal,
      onProgress: ({ done }) => done === 2 && controller.abort(),
    });
    expect(made.filter((one) => one.ok).length).toBeLessThan(10);
    expect(made.at(-1)).toMatchObject({ ok: false, problems: [{ code: 'papers.cancelled' }] });
  });
});
