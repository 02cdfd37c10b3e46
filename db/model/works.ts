import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Fen, fen, formatYuan, sumFen, ZERO_FEN } from './money.ts';
import { type Problem, problem, warning } from './problems.ts';

/** 施工进度 of one 改造任务 as the clerk types it. */
export const WorkInput = z.object({
  /** 进度, whole percent. */
  progressPercent: z.int('进度应为0至100的整数').min(0, '进度不能小于0').max(100, '进度不能大于100'),
  /** 实际投入, 业主自筹 */
  costOwn: Fen.nullable(),
  /** 实际投入, 其他资金 */
  costOther: Fen.nullable(),
  finishedOn: IsoDate.nullable(),
  note: z.string().trim().max(300, '备注不能超过300个字'),
});
export type WorkInput = z.infer<typeof WorkInput>;

/** What is recorded of a task's works, with its 销号. */
export interface WorkRecord extends WorkInput {
  readonly closedOn: IsoDate | null;
  readonly closedBy: string;
  /** Why there is no photo of the finished works; empty where there is one. */
  readonly closedNote: string;
}

export const NO_WORK: WorkRecord = {
  progressPercent: 0,
  costOwn: null,
  costOther: null,
  finishedOn: null,
  note: '',
  closedOn: null,
  closedBy: '',
  closedNote: '',
};

export const TASK_STATES = {
  notStarted: '未开始',
  doing: '进行中',
  finished: '已完成待销号',
  closed: '已销号',
} as const;
export type TaskState = keyof typeof TASK_STATES;

const isTouched = (work: WorkInput): boolean =>
  work.progressPercent > 0 || (work.costOwn ?? 0) > 0 || (work.costOther ?? 0) > 0;

export function taskState(work: WorkRecord): TaskState {
  if (work.closedOn !== null) return 'closed';
  if (work.finishedOn !== null) return 'finished';
  return isTouched(work) ? 'doing' : 'notStarted';
}

/** Late: not finished by its deadline, or finished after it. */
export const isLate = (dueOn: IsoDate | null, { finishedOn }: WorkInput, today: IsoDate): boolean =>
  dueOn !== null && (finishedOn ?? today) > dueOn;

/** Late and still to be done: what the office must run after. */
export const isOverdue = (dueOn: IsoDate | null, work: WorkInput, today: IsoDate): boolean =>
  work.finishedOn === null && isLate(dueOn, work, today);

/** One task with its budget and works. */
export interface WorkedTask {
  readonly budgetOwn: Fen | null;
  readonly budgetOther: Fen | null;
  readonly dueOn: IsoDate | null;
  readonly work: WorkRecord;
}

export interface WorksTotals {
  readonly budgetOwn: Fen;
  readonly budgetOther: Fen;
  readonly spentOwn: Fen;
  readonly spentOther: Fen;
  readonly tasks: number;
  readonly finished: number;
  readonly closed: number;
  readonly overdue: number;
  /** Mean of the tasks, rounded down: 100 only when every task is at 100. */
  readonly progressPercent: number;
}

const amounts = (values: readonly (Fen | null)[]): Fen => sumFen(values.map((one) => one ?? ZERO_FEN));

/**
 * Sums over a plan's works. Money spent on tasks a later revision dropped stays spent; progress counts only the
 * tasks of the signed revision.
 */
export function worksTotals(
  tasks: readonly WorkedTask[],
  dropped: readonly { readonly work: WorkRecord }[],
  today: IsoDate,
): WorksTotals {
  const all = [...tasks, ...dropped];
  const progress = tasks.reduce((sum, { work }) => sum + work.progressPercent, 0);
  return {
    budgetOwn: amounts(tasks.map((one) => one.budgetOwn)),
    budgetOther: amounts(tasks.map((one) => one.budgetOther)),
    spentOwn: amounts(all.map(({ work }) => work.costOwn)),
    spentOther: amounts(all.map(({ work }) => work.costOther)),
    tasks: tasks.length,
    finished: tasks.filter(({ work }) => work.finishedOn !== null).length,
    closed: tasks.filter(({ work }) => work.closedOn !== null).length,
    overdue: tasks.filter(({ dueOn, work }) => isOverdue(dueOn, work, today)).length,
    progressPercent: tasks.length === 0 ? 0 : Math.floor(progress / tasks.length),
  };
}

/** All done: nothing of the signed revision is left to strike off. */
export const isFinished = ({ tasks, closed }: Pick<WorksTotals, 'tasks' | 'closed'>): boolean =>
  tasks > 0 && closed === tasks;

/** The money the owner really put in falls short of the policy's minimum: a warning, the works go on. */
export function ownMoneyWarning(spentOwn: Fen, minimum: Fen): Problem | null {
  if (spentOwn >= minimum) return null;
  const found = `${formatYuan(spentOwn)}元`;
  const expected = `不低于${formatYuan(minimum)}元`;
  const short = `${formatYuan(fen(minimum - spentOwn))}元`;
  return warning('works.ownMoney', `业主自筹实际投入${found}，应${expected}，还差${short}`, {
    field: 'costOwn',
    found,
    expected,
  });
}

interface WorkContext {
  readonly startedOn: IsoDate;
  readonly today: IsoDate;
  /** How the sentences name the task: `第3项任务`. */
  readonly name: string;
}

const isNegative = (value: Fen | null): boolean => value !== null && value < 0;

/** What is wrong with one task's progress; empty when it can be recorded. */
export function workProblems(work: WorkInput, { startedOn, today, name }: WorkContext): readonly Problem[] {
  const { finishedOn, progressPercent } = work;
  const at = (field: keyof WorkInput, message: string, found: string, expected: string): Problem =>
    problem(`works.${field}`, `${name}：${message}`, { field, found, expected });
  const between = `${startedOn}（开工日）至${today}（今天）`;
  const problems: readonly (Problem | false)[] = [
    finishedOn !== null &&
      (finishedOn < startedOn || finishedOn > today) &&
      at('finishedOn', `完成日期${finishedOn}应在${between}之间`, finishedOn, between),
    finishedOn !== null &&
      progressPercent < 100 &&
      at(
        'progressPercent',
        `已填完成日期，进度却是${progressPercent}%；请把进度改为100%，或清除完成日期`,
        `${progressPercent}%`,
        '100%',
      ),
    isNegative(work.costOwn) && at('costOwn', '业主自筹实际投入不能为负数', String(work.costOwn), '0或正数'),
    isNegative(work.costOther) &&
      at('costOther', '其他资金实际投入不能为负数', String(work.costOther), '0或正数'),
  ];
  return problems.filter((one) => one !== false);
}

/** 销号 as the clerk asks for it. */
export const CloseInput = z.object({
  closedOn: IsoDate,
  closedBy: z.string().trim().min(1, '请填销号人').max(30),
  /** Needed where no photo of the finished works is attached. */
  noPhotoReason: z.string().trim().max(200),
});
export type CloseInput = z.infer<typeof CloseInput>;

/** What stops a task from being struck off the list. */
export function closeProblems(
  work: WorkRecord,
  input: CloseInput,
  { photosAfter, today, name }: { photosAfter: number; today: IsoDate; name: string },
): readonly Problem[] {
  if (work.closedOn !== null) return [problem('works.closed', `${name}：已于${work.closedOn}销号`)];
  if (work.finishedOn === null)
    return [
      problem('works.unfinished', `${name}：还没有登记完成日期，完成后才能销号`, {
        field: 'finishedOn',
        found: `进度${work.progressPercent}%`,
        expected: '已填完成日期',
      }),
    ];
  const between = `${work.finishedOn}（完成日）至${today}（今天）`;
  const problems: readonly (Problem | false)[] = [
    (input.closedOn < work.finishedOn || input.closedOn > today) &&
      problem('works.closedOn', `${name}：销号日期${input.closedOn}应在${between}之间`, {
        field: 'closedOn',
        found: input.closedOn,
        expected: between,
      }),
    photosAfter === 0 &&
      input.noPhotoReason === '' &&
      problem('works.photo', `${name}：没有改造后照片；请先添加照片，或写明没有照片的原因`, {
        field: 'noPhotoReason',
        found: '没有改造后照片',
        expected: '改造后照片，或原因',
      }),
  ];
  return problems.filter((one) => one !== false);
}
