import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { applicantsWorkbook, plansWorkbook } from '../../build/demo/fictional.ts';
import { dialog, fill, open, press, row, seen, settle, tick, unlock } from '../../build/drive/clerk.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';
import { firstStart } from './support/firstStart.ts';
import { handUp } from './support/handUp.ts';

/** The whole path, as one clerk walks it in the window: each test goes on where the one before ended. */
describe('the whole path', () => {
  const home = newHome();
  const stick = join(home, 'U盘');
  const [FIRST, SECOND] = ['示例县甲镇老李豆腐坊', '示例县乙镇手工挂面作坊'];
  let code = '';
  let desk: Desk;
  const errors: string[] = [];

  async function reopen(folder: string, today: string): Promise<void> {
    errors.push(...desk.consoleErrors);
    await desk.close();
    desk = await openDesk({ home: folder, today });
  }

  beforeAll(async () => {
    mkdirSync(stick);
    desk = await openDesk({ home, today: '2021-04-15' });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desk.screen(`failed-${task.name}`);
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  test('first start: the bureau, the year, the people, the recovery code', async () => {
    code = await firstStart(desk);
    expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await desk.screen('path-06-home-empty');
  });

  test('a messy workbook is read, a row is mended, the rest is taken as shown', async () => {
    const { page } = desk;
    const file = join(home, '报名汇总表.xlsx');
    writeFileSync(file, await applicantsWorkbook());
    await open(desk, '小作坊');
    await page.getByRole('button', { name: '导入申请汇总表' }).first().click();
    await desk.screen('path-07-import-start');
    await desk.answerDialogs([file]);
    await press(page, '选择文件…');
    await seen(page, '米粉');
    await desk.screen('path-08-import-preview');
    const all = page.getByRole('button', { name: /^全部导入/ });
    expect(await all.isDisabled()).toBe(true);
    // Some areas of the column carry no unit, nor does its heading: asked once.
    await page.getByRole('region', { name: '没有写明的单位' }).getByText('㎡', { exact: true }).click();
    for (const [field, text] of Object.entries({
      身份证号码: '999999197001010092',
      联系电话: '13900000009',
      加工操作间使用面积: '33㎡',
    })) {
      await page.getByRole('button', { name: new RegExp(`^第12行${field}`) }).click();
      const cell = page.getByRole('textbox', { name: `第12行${field}` });
      await cell.fill(text);
      await cell.press('Enter');
    }
    await desk.screen('path-09-import-mended');
    await expect.poll(() => all.isEnabled()).toBe(true);
    await all.click();
    await seen(page, '已导入9家小作坊');
    await desk.screen('path-10-import-done');
  });

  test('the eligible are reviewed and selected, the others named with what they lack', async () => {
    const { page } = desk;
    await press(page, '去审核');
    await seen(page, FIRST);
    await desk.screen('path-11-selection');
    await tick(desk, FIRST, SECOND);
    await press(page, '登记审核意见');
    const review = dialog(desk, /审核/);
    await desk.screen('path-12-review');
    await settle(review, '登记审核意见');
    await page
      .getByText(/^待遴选/)
      .first()
      .click();
    await tick(desk, FIRST, SECOND);
    await press(page, '确定入选');
    const select = dialog(desk, /确定入选/);
    await fill(select, { 遴选理由: '具有地方特色，投入有保障' });
    await desk.screen('path-13-select');
    await settle(select, '确定2家入选');
  });

  test('the selection is published; before the last day nothing can be confirmed', async () => {
    const { page } = desk;
    await open(desk, '公示');
    await press(page.getByRole('main'), '发布公示');
    const notice = dialog(desk, '发布创建名单公示');
    await seen(notice, /共2家/);
    await desk.screen('path-14-publicise');
    await settle(notice, '确定发布');
    expect(await page.getByRole('button', { name: '确定创建名单' }).isDisabled()).toBe(true);
    await press(page, '公示文稿');
    await seen(page, /共\d页/);
    await desk.screen('path-15-notice');
  });

  test('the date moves on: the 创建名单 is confirmed and handed up', async () => {
    await reopen(home, '2021-05-10');
    await desk.screen('path-16-unlock');
    await unlock(desk, code);
    const { page } = desk;
    await desk.screen('path-17-home');
    await open(desk, '公示');
    await press(page, '确定创建名单');
    const confirm = dialog(desk, '确定创建名单');
    await settle(confirm, '确定2家为创建名单');
    await desk.screen('path-18-publicity');
    await handUp(desk, '创建名单', stick);
    await desk.screen('path-19-package');
  });

  test('a plan is written in the window, checked as one types, and seen as the paper', async () => {
    const { page } = desk;
    await open(desk, '改造方案');
    await row(desk, FIRST).click();
    await press(page, '开始编制');
    await fill(page, {
      帮扶责任人: '示例帮扶',
      现状: '场所整洁，设施较旧，台账不全。',
      帮扶措施: '每月到场指导不少于一次。',
    });
    await press(page, '增加一项');
    await desk.screen('path-20-plan-empty');
    await page.getByLabel('第1项类别').click();
    await page.getByTitle('加工条件').click();
    await fill(page, {
      第1项存在问题: '生熟区未分隔',
      第1项改造任务: '增设隔断',
      第1项提升标准: '生熟不交叉',
      第1项业主自筹: '8000',
      第1项完成时限: '2021.8.31',
      第1项责任人: '业主',
    });
    await press(page, '提交签批');
    await seen(page, /业主自筹.*10,?000/);
    await desk.screen('path-21-plan-refused');
    await fill(page, { 第1项业主自筹: '12000' });
    await press(page, '打印');
    await seen(page, /共\d页/);
    await desk.screen('path-22-plan-preview');
    await press(page, '关闭预览');
    await press(page, '提交签批');
    await seen(page, '待签批');
  });

  test('the leader sends it back; the second revision is signed with its code', async () => {
    const { page } = desk;
    await press(page, '退回修改');
    const back = dialog(desk, /退回/);
    await desk.screen('path-23-return');
    await fill(back, { 领导意见: '请细化隔断做法' });
    await settle(back, '登记退回');
    await seen(page, '请细化隔断做法');
    await press(page, '修改方案');
    const why = dialog(desk, /修改/);
    await fill(why, { 修改原因: '按领导意见细化' });
    await press(why, '新开第2版');
    await fill(page, { 第1项改造任务: '用不锈钢隔断将生熟区分开，增设传递窗' });
    await press(page, '提交签批');
    await seen(page, '待签批');
    await press(page, '登记签批');
    const sign = dialog(desk, /登记签批/);
    await desk.screen('path-24-sign');
    await settle(sign, '登记签批');
    await seen(page, '已签批');
    await desk.screen('path-25-signed');
  });

  test('another plan comes from Excel; both signed, the plans are handed up', async () => {
    const { page } = desk;
    const file = join(home, '改造任务表.xlsx');
    writeFileSync(file, await plansWorkbook([SECOND]));
    await open(desk, '改造方案');
    await desk.answerDialogs([file]);
    await press(page, '从Excel导入方案…');
    const preview = dialog(desk, /^导入改造方案/);
    await seen(preview, SECOND);
    await desk.screen('path-26-import-plans');
    await settle(preview, /^导入/);
    await row(desk, SECOND).click();
    await press(page, '提交签批');
    await seen(page, '待签批');
    await press(page, '登记签批');
    const sign = dialog(desk, /登记签批/);
    await settle(sign, '登记签批');
    await press(page, '登记开工');
    const start = dialog(desk, /开工/);
    await settle(start, /登记开工/);
    await seen(page, '5月10日开工');
    await handUp(desk, '改造方案', stick);
    await desk.screen('path-27-package');
  });

  test('a package is checked on the stick: whole, and after one changed byte the file is named', async () => {
    const { page } = desk;
    const folder = readdirSync(stick).find((name) => name.includes('改造方案')) ?? '';
    const check = async (): Promise<void> => {
      await desk.answerDialogs([join(stick, folder)]);
      await press(page, '校验报送包…');
    };
    await check();
    await seen(page, /报送包完好/);
    await desk.screen('path-28-verified');
    const data = join(stick, folder, 'data');
    const ledger = readdirSync(data).find((name) => name.endsWith('.xlsx')) ?? '';
    const bytes = readFileSync(join(data, ledger));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(join(data, ledger), bytes);
    await check();
    await seen(page, /报送包有1处不符/);
    await seen(page, `data/${ledger}`);
    await desk.screen('path-29-altered');
  });

  test('every other page is looked at', async () => {
    const { page } = desk;
    for (const [name, entry] of Object.entries({ home: '工作台', workshops: '小作坊', plans: '改造方案' })) {
      await open(desk, entry);
      await page.waitForTimeout(300);
      await desk.screen(`path-30-${name}`);
    }
    await open(desk, '小作坊');
    await row(desk, FIRST).click();
    await seen(page, '操作记录');
    await desk.screen('path-31-workshop');
    await open(desk, '设置');
    await seen(page, '年度政策');
    await desk.screen('path-32-settings');
  });

  test('a backup opens on an empty data folder with the recovery code alone', async () => {
    await open(desk, '备份与恢复');
    await desk.answerDialogs([stick]);
    await press(desk.page, '备份到U盘…');
    await seen(desk.page, /已备份到/);
    await desk.screen('path-33-backup');
    const backup = readdirSync(stick).find((name) => name.endsWith('.wdbak')) ?? '';

    const newPc = newHome();
    await reopen(newPc, '2021-05-11');
    await desk.answerDialogs([join(stick, backup)]);
    await press(desk.page, '从备份恢复…');
    await seen(desk.page, '备份检查无误，已准备好恢复');
    await desk.screen('path-34-restore');
    await reopen(newPc, '2021-05-11');
    await unlock(desk, code);
    await open(desk, '改造方案');
    await seen(desk.page, FIRST);
    await seen(desk.page, SECOND);
    await desk.screen('path-35-restored');
  });

  test('nothing went wrong unseen', () => {
    expect([...errors, ...desk.consoleErrors]).toEqual([]);
  });
});
