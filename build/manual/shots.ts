import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageApp } from '../package/package.ts';
import { inCache, inProject } from '../paths.ts';
import { say } from '../process.ts';
import { ensureDisplay } from '../runtime/display.ts';
import { ensureSystemPackages } from '../runtime/systemPackages.ts';
import { MOMENTS, type Moment, makeMoments, officeOf } from './moments.ts';
import type { Picture } from './picture.ts';
import { PICTURES } from './pictures.ts';
import { openDesk, unlock } from './window.ts';

/**
 * `npm run manual`: takes the pictures of the 用户手册 in the packaged program. `-- 公示 帮扶` takes only those whose
 * names contain one of the words, `-- --again` keeps the fictional office of the last run.
 */
const words = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const wanted = (name: string): boolean => words.length === 0 || words.some((word) => name.includes(word));
const folder = inProject('docs/用户手册/图');

async function takeAll(executable: string, moment: Moment, pictures: readonly Picture[]): Promise<void> {
  const home = await officeOf(moment);
  const desk = await openDesk(executable, home, MOMENTS[moment]);
  const shot = (name: string) => join(folder, `${name}.png`);
  try {
    if (moment !== 'blank') await unlock(desk, (await readFile(join(home, '恢复码.txt'), 'utf8')).trim());
    for (const { name, arrange, hidden, leave } of pictures) {
      say(name);
      try {
        await arrange(desk);
        if (wanted(name)) await desk.shoot(shot(name), hidden?.(desk));
        await leave?.(desk);
      } catch (error) {
        await writeFile(inCache('manual', `失败-${name}.png`), await desk.page.screenshot());
        throw error;
      }
    }
  } finally {
    await desk.close();
  }
}

const app = await packageApp('test');
await ensureSystemPackages({ executable: app.executable });
const endDisplay = await ensureDisplay();
try {
  if (!process.argv.includes('--again') || !existsSync(inCache('manual'))) await makeMoments();
  await mkdir(folder, { recursive: true });
  for (const [moment, pictures] of PICTURES) {
    // The pictures of one moment are one walk: those before the wanted ones are taken with them.
    const last = pictures.findLastIndex(({ name }) => wanted(name));
    if (last >= 0) await takeAll(app.executable, moment, pictures.slice(0, last + 1));
  }
} finally {
  endDisplay();
}
