import type { Locator } from 'playwright-core';
import type { Moment } from './moments.ts';
import type { Desk } from './window.ts';

/** One picture of the manual. */
export interface Picture {
  /** The file's name without its ending. */
  readonly name: string;
  /** Brings the window to what is to be seen. */
  arrange(desk: Desk): Promise<unknown>;
  /** What must be painted over. */
  hidden?(desk: Desk): readonly Locator[];
  /** Shuts what would be in the way of the next picture. */
  leave?(desk: Desk): Promise<unknown>;
}

/** The pictures of one moment, taken in one opening of the window, one after the other. */
export type Walk = readonly [Moment, readonly Picture[]];

export const escapeKey = async ({ page }: Desk): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
};
