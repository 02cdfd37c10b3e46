import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import type { PlanPaper } from '../../../db/model/papers/plans.ts';
import { documentOf } from '../../../reports/documents/document.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { makePdf, pageCountOf } from '../../../reports/pdf/pdf.ts';
import { writingPaper } from '../documents/moreSamples.ts';
import {
  applicationPaper,
  blankApplicationPaper,
  planPaper,
  promisePaper,
  rosterPaper,
  selectionNoticePaper,
  submissionListPaper,
} from '../documents/samples.ts';
import { faces, pageCount, pdfFonts, pdfInfo, pdfLines, pdfText, squeezed } from '../read.ts';

const pdfOf = (paper: Parameters<typeof documentOf>[0]) => makePdf(documentOf(paper), faces);

const PAPERS = {
  application: applicationPaper,
  blankApplication: blankApplicationPaper,
  promise: promisePaper,
  notice: selectionNoticePaper(),
  longNotice: selectionNoticePaper(40),
  roster: rosterPaper(),
  plan: planPaper(),
  draft: planPaper(2, null),
  submissionList: submissionListPaper(),
};

describe.each(Object.entries(PAPERS))('%s as PDF', (_name, paper) => {
  it('copies out as text, embeds every face and gives the same bytes again', async () => {
    const bytes = await pdfOf(paper);
    const text = squeezed(pdfText(bytes, '-raw'));
    const pieces = textOf(documentOf(paper)).flatMap((one) => one.split(/\s+/));
    for (const piece of pieces.filter((one) => one.length <= 6)) expect(text).toContain(squeezed(piece));
    const rows = pdfFonts(bytes).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
    expect(Buffer.compare(await pdfOf(paper), bytes)).toBe(0);
    expect(pageCountOf(bytes)).toBe(pageCount(bytes));
  });

  it('starts no line with closing punctuation and ends none with opening', async () => {
    for (const { text } of pdfLines(await pdfOf(paper))) {
      expect(text).not.toMatch(/^[，。、；：？！）》〉」』】〕”％㎡]/);
      expect(text).not.toMatch(/[（《〈「『【〔“]$/);
    }
  });
});

it('carries title, office, language and the record’s own date', async () => {
  const bytes = await pdfOf(planPaper());
  const info = pdfInfo(bytes);
  expect(info).toMatch(/Title:\s+示例镇张三豆腐坊改造提升方案（第1版）/);
  expect(info).toMatch(/Author:\s+示例县市场监督管理局/);
  expect(info).toMatch(/Page size:.*\(A4\)/);
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw.includes('/Lang (zh-CN)')).toBe(true);
  expect(raw.includes('(D:20210510000000Z)')).toBe(true);
});

describe('GB/T 9704', () => {
  const long = { ...selectionNoticePaper(), basis: '《示例通知》'.repeat(60) };

  it('sets 22 lines of 28 characters between the margins', async () => {
    const lines = pdfLines(await pdfOf(long)).filter((line) => line.page === 2);
    const body = lines.filter((line) => line.yMin < 741 && line.xMax - line.xMin > 400);
    expect(Math.min(...body.map((line) => line.xMin))).toBeCloseTo((28 * 72) / 25.4, 0);
    expect(Math.max(...body.map((line) => line.xMax))).toBeLessThanOrEqual((184 * 72) / 25.4 + 0.5);
    const pitch = (body[1]?.yMin ?? 0) - (body[0]?.yMin ?? 0);
    expect(pitch).toBeCloseTo(28.98, 1);
  });

  it('puts page numbers on the outer edge, 7 mm below the text', async () => {
    const numbers = pdfLines(await pdfOf(long)).filter((line) => /^—\d+—$/.test(line.text));
    expect(numbers.map((line) => line.text)).toEqual(numbers.map((_, index) => `—${index + 1}—`));
    const [odd, even] = numbers;
    expect(odd?.xMax).toBeCloseTo(595.28 - (26 * 72) / 25.4 - 14, 0);
    expect(even?.xMin).toBeCloseTo((28 * 72) / 25.4 + 14, 0);
  });
});

describe('long values', () => {
  const withPlan = (change: Partial<PlanPaper['record']>): PlanPaper => {
    const paper = planPaper();
    return { ...paper, record: { ...paper.record, ...change } };
  };

  it('repeats the header rows of 30 tasks on each page of the table and keeps rows whole', async () => {
    const bytes = await pdfOf(planPaper(30));
    const pages = pdfText(bytes, '-layout').split('\f').slice(0, -1);
    const withRows = pages.filter((page) => page.includes('卫生'));
    expect(withRows.length).toBeGreaterThan(2);
    for (const page of withRows) expect(page).toContain('资金预算（元）');
    expect(squeezed(pdfText(bytes, '-raw')).match(/铺贴墙面瓷/g)).toHaveLength(8);
  });

  it('never leaves the signatures alone on a page', async () => {
    for (let tasks = 1; tasks <= 9; tasks++) {
      const pages = pdfText(await pdfOf(planPaper(tasks)), '-raw')
        .split('\f')
        .slice(0, -1)
        .map(squeezed);
      const signing = pages.findIndex((page) => page.includes('主管领导审核意见'));
      expect(pages[signing]).toContain('六、签字');
      expect(pages[signing]).toContain('校验码：7K3M-9QXA-2B4C-5D6E');
      expect(pages[signing]).toContain('协助业主选定设备');
    }
  });

  it('loses nothing of 附件说明 longer than a page, and keeps 落款 with its last name', async () => {
    const annexes = Array.from({ length: 11 }, (_, index) => `${'典型案例'.repeat(16)}第${index + 1}个`);
    const pages = pdfText(await pdfOf({ ...writingPaper('report'), annexes }))
      .split('\f')
      .map(squeezed);
    const text = pages.join('');
    for (const [index] of annexes.entries()) expect(text).toContain(`第${index + 1}个`);
    expect(pages.find((page) => page.includes('2021年11月15日'))).toContain('第11个');
  });

  it('ends no page with a heading, wherever the text above it ends', async () => {
    for (let length = 40; length < 180; length += 9) {
      const paper = withPlan({
        plan: { ...planPaper(1 + (length % 5)).record.plan, situation: '现状描述示例，'.repeat(length) },
      });
      const lines = pdfLines(await pdfOf(paper)).filter((line) => line.yMin < 770);
      for (const page of new Set(lines.map((line) => line.page))) {
        const last = lines.filter((line) => line.page === page).sort((one, other) => one.yMin - other.yMin);
        expect(last.at(-1)?.text).not.toMatch(/^[一二三四五六]、/);
      }
      const text = lines.map((line) => line.text).join('');
      for (const piece of ['合　计', '主管领导审核意见：', '校验码：7K3M-9QXA-2B4C-5D6E']) {
        expect(squeezed(text)).toContain(squeezed(piece));
      }
    }
  });

  it('leaves no heading behind where the last paragraph goes to the next page with the signature', async () => {
    const { year, bureau, programmeName } = planPaper();
    for (let linesAbove = 10; linesAbove < 20; linesAbove++) {
      const bytes = await pdfOf({
        paper: 'writing',
        ...{ year, bureau, programmeName, annexes: [], photos: [], finished: true, kind: 'case' },
        title: '典型案例：示例豆腐坊',
        asOf: isoDate('2021-11-18'),
        sections: [
          { heading: '一、基本情况', text: '基本情况示例，'.repeat(linesAbove * 4) },
          { heading: '四、改造成效', text: '改造成效示例，'.repeat(12) },
        ],
      });
      const lines = pdfLines(bytes);
      const pageOf = (text: string) => lines.find((line) => line.text.startsWith(text))?.page;
      expect(pageOf('四、改造成效')).toBe(pageOf('改造成效示例'));
    }
  });

  it('keeps 1,000 characters of 帮扶措施 and the signatures whole', async () => {
    const plan = { ...planPaper(2).record.plan, assistance: '帮扶措施示例，'.repeat(142) };
    const text = squeezed(pdfText(await pdfOf(withPlan({ plan })), '-raw'));
    expect(text.match(/帮扶措施示例/g)?.length).toBeGreaterThanOrEqual(140);
    expect(text).toContain('主管领导审核意见：');
    expect(text).toContain('校验码：7K3M');
  });

  it('takes a 60-character name, a 2,000-character situation and 500-character cells', async () => {
    const [task] = planPaper().record.plan.tasks;
    if (!task) throw new Error('the sample has tasks');
    const bytes = await pdfOf(
      withPlan({
        workshopName: '示'.repeat(60),
        plan: {
          ...planPaper().record.plan,
          situation: '现状描述示例，'.repeat(285),
          tasks: [{ ...task, problem: '问题'.repeat(250), measure: '任务'.repeat(250) }],
        },
      }),
    );
    const text = squeezed(pdfText(bytes, '-raw'));
    expect(text.match(/示/g)?.length).toBeGreaterThanOrEqual(60);
    // One may stand on both sides of a page's end.
    expect(text.match(/现状描述示例/g)?.length).toBeGreaterThanOrEqual(283);
    expect(text.match(/任务/g)?.length).toBeGreaterThanOrEqual(250);
    for (const line of pdfLines(bytes)) {
      expect(line.xMax).toBeLessThan(595.28 - 40);
      expect(line.yMax).toBeLessThan(841.89 - 20);
    }
  });

  it('lays out 200 rows with the header on every page', async () => {
    const bytes = await pdfOf(rosterPaper(200));
    const pages = pdfText(bytes, '-layout').split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages.filter((one) => one.includes('示例业主'))) expect(page).toMatch(/证照编号/);
    expect(squeezed(pages.join(''))).toContain('220000000000000200');
  });

  it('breaks a digit string too long for its cell and never splits a figure', async () => {
    const bytes = await pdfOf({
      ...rosterPaper(1),
      entries: rosterPaper(1).entries.map((entry) => ({ ...entry, certificateNo: '9'.repeat(40) })),
    });
    expect(squeezed(pdfText(bytes, '-layout')).match(/9/g)?.length).toBeGreaterThanOrEqual(40);
    expect(pdfText(bytes, '-layout')).toContain('10,000');
  });
});
