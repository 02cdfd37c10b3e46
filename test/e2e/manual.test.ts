import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press, seen } from '../../build/drive/clerk.ts';
import { cleanUp, type Desk, openDesk } from './support/desk.ts';
import { firstStart } from './support/firstStart.ts';

describe('the manual in the window', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk({ today: '2021-04-15' });
    await firstStart(desk);
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  test('F1 leads to it, its index to a chapter with its pictures', async () => {
    const { page } = desk;
    await page.keyboard.press('F1');
    await press(page.getByRole('dialog'), '用户手册');
    await page.getByRole('link', { name: '5 公示与异议' }).click();
    const chapter = page.getByRole('article', { name: '5 公示与异议' });
    await seen(chapter, '发布公示');
    const widths = chapter.locator('img').evaluateAll((pictures) =>
      Promise.all(
        pictures.map(async (one) => {
          if (!(one instanceof HTMLImageElement)) return 0;
          await one.decode();
          return one.naturalWidth;
        }),
      ),
    );
    expect(new Set(await widths)).toEqual(new Set([1366]));
    await press(page, /^下一章：6/);
    await page.getByRole('article', { name: '6 改造方案' }).waitFor();
    expect(desk.consoleErrors).toEqual([]);
  });
});
