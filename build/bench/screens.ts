import { join } from 'node:path';
import { z } from 'zod';
import type { RecoveryCode } from '../../db/model/recoveryCode.ts';
import { Arrival, arriveAtList, deskArguments } from './desk.ts';
import { type Driven, drive } from './driven.ts';
import { type Finding, milliseconds, percentile, timesOf } from './figures.ts';
import { SCREENS_TODAY, seedFiveYears } from './fiveYears.ts';
import { asyncScript } from './inPage.ts';
import type { Bench } from './place.ts';
import { writeApplicants } from './seed.ts';

const ROUNDS = 10;
const WARM_UP = 1;
const AIM = 100;
/** Rows of the import, none of which is known yet. */
const IMPORTED = 5_000;
const IMPORT_FROM = 10_000;

/**
 * What the measures do in the page. A screen is done when its part of the window has not changed for a while and shows
 * nothing that stands for data still on their way; its time is that of the frame after its last change.
 */
const TOOLS = asyncScript(`
const QUIET = 200;
const PATIENCE = 10_000;
const LOADING = '.ant-skeleton, .ant-spin-spinning';
const main = await until(() => document.querySelector('[role=main]'));
const calm = async (from, changes = 0) => {
  let changedAt = performance.now();
  let paintedAt = from;
  let seen = 0;
  const observer = new MutationObserver(async () => { seen += 1; changedAt = performance.now(); paintedAt = await painted(); });
  observer.observe(main, { subtree: true, childList: true, characterData: true });
  const begun = performance.now();
  while (seen < changes || performance.now() - changedAt < QUIET || main.querySelector(LOADING)) {
    if (performance.now() - begun > PATIENCE) throw new Error(location.hash + ' does not come to rest');
    await frame();
  }
  observer.disconnect();
  return paintedAt;
};
window.bench = {
  /** Something is written, so that nothing shown later was read before; then all is let come to rest. */
  write: async (workshop) => {
    location.hash = workshop;
    (await until(() => main.querySelector('[aria-label="显示联系电话"]'))).click();
    await until(() => main.querySelector('[aria-label="隐藏联系电话"]'));
    await calm(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  go: async (hash) => { location.hash = hash; await calm(0); },
  focusEntry: async (label) => (await until(() => [...document.querySelectorAll('[role=menuitem]')]
    .find((one) => one.querySelector('.ant-menu-title-content')?.textContent.startsWith(label)))).focus(),
  focusRow: async () => (await until(() => main.querySelector('.row-open'))).focus(),
  focusButton: async (text) => (await until(() => [...main.querySelectorAll('button')]
    .find((one) => one.textContent === text))).focus(),
  /** From the next key to the screen it leads to. */
  expectScreen: () => { window.screenPainted = new Promise((resolve) => {
    window.addEventListener('keydown', async (event) => {
      const pressed = performance.timeOrigin + event.timeStamp;
      resolve(calm(pressed, 1).then((painted) => painted - pressed));
    }, { once: true, capture: true });
  }); },
  /** From the next key to its letter. */
  expectLetter: () => { window.letterPainted = new Promise((resolve) => {
    window.addEventListener('keydown', async (event) => {
      const pressed = performance.timeOrigin + event.timeStamp;
      resolve(await painted() - pressed);
    }, { once: true, capture: true });
  }); },
  /** Presses a button of a page and leaves for the form at once. */
  start: async (hash, text) => {
    location.hash = hash;
    const button = await until(() => [...main.querySelectorAll('button')]
      .find((one) => one.textContent.trim().startsWith(text) && !one.disabled));
    await calm(0);
    button.click();
  },
  /** Has a workbook read, and leaves while its rows are written. */
  startImport: async () => {
    location.hash = '/import';
    const named = (text) => until(() => [...main.querySelectorAll('button')]
      .find((one) => one.textContent.startsWith(text) && !one.disabled));
    (await named('选择文件')).click();
    (await named('全部导入')).click();
  },
  openForm: async () => {
    location.hash = '/workshops/new';
    (await until(() => document.querySelector('[id$=speciality]'))).focus();
  },
};
return [...document.querySelectorAll('[role=menuitem] .ant-menu-title-content')]
  .map((one) => one.firstChild.textContent);`);

interface Screen {
  readonly title: string;
  /** Where the key is pressed, and what has the focus there. */
  readonly at: string;
  readonly focus: string;
}

const call = (name: string, ...args: readonly string[]): string =>
  `window.bench.${name}(${args.map((one) => JSON.stringify(one)).join(', ')})`;

const MORE: readonly Screen[] = [
  { title: '一家小作坊', at: '/workshops', focus: call('focusRow') },
  { title: '一家的改造方案', at: '/plans', focus: call('focusRow') },
  { title: '排名与遴选', at: '/selection', focus: call('focusButton', '排名与遴选') },
  { title: '进展月报', at: '/', focus: call('focusButton', '进展月报') },
];

async function timeOf(program: Driven, workshop: string, { at, focus }: Screen): Promise<number> {
  await program.evaluate(call('write', workshop), z.unknown());
  if (at !== '') await program.evaluate(call('go', at), z.unknown());
  await program.evaluate(focus, z.unknown());
  await program.evaluate(call('expectScreen'), z.unknown());
  await program.press('Enter');
  return program.evaluate('window.screenPainted', z.number());
}

interface Measured {
  readonly title: string;
  readonly times: readonly number[];
}

async function measureScreens(program: Driven, menu: readonly string[]): Promise<readonly Measured[]> {
  await program.evaluate(call('focusRow'), z.unknown());
  await program.evaluate(call('expectScreen'), z.unknown());
  await program.press('Enter');
  await program.evaluate('window.screenPainted', z.number());
  const workshop = (await program.evaluate('location.hash', z.string())).slice(1);
  const screens: readonly Screen[] = [
    ...menu.map((label) => ({ title: label, at: '', focus: call('focusEntry', label) })),
    ...MORE,
  ];
  const measured: Measured[] = [];
  for (const screen of screens) {
    const times: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const time = await timeOf(program, workshop, screen);
      if (round >= 0) times.push(time);
    }
    measured.push({ title: screen.title, times });
  }
  return measured;
}

/** Types into the form of a new application, and tells how long each letter took. */
async function typeInForm(program: Driven, letters: number): Promise<readonly number[]> {
  await program.evaluate(call('openForm'), z.unknown());
  const times: number[] = [];
  for (let at = 0; at < letters; at++) {
    await program.evaluate(call('expectLetter'), z.unknown());
    await program.press('a');
    times.push(await program.evaluate('window.letterPainted', z.number()));
  }
  return times;
}

/** Typing that begins as soon as the work was started. */
async function typeDuring(
  program: Driven,
  title: string,
  start: string,
  rounds = 3,
  letters = 15,
): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await program.evaluate(start, z.unknown());
    times.push(...(await typeInForm(program, letters)));
  }
  return { title, times };
}

const lineOf = ({ title, times }: Measured): string =>
  `${title}：95 百分位 ${milliseconds(percentile(times, 0.95))}，最差 ${milliseconds(Math.max(...times))}，中位 ${milliseconds(percentile(times, 0.5))}`;

/** Typing in a form: in peace, and while the program exports, backs up and imports. */
async function measureTyping(program: Driven, dir: string): Promise<readonly Measured[]> {
  const calm: Measured = { title: '打字，平时', times: await typeInForm(program, 60) };
  await program.answerDialogs(join(dir, '导出.xlsx'));
  const exporting = await typeDuring(program, '打字，导出Excel时', call('start', '/workshops', '导出Excel'));
  const backup = await typeDuring(program, '打字，备份时', call('start', '/backups', '立即备份'));
  const file = join(dir, '汇总表.xlsx');
  await writeApplicants(file, IMPORT_FROM, IMPORTED);
  await program.answerDialogs(file);
  const importing = await typeDuring(program, `打字，导入${IMPORTED}行时`, call('startImport'), 1, 60);
  return [calm, exporting, backup, importing];
}

/** Every screen of a seeded office, from key press to paint, and typing while the program is busy. */
export async function measureOffice(executable: string, home: string, code: RecoveryCode): Promise<Finding> {
  const args = deskArguments(join(home, 'data'), join(home, 'profile'), SCREENS_TODAY);
  const program = await drive(executable, args);
  try {
    await program.evaluate(arriveAtList(code), Arrival);
    const menu = await program.evaluate(TOOLS, z.array(z.string()));
    const screens = await measureScreens(program, menu);
    const all = [...screens, ...(await measureTyping(program, home))];
    return {
      title: '5 个年度 5000 家：每个界面从按键到上屏（含取数），以及忙时打字',
      ours: timesOf(screens.flatMap((one) => one.times)),
      aim: AIM,
      judged: {
        label: '最慢一项的 95 百分位',
        value: Math.max(...all.map(({ times }) => percentile(times, 0.95))),
      },
      notes: all.map(lineOf),
    };
  } finally {
    await program.stop();
  }
}

/** With 5,000 workshops over five years. */
export async function measureEveryScreen({ app, dir }: Bench): Promise<Finding> {
  const home = join(dir, 'screens');
  const { office, recoveryCode } = await seedFiveYears(join(home, 'data'));
  office.close();
  return measureOffice(app.executable, home, recoveryCode);
}
