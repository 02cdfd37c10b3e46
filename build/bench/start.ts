import { join } from 'node:path';
import { z } from 'zod';
import { makeBlankApp } from './blankApp.ts';
import { watch } from './browser.ts';
import { type Arrival, arriveAtList, deskArguments, Arrival as Moments } from './desk.ts';
import { type Finding, median, milliseconds, timesOf } from './figures.ts';
import { asyncScript } from './inPage.ts';
import type { Bench } from './place.ts';
import { seedOffice } from './seed.ts';

const WORKSHOPS = 2_000;
const RUNS = 7;
/** Starts that fill the profile's caches, as on a PC that the program has run on before. */
const WARM_UP = 2;

async function blankStart(executable: string, profileDir: string): Promise<number> {
  const program = await watch(executable, [`--profile-dir=${profileDir}`]);
  try {
    const script = asyncScript(`await until(() => document.querySelector('#page')); return painted();`);
    return (await program.evaluate(script, z.number())) - program.startedAt;
  } finally {
    await program.stop();
  }
}

type Steps = Arrival & { readonly start: number };

async function deskStart(executable: string, args: readonly string[], script: string): Promise<Steps> {
  const program = await watch(executable, args);
  try {
    return { ...(await program.evaluate(script, Moments)), start: program.startedAt };
  } finally {
    await program.stop();
  }
}

/** Start to the list of 2,000 workshops, against an empty window of the same runtime. */
export async function measureStart({ app, dir }: Bench): Promise<Finding> {
  const dataDir = join(dir, 'start', 'data');
  const { office, recoveryCode } = await seedOffice(dataDir, WORKSHOPS);
  office.close();
  const args = deskArguments(dataDir, join(dir, 'start', 'profile'));
  const script = arriveAtList(recoveryCode);
  const blank = await makeBlankApp(app, join(dir, 'blank'));
  const floor: number[] = [];
  const ours: Steps[] = [];
  let first: number | undefined;
  for (let run = -WARM_UP; run < RUNS; run++) {
    const empty = await blankStart(blank, join(dir, 'start', 'blank'));
    const steps = await deskStart(app.executable, args, script);
    first ??= steps.list - steps.start;
    if (run < 0) continue;
    floor.push(empty);
    ours.push(steps);
  }
  const part = (from: keyof Steps, to: keyof Steps) =>
    milliseconds(median(ours.map((one) => one[to] - one[from])));
  return {
    title: `启动到“小作坊”列表（${WORKSHOPS} 家）`,
    ours: timesOf(ours.map((one) => one.list - one.start)),
    floor: timesOf(floor),
    floorTitle: '空白窗口',
    aim: 2,
    notes: [
      `分段（中位）：进程与窗口 ${part('start', 'page')}，页面到恢复码界面 ${part('page', 'unlock')}，解锁到工作台 ${part('unlock', 'home')}，工作台到列表 ${part('home', 'list')}`,
      `本机没有密钥环，含输入恢复码（scrypt）一步；首次启动（无缓存）${milliseconds(first ?? 0)}`,
    ],
  };
}
