import { z } from 'zod';
import { typedText as text } from './cleanText.ts';
import { IsoDate } from './dates.ts';
import { TaskId } from './ids.ts';
import { Fen, formatYuan, sumFen } from './money.ts';
import type { Policy } from './policy.ts';
import { type Problem, problem } from './problems.ts';
import { type SignatureRole, TASK_CATEGORIES, TaskCategory } from './terms.ts';

/** One row of the task table. A draft may be incomplete; `planProblems` says what a submission still needs. */
export const PlanTask = z.object({
  id: TaskId,
  /** The same task in every revision of a plan; empty for a new one, which then gets its own id. */
  line: z.uuid().or(z.literal('')).default(''),
  category: TaskCategory.nullable(),
  problem: text(500),
  /** 改造任务 */
  measure: text(500),
  /** 提升标准 */
  standard: text(500),
  /** 业主自筹 */
  budgetOwn: Fen.nullable(),
  /** 其他资金 */
  budgetOther: Fen.nullable(),
  dueOn: IsoDate.nullable(),
  /** 责任人 */
  responsible: text(40),
});
export type PlanTask = z.infer<typeof PlanTask>;

/** 改造提升方案: contents fixed by the notice, 三（三）: 改造任务、提升标准、资金预算、完成时限. */
export const PlanContent = z.object({
  /** 帮扶责任人 */
  helperName: text(40),
  /** 帮扶措施 */
  assistance: text(1000),
  /** 现状 */
  situation: text(2000),
  plannedStart: IsoDate.nullable(),
  tasks: z.array(PlanTask).max(100, '一个方案最多100项任务'),
});
export type PlanContent = z.infer<typeof PlanContent>;

/** A plan as its paper says it: `line` ties revisions together and is no part of what is signed. */
export type PlanOnPaper = Omit<PlanContent, 'tasks'> & { readonly tasks: readonly Omit<PlanTask, 'line'>[] };

export const onPaper = ({ tasks, ...head }: PlanContent): PlanOnPaper => ({
  ...head,
  tasks: tasks.map(({ line: _, ...task }) => task),
});

/** Every task with its line, each line once: a copied row is a task of its own. */
export function withLines(tasks: readonly PlanTask[]): readonly PlanTask[] {
  const taken = new Set<string>();
  return tasks.map((task) => {
    const line = task.line !== '' && !taken.has(task.line) ? task.line : task.id;
    taken.add(line);
    return { ...task, line };
  });
}

/** Tasks that came without lines (from a workbook) take those of the earlier tasks they repeat word for word. */
export function keepLines(tasks: readonly PlanTask[], earlier: readonly PlanTask[]): readonly PlanTask[] {
  const lines = new Map(earlier.map((task) => [task.measure, task.line]));
  return tasks.map((task) => ({ ...task, line: task.line || (lines.get(task.measure) ?? '') }));
}

export const emptyPlan: PlanContent = {
  helperName: '',
  assistance: '',
  situation: '',
  plannedStart: null,
  tasks: [],
};

interface PlanTotals {
  readonly own: Fen;
  readonly other: Fen;
  readonly total: Fen;
}

/** Sums of a task table; an amount not yet filled in counts as nothing. */
export function planTotals(tasks: readonly Pick<PlanTask, 'budgetOwn' | 'budgetOther'>[]): PlanTotals {
  const present = (value: Fen | null): value is Fen => value !== null;
  const own = sumFen(tasks.map((task) => task.budgetOwn).filter(present));
  const other = sumFen(tasks.map((task) => task.budgetOther).filter(present));
  return { own, other, total: sumFen([own, other]) };
}

const isBlank = (task: PlanTask): boolean =>
  task.problem === '' && task.measure === '' && task.standard === '' && !task.budgetOwn && !task.budgetOther;

function taskProblems(task: PlanTask, row: number, policy: Policy): readonly Problem[] {
  const at = (field: keyof PlanTask, label: string, message: string, expected?: string): Problem =>
    problem(`plan.task.${field}`, `第${row}项任务：${message}`, {
      row,
      field,
      column: label,
      ...(expected ? { expected } : {}),
    });
  if (isBlank(task)) return [at('measure', '改造任务', '整行未填写，请填写或删除')];
  const { from, to } = policy.phases.build;
  const missing: readonly (Problem | false)[] = [
    task.category === null &&
      at('category', '类别', `未选类别（${Object.values(TASK_CATEGORIES).join('、')}）`),
    task.problem === '' && at('problem', '存在问题', '未填写存在问题'),
    task.measure === '' && at('measure', '改造任务', '未填写改造任务'),
    task.standard === '' && at('standard', '提升标准', '未填写提升标准'),
    task.budgetOwn === null && at('budgetOwn', '业主自筹', '未填写业主自筹金额，没有请填0'),
    (task.budgetOwn ?? 0) < 0 && at('budgetOwn', '业主自筹', '业主自筹金额不能为负数'),
    (task.budgetOther ?? 0) < 0 && at('budgetOther', '其他资金', '其他资金不能为负数'),
    task.dueOn === null && at('dueOn', '完成时限', '未填写完成时限'),
    task.dueOn !== null &&
      (task.dueOn < from || task.dueOn > to) &&
      at('dueOn', '完成时限', `完成时限${task.dueOn}不在建设实施阶段（${from}至${to}）内`, `${from}至${to}`),
    task.responsible === '' && at('responsible', '责任人', '未填写责任人'),
  ];
  return missing.filter((one) => one !== false);
}

/** What stops a plan from being submitted for signature; empty when nothing does. */
export function planProblems(plan: PlanContent, policy: Policy): readonly Problem[] {
  const { own } = planTotals(plan.tasks);
  const head: readonly (Problem | false)[] = [
    plan.helperName === '' && problem('plan.helper', '未指定帮扶责任人', { field: 'helperName' }),
    plan.tasks.length === 0 && problem('plan.noTasks', '方案没有改造任务，至少填写一项', { field: 'tasks' }),
    plan.tasks.length > 0 &&
      own < policy.minOwnInvestment &&
      problem(
        'plan.ownInvestment',
        `业主自筹合计${formatYuan(own)}元，应不低于${formatYuan(policy.minOwnInvestment)}元`,
        {
          field: 'budgetOwn',
          found: `${formatYuan(own)}元`,
          expected: `不低于${formatYuan(policy.minOwnInvestment)}元`,
        },
      ),
  ];
  return [
    ...head.filter((one) => one !== false),
    ...plan.tasks.flatMap((task, index) => taskProblems(task, index + 1, policy)),
  ];
}

export type RevisionState = 'draft' | 'submitted' | 'returned' | 'signed';

export const REVISION_STATES: Readonly<Record<RevisionState, string>> = {
  draft: '起草中',
  submitted: '待签批',
  returned: '退回修改',
  signed: '已签批',
};

interface RevisionFacts {
  readonly submittedOn: IsoDate | null;
  readonly returned: boolean;
  readonly agreed: readonly SignatureRole[];
}

export const ALL_SIGNATURES: readonly SignatureRole[] = ['owner', 'helper', 'sectionHead', 'leader'];

/** Signed only when all four blocks are: works may start after that and not before (notice 三（三）). */
export function revisionState(facts: RevisionFacts): RevisionState {
  if (facts.returned) return 'returned';
  if (facts.submittedOn === null) return 'draft';
  return ALL_SIGNATURES.every((role) => facts.agreed.includes(role)) ? 'signed' : 'submitted';
}
