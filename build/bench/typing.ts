import { join } from 'node:path';
import { z } from 'zod';
import { makeBlankApp } from './blankApp.ts';
import { type Key, type Watched, watch } from './browser.ts';
import { Arrival, arriveAtList, deskArguments } from './desk.ts';
import { type Finding, median, milliseconds, percentile, timesOf } from './figures.ts';
import { asyncScript } from './inPage.ts';
import type { Bench } from './place.ts';
import { seedOffice } from './seed.ts';

const WORKSHOPS = 2_000;
const ROUNDS = 3;
/** Initials, numbers and addresses as clerks type them; each is then taken back letter by letter. */
const WORDS = ['dfj', 'fkdf', 'slx', '1234', 'jbz', 'xrzf'];
const BACKSPACE: Key = { key: 'Backspace', code: 8 };

const keyOf = (letter: string): Key => ({
  key: letter,
  text: letter,
  code: letter.toUpperCase().charCodeAt(0),
});

/**
 * For each key: when its letter was painted in the search box, and when the rows that follow from it were. The rows
 * are done when nothing below the search box has changed for a while.
 */
const WATCH_KEYS = asyncScript(`
const box = await until(() => document.querySelector('.table-search input'));
const table = document.querySelector('.data-table');
const QUIET = 150;
window.expectKey = () => { window.paintedKey = new Promise((resolve) => {
  box.addEventListener('keydown', async (event) => {
    const pressed = performance.timeOrigin + event.timeStamp;
    let rows;
    let changedAt = performance.now();
    const observer = new MutationObserver(async () => {
      changedAt = performance.now();
      rows = await painted();
    });
    observer.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
    const letter = await painted();
    while (performance.now() - changedAt < QUIET) await frame();
    observer.disconnect();
    await frame();
    resolve({ letter: letter - pressed, rows: Math.max(letter, rows ?? 0) - pressed });
  }, { once: true });
}); };
box.focus();
return true;`);

const Painted = z.object({ letter: z.number(), rows: z.number() });

async function typeKey(program: Watched, key: Key): Promise<z.infer<typeof Painted>> {
  // Awaited first: a key may overtake a script on its way to the page.
  await program.evaluate('void window.expectKey()', z.undefined());
  await program.press(key);
  return program.evaluate('window.paintedKey', Painted);
}

async function typeAll(program: Watched): Promise<readonly z.infer<typeof Painted>[]> {
  const painted: z.infer<typeof Painted>[] = [];
  for (const word of WORDS) {
    for (const letter of word) painted.push(await typeKey(program, keyOf(letter)));
    for (const _ of word) painted.push(await typeKey(program, BACKSPACE));
  }
  return painted;
}

/** What a key costs the machine itself: the same keys into the bare box of an empty window. */
async function typeIntoNothing(executable: string, profileDir: string) {
  const program = await watch(executable, [`--profile-dir=${profileDir}`]);
  try {
    const box = '<div class="data-table"><span class="table-search"><input></span></div>';
    const script = asyncScript(`(await until(() => document.querySelector('#page'))).innerHTML = '${box}';`);
    await program.evaluate(script, z.undefined());
    await program.evaluate(WATCH_KEYS, z.literal(true));
    return (await typeAll(program)).map((one) => one.letter);
  } finally {
    await program.stop();
  }
}

/** Search among 2,000 workshops: from the key to the rows on the screen. */
export async function measureTyping({ app, dir }: Bench): Promise<Finding> {
  const dataDir = join(dir, 'typing', 'data');
  const { office, recoveryCode } = await seedOffice(dataDir, WORKSHOPS);
  office.close();
  const blank = await makeBlankApp(app, join(dir, 'empty'));
  const bare = await typeIntoNothing(blank, join(dir, 'typing', 'blank'));
  const program = await watch(app.executable, deskArguments(dataDir, join(dir, 'typing', 'profile')));
  try {
    await program.evaluate(arriveAtList(recoveryCode), Arrival);
    await program.evaluate(WATCH_KEYS, z.literal(true));
    await typeAll(program);
    const painted: z.infer<typeof Painted>[] = [];
    for (let round = 0; round < ROUNDS; round++) painted.push(...(await typeAll(program)));
    const rows = painted.map((one) => one.rows);
    const letters = painted.map((one) => one.letter);
    return {
      title: `搜索 ${WORKSHOPS} 家：按键到结果上屏`,
      ours: timesOf(rows),
      aim: 50,
      judged: { label: '95 百分位', value: percentile(rows, 0.95) },
      notes: [
        `其中所打的字先上屏：中位 ${milliseconds(median(letters))}，95 百分位 ${milliseconds(percentile(letters, 0.95))}`,
        `空白窗口里打同样的字：中位 ${milliseconds(median(bare))}，95 百分位 ${milliseconds(percentile(bare, 0.95))}`,
      ],
    };
  } finally {
    await program.stop();
  }
}
