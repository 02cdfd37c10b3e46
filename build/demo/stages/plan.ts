import { z } from 'zod';
import { TASK_CATEGORIES, TaskCategory } from '../../../db/model/terms.ts';
import { type Desk, handUp, listOn, named, onRoster, type Step, typed } from '../desk.ts';
import { picture } from '../picture.ts';
import { type PlannedTask, tasksWorkbook } from '../plansBook.ts';
import { DEDUCTED, selfCheckAnswers } from '../selfCheck.ts';
import { HELPERS, STORY } from '../story.ts';

const Proposals = z.looseObject({
  proposed: z.array(
    z.looseObject({
      itemCode: z.string(),
      category: TaskCategory.nullable(),
      problem: z.string(),
      measure: z.string(),
      standard: z.string(),
    }),
  ),
});

/** What the self-check calls for, with the money and the deadline the owner and the helper agreed on. */
async function agreedTasks({ bureau }: Desk, workshop: string): Promise<PlannedTask[]> {
  const given = await bureau.run('2021-05-18', ['propose-tasks', ...named(workshop)], 3);
  const { proposed } = Proposals.parse(given);
  const firsts = proposed.filter(
    (one, index) => proposed.findIndex((other) => other.itemCode === one.itemCode) === index,
  );
  return firsts.map(({ itemCode, category, problem, measure, standard }) => {
    const { own, other, due } = DEDUCTED[itemCode] ?? { own: 0, other: 0, due: '2021-09-30' };
    const label = TASK_CATEGORIES[category ?? 'quality'];
    return { workshop, helper: '', category: label, problem, measure, standard, own, other, due };
  });
}

/** 帮扶责任人: half of the list each. */
async function assign({ bureau }: Desk, names: readonly string[]): Promise<void> {
  const half = Math.ceil(names.length / 2);
  await bureau.run('2021-05-14', [
    'assign-helper',
    '--helper',
    HELPERS.first,
    ...named(...names.slice(0, half)),
  ]);
  await bureau.run('2021-05-14', ['assign-helper', '--helper', HELPERS.second, '--all-unassigned']);
}

async function selfChecks(desk: Desk): Promise<void> {
  const names = await onRoster(desk, '2021-05-17');
  for (const [index, name] of names.entries()) {
    const answers = JSON.stringify(selfCheckAnswers(index), null, 2);
    const file = await typed(desk, `自查评分_${name}.json`, answers);
    await desk.bureau.run('2021-05-17', ['self-check', 'import', file, ...named(name)]);
  }
}

async function planTasks(desk: Desk, tasks: PlannedTask[]): Promise<void> {
  const { plans } = await listOn(desk, '2021-05-18');
  for (const one of plans) tasks.push(...(await agreedTasks(desk, one.workshopName)));
  const file = await typed(desk, '改造任务表.xlsx', await tasksWorkbook(tasks));
  await desk.bureau.run('2021-05-18', ['import-plans', file]);
  for (const one of plans) await desk.bureau.run('2021-05-18', ['propose-tasks', ...named(one.workshopName)]);
}

const SIGN = ['--leader', '示例局长', '--section-head', '示例科长'] as const;
const Submitted = z.looseObject({ submitted: z.array(z.object({ checkCode: z.string() })).length(1) });

/** The leader returns one and signs the others. */
async function signOthers(desk: Desk): Promise<void> {
  const { bureau } = desk;
  const names = await onRoster(desk, '2021-05-19');
  await bureau.run('2021-05-19', ['submit', '--all']);
  const opinion = ['--return', '--opinion', '请写明隔断的材料和高度，细化预算'];
  await bureau.run('2021-05-20', ['sign', ...named(STORY.returned), '--leader', '示例局长', ...opinion]);
  const others = names.filter((name) => name !== STORY.returned);
  await bureau.run('2021-05-20', ['sign', ...named(...others), ...SIGN]);
}

/** The returned one says its tasks more exactly; the scan of the signed paper is held against its check code. */
async function signAgain(desk: Desk, tasks: readonly PlannedTask[]): Promise<void> {
  const { bureau } = desk;
  const changed = tasks
    .filter((one) => one.workshop === STORY.returned)
    .map((one, index) => (index === 0 ? { ...one, standard: `不锈钢隔断高1.8米；${one.standard}` } : one));
  const reason = ['--reason', '按主管领导意见写明隔断做法'];
  await bureau.run('2021-05-21', ['revise', ...named(STORY.returned), ...reason]);
  const file = await typed(desk, '改造任务表_修改.xlsx', await tasksWorkbook(changed));
  await bureau.run('2021-05-21', ['import-plans', file]);
  const [sent] = Submitted.parse(
    await bureau.run('2021-05-21', ['submit', ...named(STORY.returned)]),
  ).submitted;
  const code = ['--check-code', sent?.checkCode ?? ''];
  await bureau.run('2021-05-24', ['sign', ...named(STORY.returned), ...SIGN, ...code]);
  const { plans } = await listOn(desk, '2021-05-24');
  const revisionId = plans.find((one) => one.workshopName === STORY.returned)?.revisionId ?? '';
  const scan = await typed(desk, '签字扫描件.jpg', picture('sheet'));
  await bureau.run('2021-05-24', ['attach', scan, '--subject', `revision:${revisionId}`, '--role', 'scan']);
  await bureau.run('2021-05-24', ['confirm-scan', ...named(STORY.returned), ...code]);
}

/** 帮扶责任人、自查评分、改造提升方案、签批、报送. */
export function planSteps(desk: Desk, tasks: PlannedTask[]): readonly Step[] {
  return [
    {
      title: '每家确定一名帮扶责任人',
      run: async () => assign(desk, await onRoster(desk, '2021-05-14')),
    },
    { title: '对照评分表自查', run: () => selfChecks(desk) },
    {
      title: '按扣分项生成改造任务，编制改造提升方案，每个扣分项都有对应任务',
      run: () => planTasks(desk, tasks),
    },
    { title: '提交签批：退回一份，其余签字', run: () => signOthers(desk) },
    { title: '修改后重新签批，签字扫描件核对校验码', run: () => signAgain(desk, tasks) },
    {
      title: '报送改造方案，并校验报送包',
      run: async () => {
        await handUp(desk, '改造方案', '2021-05-26', { report: 'new' });
        await desk.bureau.run('2021-05-26', ['duties', '--done', '7', '--done', '8']);
      },
    },
  ];
}
