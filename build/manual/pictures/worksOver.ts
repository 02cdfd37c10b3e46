import { WORKSHOPS } from '../moments.ts';
import { escapeKey, type Walk } from '../picture.ts';
import { dialog, fill, open, paperSeen, press, row, seen, tab, tick } from '../window.ts';

/** The office when the works are over: figures, lists, settings. */
export const worksOver: Walk = [
  'worksOver',
  [
    { name: '工作台', arrange: ({ page }) => seen(page, '盯办事项') },
    {
      name: '打印室',
      arrange: async (desk) => {
        await open(desk, '打印室');
        await tick(desk, WORKSHOPS.noodles, WORKSHOPS.buns);
        await desk.page.getByRole('checkbox', { name: /^改造任务销号表/ }).check();
        await seen(desk.page, /生成并预览（\d+份）/);
      },
    },
    {
      name: '一坊一档',
      arrange: async (desk) => {
        await open(desk, '小作坊');
        await row(desk, WORKSHOPS.noodles).click();
        await tab(desk, '一坊一档');
        await press(desk.page, '生成并预览');
        await paperSeen(desk);
      },
      leave: ({ page }) => press(page, '关闭预览'),
    },
    {
      name: '工作台-查找',
      arrange: async (desk) => {
        await open(desk, '工作台');
        await desk.page.keyboard.press('Control+k');
        await desk.page.getByRole('textbox', { name: '查找小作坊或页面' }).fill('dff');
        await seen(desk.page, /豆腐/);
      },
      leave: escapeKey,
    },
    {
      name: '工作台-快捷键',
      arrange: async (desk) => {
        await desk.page.keyboard.press('F1');
        await dialog(desk, '快捷键').waitFor();
      },
      leave: escapeKey,
    },
    {
      name: '工作台-进展月报',
      arrange: async ({ page }) => {
        await press(page, '进展月报');
        await seen(page, '文字说明');
      },
    },
    {
      name: '工作台-小作坊勾选',
      arrange: async (desk) => {
        await open(desk, '小作坊');
        await tick(desk, WORKSHOPS.noodles, WORKSHOPS.buns);
        await press(desk.page, '已保存的筛选');
        await seen(desk.page, '还没有保存的筛选');
      },
      leave: escapeKey,
    },
    {
      name: '设置-年度政策',
      arrange: async (desk) => {
        await open(desk, '设置');
        await tab(desk, '年度政策');
        await seen(desk.page, '全部恢复为通知规定');
      },
    },
    { name: '设置-节假日', arrange: async (desk) => tab(desk, '节假日') },
    { name: '设置-创建年度', arrange: async (desk) => tab(desk, '创建年度') },
    { name: '设置-评分表', arrange: async (desk) => tab(desk, '评分表与措施库') },
    {
      name: '设置-字体',
      arrange: async (desk) => {
        await tab(desk, '字体');
        await desk.page.getByRole('img', { name: '字样' }).first().waitFor();
      },
    },
    { name: '设置-模板', arrange: async (desk) => tab(desk, '模板') },
    {
      name: '设置-模板-占位符',
      arrange: async (desk) => {
        await press(desk.page, '创建名单（Excel）的占位符');
        await dialog(desk, '创建名单的占位符').waitFor();
      },
      leave: escapeKey,
    },
    { name: '设置-操作记录', arrange: async (desk) => tab(desk, '操作记录') },
    {
      name: '备份与恢复',
      arrange: async (desk) => {
        await open(desk, '备份与恢复');
        await press(desk.page, '立即备份');
        await seen(desk.page, /已备份到/);
      },
    },
    {
      name: '回收站',
      arrange: async (desk) => {
        const { page } = desk;
        await open(desk, '小作坊');
        await page.getByText('示例县庚乡糕点作坊').first().click();
        await press(page, '更多');
        await page.getByRole('menuitem', { name: '移入回收站…' }).click();
        const asking = page.getByRole('dialog').last();
        await fill(asking, { 原因: '重复录入' });
        await press(asking, '移入回收站');
        await asking.waitFor({ state: 'hidden' });
        await page.getByRole('button', { name: '回收站', exact: true }).click();
        await seen(page, '重复录入');
      },
    },
  ],
];
