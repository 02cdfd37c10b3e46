import { WORKSHOPS } from '../moments.ts';
import { escapeKey, type Walk } from '../picture.ts';
import { dialog, fill, open, paperSeen, press, row, seen, tab, tick } from '../window.ts';

/** From the applications to their review. */
export const applied: Walk = [
  'applied',
  [
    {
      name: '动员部署-任务分解',
      arrange: async (desk) => {
        await open(desk, '动员部署');
        await tab(desk, '任务分解');
        await seen(desk.page, '任务分解表');
      },
    },
    {
      name: '小作坊-列表',
      arrange: async (desk) => {
        await open(desk, '小作坊');
        await seen(desk.page, WORKSHOPS.tofu);
      },
    },
    {
      name: '小作坊-申请表',
      arrange: async (desk) => {
        await row(desk, WORKSHOPS.tofu).click();
        await seen(desk.page, '创建条件');
      },
    },
    {
      name: '申请遴选-登记审核意见',
      arrange: async (desk) => {
        await open(desk, '申请遴选');
        await tick(desk, WORKSHOPS.tofu, WORKSHOPS.noodles);
        await press(desk.page, '登记审核意见');
        await dialog(desk, /^审核/).waitFor();
      },
      leave: escapeKey,
    },
  ],
];

export const reviewed: Walk = [
  'reviewed',
  [
    {
      name: '申请遴选-排名与遴选',
      arrange: async (desk) => {
        await open(desk, '申请遴选');
        await press(desk.page, '排名与遴选');
        await seen(desk.page, '按得分重排');
      },
    },
    {
      name: '申请遴选-确定入选',
      arrange: async (desk) => {
        await open(desk, '申请遴选');
        await desk.page
          .getByText(/^待遴选/)
          .first()
          .click();
        await tick(desk, WORKSHOPS.tofu, WORKSHOPS.noodles);
        await press(desk.page, '确定入选');
        await fill(dialog(desk, /确定入选/), { 遴选理由: '具有地方特色，投入有保障' });
      },
      leave: escapeKey,
    },
  ],
];

export const selected: Walk = [
  'selected',
  [
    {
      name: '公示-发布公示',
      arrange: async (desk) => {
        await open(desk, '公示');
        await press(desk.page.getByRole('main'), '发布公示');
        await seen(dialog(desk, '发布创建名单公示'), /共\d+家/);
      },
      leave: escapeKey,
    },
  ],
];

export const published: Walk = [
  'published',
  [
    {
      name: '公示-公示中',
      arrange: async (desk) => {
        await open(desk, '公示');
        await tab(desk, /^异议/);
        await seen(desk.page, '待处理');
      },
    },
    {
      name: '公示-处理异议',
      arrange: async (desk) => {
        await press(desk.page, '处理');
        await dialog(desk, '处理异议').waitFor();
      },
      leave: escapeKey,
    },
    {
      name: '公示-公示文稿',
      arrange: async (desk) => {
        await press(desk.page, '公示文稿');
        await paperSeen(desk);
      },
      leave: ({ page }) => press(page, '关闭预览'),
    },
  ],
];
