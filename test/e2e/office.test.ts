import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bureauAt } from '../../build/demo/bureau.ts';
import { pathSteps } from '../../build/demo/path.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';

afterAll(cleanUp);

/** The fictional bureau in the middle of its year, made by the command line and opened in the window. */
describe('an office in the middle of its year', () => {
  let desk: Desk;
  let code: string;

  beforeAll(async () => {
    const home = newHome();
    const keyFile = join(home, 'key');
    const inputs = join(home, 'inputs');
    mkdirSync(inputs);
    for (const { run } of pathSteps(bureauAt(join(home, 'data'), keyFile), inputs)) await run();
    code = readFileSync(keyFile, 'utf8').trim();
    desk = await openDesk({ home, today: '2021-05-11' });
  });
  afterAll(() => desk?.close());

  test('opens with the recovery code alone, on a PC without a keychain', async () => {
    await desk.page.getByLabel('恢复码').fill(code);
    await desk.screen('unlock');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('工作台', { exact: true }).first().waitFor();
    await desk.screen('home');
  });

  test.each([
    ['小作坊', '示例县甲镇老李豆腐坊'],
    ['申请遴选', '示例县己镇小磨香油坊'],
    ['公示', '2021-04-22'],
    ['改造方案', '退回修改'],
    ['报送', '报送创建名单'],
    ['备份与恢复', '立即备份'],
    ['设置', '示例县市场监督管理局'],
  ])('shows %s with its records', async (entry, expected) => {
    await desk.page.getByRole('menuitem', { name: entry }).click();
    await desk.page.getByText(expected).first().waitFor();
    await desk.screen(entry);
    expect(await desk.page.getByText('程序遇到了问题').count()).toBe(0);
  });
});
