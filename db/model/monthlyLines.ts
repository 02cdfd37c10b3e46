import { addDays, type IsoDate, isoDate } from './dates.ts';
import type { Month, MonthlyLine } from './monthly.ts';
import type { Policy } from './policy.ts';
import { type Milestone, plannedOf, reached, spentOf, takesPart, type WorkshopFacts } from './yearFacts.ts';

/** A line of 进展月报 before it is numbered and measured. */
export interface MonthlyDraft extends Omit<MonthlyLine, 'position' | 'rate'> {
  /** The sentence says the note, too. */
  readonly tellsNote?: true;
}

const PASSED_NOTE = '市、省未达标的不计';

/** The figures in groups that belong together: until the list, the works, money, scoring, assistance. */
export function monthlyGroups(
  facts: readonly WorkshopFacts[],
  { quota }: Policy,
  asOf: IsoDate,
  month: Month,
): readonly (readonly MonthlyDraft[])[] {
  const count = (milestone: Milestone): number => facts.filter((one) => reached(one, milestone, asOf)).length;
  const signed = facts.filter((one) => reached(one, 'signed', asOf));
  const listed = facts.filter((one) => reached(one, 'listed', asOf));
  const tasks = signed.flatMap((one) => one.tasks);
  const left = facts.filter((one) => one.appliedOn <= asOf && !takesPart(one, asOf)).length;
  const planned = plannedOf(signed);
  const spent = spentOf(listed, asOf);
  const byFinished = '按已完成的任务统计';
  return [
    [
      {
        item: '受理申请',
        unit: '家',
        target: null,
        done: count('applied'),
        note: left > 0 ? `其中${left}家已退出或取消` : '',
        tellsNote: true,
      },
      {
        item: '审核通过',
        unit: '家',
        // Not everybody who applies is to pass.
        target: null,
        done: count('agreed'),
        note: left > 0 ? '不含已退出或取消的' : '',
      },
      { item: '入选', unit: '家', target: quota, done: count('selected'), note: `分配名额${quota}家` },
      { item: '名单公示', unit: '家', target: count('selected'), done: count('published'), note: '' },
      { item: '列入创建名单', unit: '家', target: quota, done: count('listed'), note: '' },
    ],
    [
      { item: '方案签批', unit: '家', target: count('listed'), done: count('signed'), note: '一坊一策' },
      { item: '开工改造', unit: '家', target: count('listed'), done: count('started'), note: '' },
      {
        item: '完成改造任务',
        unit: '项',
        target: tasks.length,
        done: tasks.filter((task) => task.finishedOn !== null && task.finishedOn <= asOf).length,
        note: '按签批方案的任务',
      },
      {
        item: '改造完成',
        unit: '家',
        target: count('listed'),
        done: count('finished'),
        note: '任务全部销号',
      },
    ],
    [
      { item: '业主自筹投入', unit: '元', target: planned.own, done: spent.own, note: byFinished },
      { item: '其他资金投入', unit: '元', target: planned.other, done: spent.other, note: byFinished },
    ],
    [
      {
        item: '县级考评',
        unit: '家',
        target: listed.length,
        done: listed.filter(({ scorings }) => scorings.some(({ county, on }) => county && on <= asOf)).length,
        note: '',
      },
      { item: '考评达标', unit: '家', target: listed.length, done: count('passed'), note: PASSED_NOTE },
    ],
    [visitLine(listed, asOf, month)],
  ];
}

/** Whoever passed before the month began needs no visit any more; one made all the same is counted. */
function visitLine(listed: readonly WorkshopFacts[], asOf: IsoDate, month: Month): MonthlyDraft {
  const visitsOf = (one: WorkshopFacts): number =>
    one.visits.filter((day) => day <= asOf && day.startsWith(month)).length;
  const times = listed.reduce((sum, one) => sum + visitsOf(one), 0);
  const visited = listed.filter((one) => visitsOf(one) > 0);
  const before = addDays(isoDate(`${month}-01`), -1);
  const waiting = listed.filter((one) => !reached(one, 'passed', before) || visited.includes(one));
  return {
    item: '本月走访帮扶',
    unit: '家',
    target: waiting.length,
    done: visited.length,
    note: times === 0 ? '' : `共${times}次`,
    tellsNote: true,
  };
}
