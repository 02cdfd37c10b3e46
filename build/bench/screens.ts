import { join } from 'node:path';
import { z } from 'zod';
import type { RecoveryCode } from '../../db/model/recoveryCode.ts';
import { makeBlankApp } from './blankApp.ts';
import { measureBusyTyping } from './busyTyping.ts';
import { Arrival, arriveAtList, deskArguments } from './desk.ts';
import { type Driven, drive } from './driven.ts';
import { type Finding, median, milliseconds, percentile, type Series, timesOf } from './figures.ts';
import { SCREENS_TODAY } from './fiveYears.ts';
import { copyFiveYears } from './keptFiveYears.ts';
import type { Bench } from './place.ts';
import { call, PLAIN_TABLE, SCREEN_TOOLS } from './screenTools.ts';

/** Twenty, so that the 95th percentile of a screen is another value than its worst. */
const ROUNDS = 20;
const WARM_UP = 1;
const AIM = 100;

interface Screen {
  readonly title: string;
  /** Where the key is pressed, and what has the focus there; an entry of the menu is at hand everywhere. */
  readonly at?: string;
  readonly focus: string;
}

const MORE: readonly Screen[] = [
  { title: '一家小作坊', at: '/workshops', focus: call('focusRow') },
  { title: '一家的改造方案', at: '/plans', focus: call('focusRow') },
  { title: '排名与遴选', at: '/selection', focus: call('focusButton', '排名与遴选') },
  { title: '进展月报', at: '/', focus: call('focusButton', '进展月报') },
];

/** Presses Enter and waits for the screen it leads to. */
async function enter(program: Driven, focus: string): Promise<number> {
  await program.evaluate(focus, z.unknown());
  await program.evaluate(call('expectScreen'), z.unknown());
  await program.press('Enter');
  return program.evaluate('window.awaited', z.number());
}

async function timeOf(program: Driven, { at, focus }: Screen): Promise<number> {
  if (at !== undefined) await program.evaluate(call('go', at), z.unknown());
  await program.evaluate(call('write'), z.unknown());
  return enter(program, focus);
}

/** Round by round through all screens, as a clerk would: each is come to from the one before. */
async function measureScreens(program: Driven, menu: readonly string[]): Promise<readonly Series[]> {
  await program.evaluate(call('openClerks'), z.unknown());
  const entries = menu.map((label): Screen => ({ title: label, focus: call('focusEntry', label) }));
  const screens = [...entries, ...MORE].map((screen) => ({ screen, times: Array.of<number>() }));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const { screen, times } of screens) {
      const time = await timeOf(program, screen);
      if (round >= 0) times.push(time);
    }
  }
  return screens.map(({ screen, times }) => ({ title: screen.title, times }));
}

/** What a screen costs the machine itself, at that moment: a plain table drawn by an empty window. */
async function measurePlainTable(executable: string, profileDir: string): Promise<readonly number[]> {
  const program = await drive(executable, [`--profile-dir=${profileDir}`]);
  try {
    await program.evaluate(PLAIN_TABLE, z.literal(true));
    await program.evaluate(SCREEN_TOOLS, z.array(z.string()));
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await enter(program, `document.querySelector('button').focus()`));
    }
    return times;
  } finally {
    await program.stop();
  }
}

const lineOf = ({ title, times }: Series): string =>
  `${title}：95 百分位 ${milliseconds(percentile(times, 0.95))}，最差 ${milliseconds(Math.max(...times))}，中位 ${milliseconds(median(times))}`;

/** Every screen of a seeded office, from key press to paint, and typing while the program is busy. */
async function measureOffice(executable: string, home: string, code: RecoveryCode) {
  const args = deskArguments(join(home, 'data'), join(home, 'profile'), SCREENS_TODAY);
  const program = await drive(executable, args);
  try {
    await program.evaluate(arriveAtList(code), Arrival);
    const menu = await program.evaluate(SCREEN_TOOLS, z.array(z.string()));
    const screens = await measureScreens(program, menu);
    return { screens, typing: await measureBusyTyping(program, home) };
  } finally {
    await program.stop();
  }
}

/** With 5,000 workshops over five years. */
export async function measureEveryScreen({ app, dir }: Bench): Promise<Finding> {
  const home = join(dir, 'screens');
  const code = await copyFiveYears(join(home, 'data'));
  const blank = await makeBlankApp(app, join(dir, 'screens-blank'));
  const floor = await measurePlainTable(blank, join(home, 'blank-profile'));
  const { screens, typing } = await measureOffice(app.executable, home, code);
  const all = [...screens, ...typing];
  const title = '空白窗口里画一张同样大小的普通表格';
  return {
    title: '5 个年度 5000 家：每个界面从按键到上屏（含取数），以及忙时打字',
    ours: timesOf(screens.flatMap((one) => one.times)),
    aim: AIM,
    judged: {
      label: '最慢一项的 95 百分位',
      value: Math.max(...all.map(({ times }) => percentile(times, 0.95))),
    },
    notes: [lineOf({ title, times: floor }), ...all.map(lineOf)],
  };
}
