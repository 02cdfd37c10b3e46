import { z } from 'zod';
import { addDays, isoDate } from '../../../db/model/dates.ts';
import { type Desk, handUpMonth, listOn, named, onRoster, type Step, typed } from '../desk.ts';
import { picture } from '../picture.ts';
import type { PlannedTask } from '../plansBook.ts';
import { HELPERS, STORY, WORKS_OVER } from '../story.ts';
import { progressWorkbook, type WorkDone } from '../worksBook.ts';

export const lastDue = (tasks: readonly PlannedTask[], workshop: string): string =>
  tasks
    .filter((one) => one.workshop === workshop)
    .map((one) => one.due)
    .sort()
    .at(-1) ?? '';

/** What is done of a task at the end of June and of August; one workshop lags, one spends less than it promised. */
function doneOf(task: PlannedTask, until: string, tasks: readonly PlannedTask[]): WorkDone {
  const { workshop, measure, due } = task;
  const lags = workshop === STORY.overdue && due === lastDue(tasks, workshop);
  const finished = due <= until && !lags;
  const share = (finished ? 0.96 : 0.5) * (workshop === STORY.short ? 0.7 : 1);
  return {
    workshop,
    measure,
    percent: finished ? 100 : 60,
    own: Math.round(task.own * share),
    other: Math.round(task.other * share),
    finishedOn: finished ? addDays(isoDate(due), -5) : null,
  };
}

/** The last task of the lagging workshop, done at last. */
export const finishedLate = ({ workshop, measure, own, other }: PlannedTask): WorkDone => ({
  workshop,
  measure,
  percent: 100,
  own: Math.round(own * 0.96),
  other: Math.round(other * 0.96),
  finishedOn: '2021-10-08',
});

async function importProgress(desk: Desk, today: string, tasks: readonly PlannedTask[]): Promise<void> {
  const until = `${today.slice(0, 8)}31`;
  const begun = tasks.filter((one) => one.due <= addDays(isoDate(today), 40));
  const works = begun.map((one) => doneOf(one, until, tasks));
  const file = await typed(desk, `改造进度_${today}.xlsx`, await progressWorkbook(works));
  await desk.bureau.run(today, ['progress', file]);
}

const Visited = z.looseObject({ visitId: z.string() });

/** 走访 of a month; the lagging workshop is forgotten after July. */
async function visitAll(
  desk: Desk,
  today: string,
  said: readonly [found: string, advice: string],
): Promise<void> {
  const names = await onRoster(desk, today);
  const visited = names.filter((name) => name !== STORY.overdue || today < '2021-08-01');
  const [findings, advice] = said;
  const words = ['--findings', findings, '--advice', advice, '--response', '按意见整改。'];
  for (const [index, name] of visited.entries()) {
    const { visitId } = Visited.parse(await desk.bureau.run(today, ['visit', ...named(name), ...words]));
    if (index > 0) continue;
    const photo = await typed(desk, `走访_${today}.jpg`, picture(today < '2021-08-01' ? 'before' : 'after'));
    await desk.bureau.run(today, ['attach', photo, '--subject', `visit:${visitId}`, '--role', 'site']);
  }
}

/** 移交: from whoever helps now to the other. */
async function handOver(desk: Desk): Promise<void> {
  const { plans } = await listOn(desk, '2021-07-05');
  const now = plans.find((one) => one.workshopName === STORY.handedOver)?.helperName;
  const next = now === HELPERS.first ? HELPERS.second : HELPERS.first;
  const reason = ['--reason', '工作岗位调整'];
  await desk.bureau.run('2021-07-05', [
    'assign-helper',
    '--helper',
    next,
    ...named(STORY.handedOver),
    ...reason,
  ]);
}

/** 销号 of whatever is finished; the last one on the list still waits with its second half. */
async function closeTasks(desk: Desk): Promise<void> {
  const { bureau } = desk;
  const names = await onRoster(desk, '2021-09-15');
  const [first = ''] = names;
  const before = await typed(desk, '改造前.jpg', picture('before'));
  const after = await typed(desk, '改造后.jpg', picture('after'));
  const task = ['--task', '1'];
  await bureau.run('2021-09-15', ['attach', before, ...named(first), ...task, '--role', 'before']);
  await bureau.run('2021-09-15', ['attach', after, ...named(first), ...task, '--role', 'after']);
  for (const name of names) {
    const which = name === names.at(-1) ? ['--task', '1', '--task', '2'] : ['--all'];
    const note = ['--without-photo', '照片存于纸质档案'];
    await bureau.run('2021-09-15', ['close-task', ...named(name), ...which, ...note]);
  }
}

/** 建设实施 and 帮扶, month by month; `tasks` are those of the signed plans. */
export const worksSteps = (desk: Desk, tasks: readonly PlannedTask[]): readonly Step[] => [
  {
    title: '五、六月：登记开工，走访，导入改造进度，报送进展月报',
    run: async () => {
      await handUpMonth(desk, '2021-05-25');
      await desk.bureau.run('2021-06-01', ['start-works', '--all']);
      await visitAll(desk, '2021-06-15', ['改造材料已到场，正在施工。', '先做排水，再铺地面。']);
      await handUpMonth(desk, '2021-06-25');
      await importProgress(desk, '2021-06-28', tasks);
    },
  },
  {
    title: '七月：一家移交帮扶责任人，走访，报送进展月报',
    run: async () => {
      await handOver(desk);
      await visitAll(desk, '2021-07-20', ['地面、排水已完工，隔断正在安装。', '台账从现在起如实记录。']);
      await handUpMonth(desk, '2021-07-23');
    },
  },
  {
    title: '八月：导入改造进度，一家任务逾期，报送进展月报',
    run: async () => {
      await handUpMonth(desk, '2021-08-25');
      await importProgress(desk, '2021-08-28', tasks);
    },
  },
  {
    title: '九月：走访，改造任务销号（一家自筹不足1万元会被指出），报送进展月报',
    run: async () => {
      await visitAll(desk, '2021-09-10', ['改造任务已完工，台账齐全。', '对照评分表复查一遍。']);
      await closeTasks(desk);
      await handUpMonth(desk, '2021-09-24');
      await desk.bureau.run(WORKS_OVER, ['duties', '--done', '9']);
    },
  },
];
