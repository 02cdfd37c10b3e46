import { WORKSHOPS } from '../moments.ts';
import type { Walk } from '../picture.ts';
import { dialog, open, press, row, seen } from '../window.ts';

/** The first lines, each at its best and on to the next. */
const KEYS = ['Space', 'Enter', 'Space', 'Enter', 'Space', 'Enter', 'Space', 'Enter'] as const;

/** The works are over and the 考评组 comes: the list, and a sheet half filled in. */
export const inspection: Walk = [
  'worksOver',
  [
    {
      name: '考评验收-列表',
      arrange: async (desk) => {
        await open(desk, '考评验收');
        await seen(desk.page, '可以验收');
      },
    },
    {
      name: '考评验收-评分表',
      arrange: async (desk) => {
        const { page } = desk;
        await row(desk, WORKSHOPS.noodles).click();
        await press(page, '开始县级考评');
        await press(dialog(desk, '开始县级考评'), /^开\s?始$/);
        await page.locator('tr[data-line]').first().focus();
        for (const key of KEYS) await page.keyboard.press(key);
        await seen(page, '已自动保存');
      },
    },
  ],
];
