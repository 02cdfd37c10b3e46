import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applicantsWorkbook, PROFILE } from '../../demo/fictional.ts';
import type { Walk } from '../picture.ts';
import { dialog, fill, open, press, seen } from '../window.ts';

const { bureau, staff } = PROFILE;
const [, , , leader] = staff;

/** First start, then the applications from Excel. */
export const start: Walk = [
  'blank',
  [
    { name: '欢迎使用', arrange: ({ page }) => seen(page, '欢迎使用') },
    {
      name: '首次启动-本单位',
      arrange: async ({ page }) => {
        await press(page, '开始设置');
        await fill(page, {
          单位全称: bureau.name,
          '所辖县（市、区）': bureau.district,
          上级市局: bureau.cityBureau,
          '承办科（股）室': bureau.section,
          联系人: bureau.contactName,
          办公电话: bureau.contactPhone,
          监督电话: bureau.supervisionPhone,
          办公地址: bureau.address,
          邮政编码: bureau.postcode,
        });
      },
    },
    {
      name: '首次启动-年度与名额',
      arrange: async ({ page }) => {
        await press(page, '下一步');
        await fill(page, { 创建年度: '2021', '本单位名额（附表1）': '5' });
      },
    },
    {
      name: '首次启动-人员',
      arrange: async (desk) => {
        await press(desk.page, '下一步');
        await press(desk.page, '增加人员');
        const person = dialog(desk, '增加人员');
        await fill(person, { 姓名: leader.name, '科（所）': leader.unit, 职务: leader.position });
        await person.getByLabel('主管领导').check();
      },
      leave: async (desk) => {
        await press(dialog(desk, '增加人员'), '确定');
        await dialog(desk, '增加人员').waitFor({ state: 'hidden' });
      },
    },
    {
      name: '首次启动-恢复码',
      arrange: async ({ page }) => {
        await press(page, '建立数据');
        await page.getByLabel('恢复码', { exact: true }).waitFor({ timeout: 60_000 });
      },
      hidden: ({ page }) => [page.getByLabel('恢复码', { exact: true })],
      leave: async ({ page }) => {
        const code = (await page.getByLabel('恢复码', { exact: true }).innerText()).trim();
        await fill(page, { '请照恢复单输入恢复码的最后一组（4个字符），确认已经留存': code.slice(-4) });
        await press(page, '已妥善留存，继续');
      },
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
