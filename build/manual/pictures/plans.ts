import { WORKSHOPS } from '../moments.ts';
import { escapeKey, type Walk } from '../picture.ts';
import { dialog, fill, open, paperSeen, press, row, seen, tab } from '../window.ts';

export const listed: Walk = [
  'listed',
  [
    {
      name: '公示-创建名单',
      arrange: async (desk) => {
        await open(desk, '公示');
        await seen(desk.page, '报送创建名单');
      },
    },
    {
      name: '帮扶-列表',
      arrange: async (desk) => {
        await open(desk, '帮扶');
        await seen(desk.page, WORKSHOPS.tofu);
      },
    },
    {
      name: '报送-创建名单',
      arrange: async (desk) => {
        await open(desk, '报送');
        await seen(desk.page, /期限：/);
      },
    },
  ],
];

export const drafted: Walk = [
  'drafted',
  [
    {
      name: '改造方案-自查评分',
      arrange: async (desk) => {
        await open(desk, '小作坊');
        await row(desk, WORKSHOPS.tofu).click();
        await tab(desk, '自查');
        await press(desk.page, /^打开.*的自查$/);
        await seen(desk.page, /合格分/);
      },
    },
    {
      name: '改造方案-编制',
      arrange: async (desk) => {
        await open(desk, '改造方案');
        await row(desk, WORKSHOPS.tofu).click();
        await fill(desk.page, { 第1项业主自筹: '3000' });
        await seen(desk.page, /提交签批前还有|没有对应的改造任务/);
      },
    },
    {
      name: '改造方案-生成改造任务',
      arrange: async (desk) => {
        await press(desk.page, '生成改造任务');
        await dialog(desk, /生成改造任务/).waitFor();
      },
      leave: escapeKey,
    },
  ],
];

export const submitted: Walk = [
  'submitted',
  [
    {
      name: '改造方案-列表',
      arrange: async (desk) => {
        await open(desk, '改造方案');
        await seen(desk.page, WORKSHOPS.tofu);
      },
    },
    {
      name: '改造方案-登记签批',
      arrange: async (desk) => {
        await row(desk, WORKSHOPS.tofu).click();
        await press(desk.page, '登记签批');
        await dialog(desk, /登记签批/).waitFor();
      },
      leave: escapeKey,
    },
    {
      name: '改造方案-纸质方案',
      arrange: async (desk) => {
        await press(desk.page, '打印');
        await paperSeen(desk);
      },
      leave: ({ page }) => press(page, '关闭预览'),
    },
    {
      name: '改造方案-退回修改',
      arrange: async (desk) => {
        await open(desk, '改造方案');
        await row(desk, WORKSHOPS.pancakes).click();
        await seen(desk.page, /退回：/);
        await press(desk.page, '修改方案');
        await fill(dialog(desk, /修改方案/), { 修改原因: '按领导意见细化隔断做法和预算' });
      },
      leave: escapeKey,
    },
  ],
];
