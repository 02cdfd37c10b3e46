import { describe, expect, it } from 'vitest';
import type { TaskWorks } from '../../../db/model/contract/works.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { newId, TaskId } from '../../../db/model/ids.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { NO_WORK, type WorkRecord } from '../../../db/model/works.ts';
import { parsePercent, pasteWorks } from '../../../renderer/works/pasteWorks.ts';
import { liveEdits, patchWork, shownWork } from '../../../renderer/works/workRows.ts';

const taskWith = (number: number, measure: string, work: Partial<WorkRecord> = {}): TaskWorks => {
  const id = newId(TaskId);
  return {
    id,
    line: id,
    number,
    category: 'premises',
    problem: '',
    measure,
    standard: '',
    budgetOwn: null,
    budgetOther: null,
    dueOn: null,
    responsible: '',
    work: { ...NO_WORK, ...work },
    state: 'notStarted',
    late: false,
    overdue: false,
    photosBefore: 0,
    photosAfter: 0,
  };
};

const TILES = taskWith(1, '铺地面砖');
const HOOD = taskWith(2, '装排烟罩');
const CLOSED = taskWith(3, '换灯', {
  progressPercent: 100,
  finishedOn: isoDate('2021-06-01'),
  closedOn: isoDate('2021-06-02'),
  costOwn: fromYuan(300),
});
const TASKS = [TILES, HOOD, CLOSED];

const codes = (text: string, row = 0) => {
  const pasted = pasteWorks(text, TASKS, row, 'progressPercent');
  return pasted.ok ? [] : pasted.problems.map((one) => one.code);
};

describe('pasting progress', () => {
  it('follows the table from the cell the clerk stands in', () => {
    const pasted = pasteWorks('60%\t1.2万元\t\t\n100\t300\t0\t2021.6.20', TASKS, 0, 'progressPercent');
    expect(pasted.ok && pasted.value).toEqual([
      { task: TILES, patch: { progressPercent: 60, costOwn: 1_200_000, costOther: null, finishedOn: null } },
      {
        task: HOOD,
        patch: { progressPercent: 100, costOwn: 30_000, costOther: 0, finishedOn: '2021-06-20' },
      },
    ]);
  });

  it('finds tasks by their words where the heading names them, in any order', () => {
    const text =
      '序号\t改造任务\t进度\t业主自筹实际（元）\n2\t装排烟罩\t40%\t500\n3\t换灯\t100%\t300\n合计\t\t\t800';
    const pasted = pasteWorks(text, TASKS, 0, 'note');
    expect(pasted.ok && pasted.value).toEqual([
      { task: HOOD, patch: { progressPercent: 40, costOwn: 50_000 } },
    ]);
  });

  it('refuses the whole paste, naming every bad cell', () => {
    expect(codes('六成\t12')).toEqual(['paste.cell']);
    expect(codes('60\t-5\n70\t2021年')).toEqual(['paste.cell', 'paste.cell']);
    expect(codes('改造任务\t进度\n刷墙\t50')).toEqual(['paste.task']);
    expect(codes('改造任务\t进度\n换灯\t50')).toEqual(['paste.closed']);
    expect(codes('10\n20\n30\n30', 1)).toEqual(['paste.closed', 'paste.task', 'paste.task']);
    expect(codes('进度\t备注')).toEqual(['paste.empty']);
  });

  it('reads whole percent only', () => {
    expect(['60', '60%', '６０％', ' 100 '].map(parsePercent)).toEqual([60, 60, 60, 100]);
    expect(['0.6', '101', '一半', ''].map(parsePercent)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('edits', () => {
  it('keep only what differs, set 100 % with a day of completion, and leave closed tasks alone', () => {
    const finished = patchWork({}, TILES, { finishedOn: isoDate('2021-06-20') });
    expect(shownWork(TILES, finished)).toMatchObject({ progressPercent: 100, finishedOn: '2021-06-20' });
    expect(patchWork(finished, TILES, { finishedOn: null, progressPercent: 0 })).toEqual({});
    expect(patchWork({}, CLOSED, { progressPercent: 10 })).toEqual({});
  });

  it('forget those that were saved or closed meanwhile', () => {
    const edits = { ...patchWork({}, TILES, { progressPercent: 30 }), [CLOSED.line]: { ...NO_WORK } };
    const saved = { ...TILES, work: { ...NO_WORK, progressPercent: 30 } };
    expect(Object.keys(liveEdits(edits, TASKS))).toEqual([TILES.line]);
    expect(liveEdits(edits, [saved, CLOSED])).toEqual({});
  });
});
