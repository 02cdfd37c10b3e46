import { join } from 'node:path';
import { z } from 'zod';
import { countyAnswers, reinspectionAnswers } from '../countyScores.ts';
import {
  type Desk,
  FOLDERS,
  handUp,
  handUpMonth,
  listOn,
  named,
  onRoster,
  type Step,
  typed,
} from '../desk.ts';
import { picture } from '../picture.ts';
import type { PlannedTask } from '../plansBook.ts';
import { ASSESSORS, STORY } from '../story.ts';
import { progressWorkbook } from '../worksBook.ts';
import { finishedLate, lastDue } from './works.ts';

const WITHOUT_PHOTO = ['--without-photo', '照片存于纸质档案'] as const;

/** The one that lagged finishes its last works; whatever still waited for its 销号 gets it. */
async function finishWorks(desk: Desk, tasks: readonly PlannedTask[]): Promise<void> {
  const { bureau } = desk;
  const last = (await onRoster(desk, '2021-10-09')).at(-1) ?? '';
  const { overdue } = STORY;
  const late = tasks.filter((one) => one.workshop === overdue && one.due === lastDue(tasks, overdue));
  const file = await typed(desk, '改造进度_2021-10-09.xlsx', await progressWorkbook(late.map(finishedLate)));
  await bureau.run('2021-10-09', ['progress', file]);
  for (const name of [overdue, last]) {
    await bureau.run('2021-10-09', ['close-task', ...named(name), '--all', ...WITHOUT_PHOTO]);
  }
}

const Scored = z.looseObject({ inspectionId: z.string() });

/** 现场打分: the team of two, without whoever helped; one owner does not sign. */
async function scoreAll(desk: Desk): Promise<void> {
  const { plans } = await listOn(desk, '2021-10-12');
  for (const [index, { workshopName: name, helperName }] of plans.entries()) {
    const day = index < plans.length / 2 ? '2021-10-12' : '2021-10-13';
    const refusal =
      name === STORY.refuses
        ? ['--refused', '业主对采光照明一项的扣分有不同意见', '--witness', '示例村委会委员']
        : ['--remark', '无异议'];
    const recused = ['--recused', `${helperName}：该户的帮扶责任人`];
    await score(desk, name, day, countyAnswers(name, index), [...refusal, ...recused]);
  }
}

async function score(
  desk: Desk,
  name: string,
  day: string,
  answers: ReturnType<typeof countyAnswers>,
  more: readonly string[],
): Promise<string> {
  const file = await typed(desk, `县级评分_${name}_${day}.json`, JSON.stringify(answers, null, 2));
  const team = ASSESSORS.flatMap((one) => ['--assessor', one]);
  const given = await desk.bureau.run(day, ['inspect', 'import', file, ...named(name), ...team, ...more]);
  return Scored.parse(given).inspectionId;
}

/** The failed one invests what it promised, mends what was found, and is inspected again. */
async function rectifyAndReinspect(desk: Desk, tasks: readonly PlannedTask[]): Promise<void> {
  const { bureau } = desk;
  const name = named(STORY.short);
  const demands =
    '1.补足业主自筹投入，不少于1万元；2.隔断封到顶，补装纱窗和洗手消毒设施；3.补齐票据和投料记录。';
  await bureau.run('2021-10-14', ['rectify', ...name, '--demands', demands, '--due', '2021-10-25']);
  const first = tasks.find((one) => one.workshop === STORY.short);
  const again = ['--undo', '--reason', '整改中补充投入，重新登记实际投入'];
  await bureau.run('2021-10-21', ['close-task', ...name, '--task', '1', ...again]);
  await bureau.run('2021-10-21', ['progress', ...name, '--task', '1', '--own', String(first?.own ?? 0)]);
  await bureau.run('2021-10-21', ['close-task', ...name, '--task', '1', ...WITHOUT_PHOTO]);
  const found = ['--by', '示例考评', '--note', '现场核查，整改要求已逐项落实，补充投入票据齐全'];
  await bureau.run('2021-10-22', ['rectify', ...name, '--done-on', '2021-10-22', ...found]);
  const id = await score(desk, STORY.short, '2021-10-25', reinspectionAnswers(), [
    '--remark',
    '已整改，无异议',
  ]);
  const photo = await typed(desk, '复查现场.jpg', picture('after'));
  await bureau.run('2021-10-25', ['attach', photo, '--subject', `inspection:${id}`, '--role', 'site']);
}

/** 县级考评验收: works done, scoring, 整改 and re-inspection, 推荐名单, 报送. */
export const scoringSteps = (desk: Desk, tasks: readonly PlannedTask[]): readonly Step[] => [
  {
    title: '十月：逾期的一家完工，其余销号；打印现场用的空白评分表',
    run: async () => {
      await finishWorks(desk, tasks);
      const out = join(desk.folder, FOLDERS.papers, '考评现场');
      await desk.bureau.run('2021-10-11', ['inspections', '--out', out]);
    },
  },
  {
    title: '县级考评验收：两人打分，帮扶责任人回避；一家被否决，一家拒绝签字',
    run: () => scoreAll(desk),
  },
  {
    title: '达标的推荐；未达标的下达整改，补足投入后复查合格，再推荐，报送进展月报',
    run: async () => {
      await desk.bureau.run('2021-10-14', ['results', '--decision', 'recommend', '--all-passed']);
      await rectifyAndReinspect(desk, tasks);
      await handUpMonth(desk, '2021-10-25');
      await desk.bureau.run('2021-10-26', ['results', '--decision', 'recommend', ...named(STORY.short)]);
    },
  },
  {
    title: '报送县级验收结果（推荐名单、汇总表、评分表）和报告，校验并登记回执',
    run: async () => {
      await handUp(desk, '县级验收结果', '2021-10-27', { report: 'new' });
      await desk.bureau.run('2021-10-27', ['duties', '--done', '10']);
    },
  },
];
