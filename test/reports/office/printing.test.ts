import { afterEach, describe, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import type { PaperRef } from '../../../db/model/contract/papers.ts';
import { isoDate } from '../../../db/model/dates.ts';
import type { PrintRequest } from '../../../db/model/printing.ts';
import { notePrints, printLog } from '../../../db/papers/printLog.ts';
import { printOptions } from '../../../db/papers/printRoom.ts';
import { makeBundle } from '../../../reports/office/printing.ts';
import { cleanUp, codesOf, must } from '../../db/open/fixtures.ts';
import { actOn, newOffice, onRoster, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { bookmarks, pageTexts, printTools } from '../bundle/support.ts';
import { squeezed } from '../read.ts';

afterEach(cleanUp);

const act = actOn('2021-11-10');
const tools = printTools(act.today);

async function twoWorkshops() {
  const office = await newOffice();
  const planned = signedPlan(office, '示例豆腐坊', task('更换地面', isoDate('2021-08-31'), 12_000));
  const bare = onRoster(office, '示例酱菜坊');
  return { office, planned, bare };
}

const request = (other: Partial<PrintRequest>): PrintRequest => ({
  sheets: ['application', 'plan'],
  order: 'byWorkshop',
  duplex: false,
  copies: 1,
  copyOrder: 'sets',
  workshopIds: [],
  officePapers: [],
  ...other,
});

describe('打印室', () => {
  it('offers each workshop what its records call for', async () => {
    const { office, planned, bare } = await twoWorkshops();
    const { workshops, officePapers } = printOptions(office, act.today);
    const sheetsOf = (id: string) => workshops.find((one) => one.workshopId === id)?.sheets;
    expect(sheetsOf(planned)).toEqual(['application', 'promise', 'qualification', 'plan', 'blankSheet']);
    expect(sheetsOf(bare)).toEqual(['application', 'promise', 'qualification', 'blankSheet']);
    expect(officePapers.map((one) => one.ref.paper)).toEqual([
      'selectionReport',
      'selectionNotice',
      'publicityReport',
      'selectionNotice',
      'publicityReport',
      'roster',
      'roster',
      'inspectionSummary',
    ]);
  });

  it('makes one file by workshop or by paper, papers of the year in front', async () => {
    const { office, planned, bare } = await twoWorkshops();
    const officePapers: PaperRef[] = [{ paper: 'selectionReport' }];
    const both = request({ workshopIds: [bare, planned], officePapers });
    const byWorkshop = must(await makeBundle(office, both, tools));
    expect((await bookmarks(byWorkshop.bytes)).map((one) => [one.title, one.children.length])).toEqual([
      ['全年材料', 1],
      ['示例酱菜坊', 1],
      ['示例豆腐坊', 2],
    ]);
    const byPaper = must(await makeBundle(office, { ...both, order: 'byPaper' }, tools));
    expect((await bookmarks(byPaper.bytes)).map((one) => [one.title, one.children.length])).toEqual([
      ['全年材料', 1],
      ['申请表', 2],
      ['改造提升方案', 1],
    ]);
    expect(byPaper.pages).toBe(byWorkshop.pages);
    expect(byPaper.carriesPrivateNumbers).toBe(true);
    expect(byPaper.fileName).toBe('批量打印_4份_2021-11-10.pdf');
  });

  it('prints copies of the whole set, each paper on the front of a sheet', async () => {
    const { office, planned } = await twoWorkshops();
    const once = request({ workshopIds: [planned], sheets: ['promise', 'plan'], duplex: true });
    const one = must(await makeBundle(office, once, tools));
    const twice = must(await makeBundle(office, { ...once, copies: 2 }, tools));
    const titled = pageTexts(twice.bytes).map(squeezed);
    const begins = titled.flatMap((text, page) =>
      /^资金投入承诺书|^名特优食品加工小作坊改造提升方案/.test(text) ? [page] : [],
    );
    expect(begins).toHaveLength(4);
    expect(begins.every((page) => page % 2 === 0)).toBe(true);
    expect(twice.papers.map((paper) => paper.pages)).toEqual(one.papers.map((paper) => paper.pages * 2));
  });

  it('refuses a choice nothing can be made of, and more papers than fit one file', async () => {
    const { office, bare } = await twoWorkshops();
    const none = request({ workshopIds: [bare], sheets: ['plan'] });
    expect(codesOf(await makeBundle(office, none, tools))).toEqual(['print.nothing']);
    const officePapers = Array.from({ length: 150 }, (): PaperRef => ({ paper: 'selectionReport' }));
    expect(codesOf(await makeBundle(office, request({ officePapers, copies: 20 }), tools))).toEqual([
      'print.tooMany',
    ]);
  });

  it('leaves out the paper a bug stops, says so, and has the bug logged', async () => {
    const { office, planned } = await twoWorkshops();
    const bugs: unknown[] = [];
    const broken = {
      ...tools,
      onBug: (error: unknown) => void bugs.push(error),
      make: (...given: Parameters<typeof tools.make>) => {
        if (given[0].paper === 'plan') throw new TypeError('not a function');
        return tools.make(...given);
      },
    };
    const bundle = must(await makeBundle(office, request({ workshopIds: [planned] }), broken));
    expect(bundle.papers.map(({ ref }) => ref.paper)).toEqual(['application']);
    expect(bundle.problems.map((one) => one.code)).toEqual(['paper.bug']);
    expect(bugs).toHaveLength(1);
  });

  it('stops when cancelled', async () => {
    const { office, planned } = await twoWorkshops();
    const stopped = { ...tools, signal: AbortSignal.abort() };
    expect(codesOf(await makeBundle(office, request({ workshopIds: [planned] }), stopped))).toEqual([
      'papers.cancelled',
    ]);
  });
});

describe('打印记录', () => {
  it('tells of a revision how often its paper was printed, by which code', async () => {
    const { office, planned } = await twoWorkshops();
    const { current, revisions } = viewOf(office, planned, '2021-11-10');
    const ref: PaperRef = { paper: 'plan', revisionId: current.revisionId };
    const paper = { ref, title: '改造提升方案_示例豆腐坊_第1版', pages: 3 };
    must(notePrints(office, [paper], 'printer', act));
    must(notePrints(office, [paper], 'file', actOn('2021-11-11')));
    const rows = printLog(office, { ref });
    expect(rows.map((row) => [row.means, row.pages, row.title])).toEqual([
      ['file', 3, '改造提升方案 示例豆腐坊 第1版'],
      ['printer', 3, '改造提升方案 示例豆腐坊 第1版'],
    ]);
    expect(rows[0]?.checkCode.replaceAll('-', '')).toBe(revisions[0]?.checkCode);
    expect(printLog(office, { workshopId: planned })).toEqual(rows);
    expect(auditRows(office, { limit: 5 })[0]?.sentence).toBe('另存为文件：“改造提升方案 示例豆腐坊 第1版”');
  });

  it('writes one line a paper and one event a batch', async () => {
    const { office, planned, bare } = await twoWorkshops();
    const events = auditRows(office, { limit: 1000 }).length;
    const form = (workshopId: typeof bare) =>
      ({ ref: { paper: 'application', workshopId }, title: '申请表', pages: 2 }) as const;
    must(notePrints(office, [form(planned), form(bare)], 'printer', act));
    expect(printLog(office, { workshopId: planned })).toHaveLength(1);
    expect(printLog(office, { workshopId: bare })).toHaveLength(1);
    const after = auditRows(office, { limit: 1000 });
    expect(after).toHaveLength(events + 1);
    expect(after[0]).toMatchObject({ kind: '打印与存档', sentence: '打印：2份材料（“申请表”等）' });
  });
});
