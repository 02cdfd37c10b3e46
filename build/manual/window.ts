import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { seen, unlock as unlockData } from '../drive/clerk.ts';
import { answerDialogs, openProgram } from '../drive/launch.ts';
import { withPalette } from './palette.ts';

export { dialog, fill, open, row, seen, tab, tick } from '../drive/clerk.ts';

const ACTION_TIMEOUT = 15_000;
/** Fades and slides of the window end within it. */
const SETTLED = 450;

/** The program's window, as a clerk's hand and eye use it. */
export interface Desk {
  readonly page: Page;
  /** The folder the office lies in: workbooks, sticks. */
  readonly home: string;
  /** What the next file dialogs answer, one path a dialog. */
  answerDialogs(...paths: readonly string[]): Promise<void>;
  /** Saves what the window shows, with `hidden` painted over. */
  shoot(file: string, hidden?: readonly Locator[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the packaged program on `home`, as on the day `today`. */
export async function openDesk(executable: string, home: string, today: string): Promise<Desk> {
  const { app, page } = await openProgram({ executable, home, today });
  return {
    page,
    home,
    answerDialogs: (...paths) =>
      answerDialogs(
        app,
        paths.map((path) => [path]),
      ),
    shoot: async (file, hidden = []) => {
      await sleep(SETTLED);
      await writeFile(file, withPalette(await page.screenshot({ mask: [...hidden], maskColor: '#d0d5dd' })));
    },
    close: () => app.close(),
  };
}

/** Presses the first button of this name: a page to be shown may have it in every row. */
export const press = (within: Locator | Page, name: string | RegExp): Promise<void> =>
  within.getByRole('button', { name }).first().click();

/** Opens the data with the recovery code, and lets the page behind come to rest. */
export async function unlock(desk: Desk, code: string): Promise<void> {
  await unlockData(desk, code);
  await sleep(300);
}

/** Waits until the preview shows its first page: the frame stands before anything is drawn. */
export async function paperSeen({ page }: Desk): Promise<void> {
  await seen(page, /共\d+页/);
  const canvas = page.locator('.pdf-pages canvas').first();
  await canvas.waitFor();
  const isBlank = (): Promise<boolean> =>
    canvas.evaluate((one) => {
      if (!(one instanceof HTMLCanvasElement) || one.width === 0) return true;
      const pixels = one.getContext('2d')?.getImageData(0, 0, one.width, one.height).data;
      return !pixels?.some((value, at) => at % 4 === 0 && value < 100);
    });
  const deadline = Date.now() + ACTION_TIMEOUT;
  while (await isBlank()) {
    if (Date.now() > deadline) throw new Error('The preview stayed blank');
    await sleep(100);
  }
}
