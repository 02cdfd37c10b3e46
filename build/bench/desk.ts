import { z } from 'zod';
import type { IsoDate } from '../../db/model/dates.ts';
import type { RecoveryCode } from '../../db/model/recoveryCode.ts';
import { formatRecoveryCode } from '../../db/model/recoveryCode.ts';
import { asyncScript } from './inPage.ts';
import { TODAY } from './seed.ts';

/** The program on a seeded folder, from its start to the list of workshops. */

export const deskArguments = (
  dataDir: string,
  profileDir: string,
  today: IsoDate = TODAY,
): readonly string[] => [`--data-dir=${dataDir}`, `--profile-dir=${profileDir}`, `--today=${today}`];

/** Moments on the common clock. */
export const Arrival = z.object({
  /** The page's own beginning. */
  page: z.number(),
  /** The screen that asks for the recovery code stood. */
  unlock: z.number(),
  home: z.number(),
  list: z.number(),
});
export type Arrival = z.infer<typeof Arrival>;

/**
 * Types the recovery code, as this PC has no keychain, and goes from 工作台 to 小作坊 by the menu: all at once, where
 * a clerk would take time, and so nothing is left out that the program has to do.
 */
export const arriveAtList = (code: RecoveryCode): string =>
  asyncScript(`
const box = await until(() => document.querySelector('textarea.code-input'));
const unlock = clock();
Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
  .call(box, ${JSON.stringify(formatRecoveryCode(code))});
box.dispatchEvent(new Event('input', { bubbles: true }));
box.form.requestSubmit();
const entry = await until(() =>
  [...document.querySelectorAll('[role=menuitem]')].find((one) => one.textContent.includes('小作坊')));
const home = clock();
entry.click();
await until(() => document.querySelector('.ant-table-row'));
const list = await painted();
return { page: performance.timeOrigin, unlock, home, list };`);
