import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { applicantRow } from '../../build/bench/applicantRows.ts';
import { seedOffice, TODAY } from '../../build/bench/seed.ts';
import { formatRecoveryCode } from '../../db/model/recoveryCode.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';
import type { Keyboard } from './support/keyboard.ts';
import { unlockByKeys } from './support/keyboardWalks.ts';

const COUNT = 60;
const SEARCH = '搜索名称、业主、首字母、证照号';
/** Meets the conditions and waits for its review. */
const NOT_REVIEWED = 40;
const nameOf = (index: number): RegExp => new RegExp(String(applicantRow(index).name));

/** What has the keyboard is drawn anew, or goes: the keyboard is not lost. */
describe('the keyboard stays where the clerk works', () => {
  let desk: Desk;
  let keys: Keyboard;

  beforeAll(async () => {
    const home = newHome();
    const { office, recoveryCode } = await seedOffice(join(home, 'data'), COUNT);
    office.close();
    desk = await openDesk({ home, today: TODAY });
    keys = await unlockByKeys(desk, formatRecoveryCode(recoveryCode));
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desk.screen(`failed-focus-${task.name}`);
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  /** From the focused row: ticked, and an opinion given by the button that goes with the check mark. */
  async function review(): Promise<void> {
    await keys.press('Space');
    await keys.push('登记审核意见', 'Shift+Tab');
    await keys.seen('审核层级');
    await keys.press('Control+S');
    await keys.gone('审核层级');
  }

  /** Row by row, as fast as the list draws them. */
  async function downTo(name: RegExp): Promise<void> {
    for (let step = 0; step < COUNT && !name.test((await keys.focused()).text); step++) {
      await keys.press('ArrowDown');
      await desk.page.waitForTimeout(30);
    }
    await keys.focusOn(name);
  }

  test('on a page just come to it is on the heading', async () => {
    await keys.goTo('申请遴选');
    await keys.focusOn('申请遴选');
  });

  test('after a dialog whose button went it is on the row again', async () => {
    await keys.tabTo(nameOf(0));
    await review();
    await keys.focusOn(nameOf(0));
  });

  test('a row far down a long list keeps it through an act', async () => {
    await downTo(nameOf(COUNT / 2));
    await review();
    await keys.focusOn(nameOf(COUNT / 2));
  });

  test('a row scrolled away does not fight the wheel, and has it again when it comes back', async () => {
    await desk.page.mouse.move(700, 500);
    await desk.page.mouse.wheel(0, -9_000);
    await desk.page.waitForTimeout(800);
    expect((await keys.focused()).name).not.toBe(SEARCH);
    await keys.seen(nameOf(0));
    await desk.page.mouse.wheel(0, 1_000);
    await keys.focusOn(nameOf(COUNT / 2));
  });

  test('when its row has left the list it is in the search box', async () => {
    await desk.page.getByText(/^待审核 \d+$/).click();
    await keys.tabTo(SEARCH, 'Shift+Tab');
    await keys.type(String(applicantRow(NOT_REVIEWED).name));
    await keys.tabTo(nameOf(NOT_REVIEWED));
    await review();
    await keys.focusOn(SEARCH);
  });

  test('a dialog closed unused gives it back to its button', async () => {
    await keys.push('调整名额', 'Shift+Tab');
    await keys.seen('本年度创建名额');
    await keys.press('Escape');
    await keys.focusOn('调整名额');
    expect(desk.consoleErrors).toEqual([]);
  });
});
