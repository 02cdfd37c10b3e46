import { arrived } from '../../../build/drive/clerk.ts';
import type { Desk } from './desk.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';

/** Opens the data with the recovery code; from then on every pointer is counted. */
export async function unlockByKeys(desk: Desk, code: string): Promise<Keyboard> {
  const keys = await keyboardOf(desk.page);
  await keys.fill({ 恢复码: code });
  await keys.push('打开');
  await arrived(desk);
  return keys;
}

/** What is typed on a line that does not get the space bar. */
export interface Deduction {
  readonly key: string;
  readonly reason: string;
}

/** Answers a sheet line by line, with a key and Enter; gives the lines in the order they came. */
export async function answerSheet(
  keys: Keyboard,
  deductions: Readonly<Record<string, Deduction>>,
): Promise<readonly string[]> {
  const answered: string[] = [];
  for (;;) {
    const { role, name } = await keys.focused();
    if (role !== 'row') return answered;
    const line = name.split(' ')[0] ?? '';
    const deduction = deductions[line];
    await keys.press(deduction?.key ?? 'Space', 'Enter');
    if (deduction) {
      await keys.focusOn(`${line}扣分原因`);
      await keys.type(deduction.reason);
      await keys.press('Enter');
    }
    answered.push(line);
  }
}

/** 销号 of the two tasks of the plan on the screen, which have no photos. */
export async function closeBothTasks(keys: Keyboard): Promise<void> {
  for (const task of ['选择第1项', '选择第2项']) {
    await keys.tabTo(task);
    await keys.press('Space');
  }
  await keys.push('销号选中的2项', 'Shift+Tab');
  await keys.fill({ '没有改造后照片的原因（第1、2项）': '照片另行归档' });
  await keys.press('Control+S');
  await keys.gone('销号人（现场核实）');
}
