import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keysOf } from '../../db/model/terms.ts';
import { bureauAt } from '../demo/bureau.ts';
import { applicantsWorkbook, PROFILE, plansWorkbook } from '../demo/fictional.ts';
import { pathOf } from '../demo/path.ts';
import { picture } from '../demo/picture.ts';
import { selfCheckAnswers } from '../demo/selfCheck.ts';
import { LAST_DAY, WORKS_OVER } from '../demo/story.ts';
import { inCache } from '../paths.ts';
import { say } from '../process.ts';

/** A small fictional office at the moments of the year whose screens the manual shows, each a folder of its own. */
const SMALL = {
  blank: '2021-04-01',
  applied: '2021-04-12',
  reviewed: '2021-04-13',
  selected: '2021-04-14',
  published: '2021-04-16',
  listed: '2021-05-06',
  drafted: '2021-05-07',
  submitted: '2021-05-10',
  inWorks: '2021-07-20',
} as const;
type SmallMoment = keyof typeof SMALL;

/** Besides those the office of the demo, when the works are over and at the end of its year: full lists and figures. */
export const MOMENTS = { ...SMALL, worksOver: WORKS_OVER, wholeYear: LAST_DAY } as const;
export type Moment = keyof typeof MOMENTS;

/** The workshops the pictures show. */
export const WORKSHOPS = {
  tofu: '示例县甲镇老李豆腐坊',
  noodles: '示例县乙镇手工挂面作坊',
  buns: '示例县丙乡粘豆包作坊',
  pancakes: '示例县丁街道煎饼铺',
} as const;

type Run = (...words: readonly string[]) => Promise<unknown>;
type Seed = (run: Run, inputs: string) => Promise<unknown>;

const { tofu, noodles, buns, pancakes } = WORKSHOPS;
const names = (...all: readonly string[]): readonly string[] => all.flatMap((name) => ['--name', name]);

/** What is done on each moment's day, on top of the moment before. */
const SEEDS: Readonly<Record<SmallMoment, Seed>> = {
  blank: async () => undefined,
  applied: async (run, inputs) => {
    const profile = join(inputs, '单位信息.json');
    const applicants = join(inputs, '报名汇总表.xlsx');
    await writeFile(profile, JSON.stringify(PROFILE));
    await writeFile(applicants, await applicantsWorkbook());
    await run('init', '--profile', profile);
    await run('duties', '--from', 'notice');
    await run('import', applicants, '--only-valid', '--area-unit', '㎡');
  },
  reviewed: (run) => run('review', '--all-eligible', '--reviewer', '示例局长', '--comment', '同意'),
  selected: (run) =>
    run('select', ...names(tofu, noodles, buns, pancakes), '--reason', '具有地方特色，投入有保障'),
  published: async (run) => {
    await run('publicise', '--place', '示例县人民政府网站');
    await run('posted', '--by', '示例经办', '--note', '县政府网站“通知公告”栏目');
    await run('object', '--workshop', noodles, '--content', '反映该作坊场地为临时租用，请核实。');
  },
  listed: async (run) => {
    await run('settle', '--outcome', 'rejected', '--handling', '经查，租赁合同至2026年，手续齐全。');
    await run('confirm-roster');
    await run('assign-helper', '--helper', '示例帮扶', '--all-unassigned');
  },
  drafted: async (run, inputs) => {
    const plans = join(inputs, '改造任务表.xlsx');
    const answers = join(inputs, '自查.json');
    await writeFile(plans, await plansWorkbook([tofu, noodles, buns, pancakes]));
    await writeFile(answers, JSON.stringify(selfCheckAnswers(0)));
    await run('import-plans', plans);
    await run('self-check', 'import', answers, '--name', tofu);
  },
  submitted: async (run) => {
    await run('submit', '--all');
    await run('sign', ...names(noodles, buns), '--leader', '示例局长', '--section-head', '示例科长');
    await run(
      'sign',
      ...names(pancakes),
      '--leader',
      '示例局长',
      '--return',
      '--opinion',
      '请细化生熟区分隔的做法和预算',
    );
  },
  inWorks: async (run, inputs) => {
    await run('start-works', ...names(noodles, buns), '--on', '2021-05-17');
    const visit = ['visit', ...names(noodles), '--on', '2021-06-18', '--progress', '40'];
    await run(
      ...visit,
      '--findings',
      '地面已拆除，隔断材料已到场。',
      '--advice',
      '先做排水再铺砖。',
      '--response',
      '按意见安排。',
    );
    const task = (number: string): readonly string[] => ['progress', ...names(noodles), '--task', number];
    await run(...task('1'), '--percent', '60', '--own', '4000');
    await run(...task('3'), '--own', '480', '--finished', '2021-06-25');
    await mkdir(inputs, { recursive: true });
    await writeFile(join(inputs, '改造前.jpg'), picture('before'));
    await writeFile(join(inputs, '改造后.jpg'), picture('after'));
  },
};

const homeOf = (moment: Moment): string => inCache('manual', moment);

async function makeSmallOffice(): Promise<void> {
  let before: SmallMoment | undefined;
  for (const moment of keysOf(SMALL)) {
    say(`示例单位：${SMALL[moment]}`);
    const home = homeOf(moment);
    if (before) await cp(homeOf(before), home, { recursive: true });
    await mkdir(join(home, '输入'), { recursive: true });
    const bureau = bureauAt(join(home, 'data'), join(home, '恢复码.txt'));
    await SEEDS[moment]((...words) => bureau.run(SMALL[moment], words), join(home, '输入'));
    before = moment;
  }
}

/** Plays both offices from their first day; one folder a moment. */
export async function makeMoments(): Promise<void> {
  await rm(inCache('manual'), { recursive: true, force: true });
  await makeSmallOffice();
  say('示例单位：全年');
  const folder = homeOf('wholeYear');
  await mkdir(folder, { recursive: true });
  const path = pathOf({ bureau: bureauAt(join(folder, 'data'), join(folder, '恢复码.txt')), folder });
  for (const { run } of path.untilWorksOver) await run();
  await cp(folder, homeOf('worksOver'), { recursive: true });
  for (const { run } of path.afterwards) await run();
}

/** A copy of the office of a moment for one opening of the window: what a picture changes stays its own. */
export async function officeOf(moment: Moment): Promise<string> {
  const home = inCache('manual', 'open');
  await rm(home, { recursive: true, force: true });
  await cp(homeOf(moment), home, { recursive: true });
  return home;
}
