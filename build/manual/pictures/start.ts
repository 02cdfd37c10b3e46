import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applicantsWorkbook, PROFILE } from '../../demo/fictional.ts';
import {
  addPerson,
  confirmCode,
  createData,
  fillBureau,
  fillPerson,
  fillYear,
  shownCode,
} from '../../drive/firstStart.ts';
import type { Walk } from '../picture.ts';
import { dialog, fill, open, press, seen } from '../window.ts';

const [, , , leader] = PROFILE.staff;

/** First start, then the applications from Excel. */
export const start: Walk = [
  'blank',
  [
    { name: '欢迎使用', arrange: ({ page }) => seen(page, '欢迎使用') },
    {
      name: '首次启动-本单位',
      arrange: async (desk) => {
        await press(desk.page, '开始设置');
        await fillBureau(desk);
      },
    },
    {
      name: '首次启动-年度与名额',
      arrange: async (desk) => {
        await press(desk.page, '下一步');
        await fillYear(desk);
      },
    },
    {
      name: '首次启动-人员',
      arrange: async (desk) => {
        await press(desk.page, '下一步');
        await fillPerson(desk, { ...leader, role: '主管领导' });
      },
      leave: addPerson,
    },
    {
      name: '首次启动-恢复码',
      arrange: createData,
      hidden: ({ page }) => [page.getByLabel('恢复码', { exact: true })],
      leave: async (desk) => confirmCode(desk, await shownCode(desk)),
    },
    { name: '工作台-还没有申请', arrange: ({ page }) => seen(page, '本年度还没有申请的小作坊。') },
    {
      name: '导入-选择文件',
      arrange: async ({ page }) => {
        await press(page, '导入申请汇总表');
        await seen(page, '选择各监管所报来的申请汇总表');
      },
    },
    {
      name: '导入-预览',
      arrange: async (desk) => {
        const file = join(desk.home, '报名汇总表.xlsx');
        await writeFile(file, await applicantsWorkbook());
        await desk.answerDialogs(file);
        await press(desk.page, '选择文件…');
        await seen(desk.page, '米粉');
      },
    },
    {
      name: '导入-完成',
      arrange: async ({ page }) => {
        await page.getByRole('region', { name: '没有写明的单位' }).getByText('㎡', { exact: true }).click();
        await press(page, /^只导入有效的/);
        await seen(page, /^已导入/);
      },
    },
    {
      name: '动员部署-登记动员会',
      arrange: async (desk) => {
        await open(desk, '动员部署');
        await press(desk.page.getByRole('main'), '登记动员会');
        await fill(dialog(desk, '登记宣传动员会'), {
          召开日期: '2021-03-30',
          地点: '县局三楼会议室',
          主持人: '示例局长',
          参加人数: '32',
          参加人员: '局领导、食品生产监管科、各监管所负责人、小作坊业主代表',
        });
      },
    },
  ],
];
