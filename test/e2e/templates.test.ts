import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialog, open, press, row, seen } from '../../build/drive/clerk.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';
import { firstStart } from './support/firstStart.ts';

/** 推荐名单 in the office's own form; `column` is what the list's line asks for. */
async function ownForm(path: string, column: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('附表');
  sheet.getCell('A1').value = '{{单位名称}}推荐名单（本单位格式）';
  sheet.getCell('A2').value = `{{明细.${column}}}`;
  sheet.getCell('B2').value = '{{明细.县级得分}}';
  await book.xlsx.writeFile(path);
  return path;
}

describe('the office’s own templates', () => {
  const home = newHome();
  const file = (name: string): string => join(home, name);
  let desk: Desk;

  beforeAll(async () => {
    mkdirSync(home, { recursive: true });
    desk = await openDesk({ home, today: '2021-04-15' });
    await firstStart(desk);
    await open(desk, '设置');
    await desk.page.getByRole('tab', { name: '模板' }).click();
    await seen(desk.page, '推荐名单');
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  test('a private placeholder is refused by its cell, and the file cannot be used', async () => {
    await desk.answerDialogs([await ownForm(file('错.xlsx'), '身份证号')]);
    await press(desk.page, '推荐名单（Excel）上传模板');
    const tried = dialog(desk, /^推荐名单（Excel）：试填/);
    await seen(tried, /A2单元格：“\{\{明细\.身份证号\}\}”是个人信息/);
    expect(await tried.getByRole('button', { name: '启用' }).isDisabled()).toBe(true);
    await press(tried, '取消');
  });

  test('a sound one is tried, used, taken along with the settings, given up and brought back', async () => {
    const { page } = desk;
    const settings = file('设置.zip');
    await desk.answerDialogs(
      [await ownForm(file('本单位推荐名单.xlsx'), '小作坊名称')],
      [settings],
      [settings],
    );
    await press(page, '推荐名单（Excel）上传模板');
    const tried = dialog(desk, /^推荐名单（Excel）：试填/);
    await seen(tried, '示例县市场监督管理局推荐名单（本单位格式）');
    await desk.screen('templates-tried');
    await press(tried, '启用');
    await seen(row(desk, '推荐名单'), '本单位推荐名单');
    await press(page, '导出设置…');
    await seen(page, /已导出设置/);

    await press(page, '推荐名单（Excel）停用模板');
    await seen(row(desk, '推荐名单'), '程序自带');
    await press(page, '撤销');
    await seen(row(desk, '推荐名单'), '本单位推荐名单');

    await press(page, '推荐名单（Excel）停用模板');
    await seen(row(desk, '推荐名单'), '程序自带');
    await press(page, '导入设置…');
    const importing = dialog(desk, /^导入设置/);
    await seen(importing, '推荐名单（Excel）改用“本单位推荐名单.xlsx”');
    await press(importing, '导入所选');
    await seen(row(desk, '推荐名单'), '本单位推荐名单');
    expect(desk.consoleErrors).toEqual([]);
  });

  test('the placeholders of a paper are shown, to be copied', async () => {
    await press(desk.page, '创建名单（Excel）的占位符');
    const shown = dialog(desk, '创建名单的占位符');
    await press(shown, '复制{{明细.小作坊名称}}');
    await seen(desk.page, /已复制/);
    await desk.page.keyboard.press('Escape');
  });
});
