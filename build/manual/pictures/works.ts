import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WORKSHOPS } from '../moments.ts';
import { escapeKey, type Walk } from '../picture.ts';
import { dialog, fill, open, paperSeen, press, row, seen } from '../window.ts';

export const inWorks: Walk = [
  'inWorks',
  [
    {
      name: '建设实施-照片',
      arrange: async (desk) => {
        await open(desk, '改造方案');
        await row(desk, WORKSHOPS.noodles).click();
        await press(desk.page, /^第3项照片/);
        const photos = dialog(desk, /^照片/);
        await desk.answerDialogs(
          join(desk.home, '输入', '改造前.jpg'),
          join(desk.home, '输入', '改造后.jpg'),
        );
        await press(photos, '添加改造前');
        await photos.getByRole('button', { name: '改造前的操作' }).waitFor();
        await press(photos, '添加改造后');
        await photos.getByRole('button', { name: '改造后的操作' }).waitFor();
      },
      leave: escapeKey,
    },
    {
      name: '建设实施-进度',
      arrange: ({ page }) => seen(page, '改造任务销号表'),
    },
    {
      name: '建设实施-销号',
      arrange: async (desk) => {
        await press(desk.page, '第3项销号');
        await dialog(desk, /^销号/).waitFor();
      },
      leave: async (desk) => {
        await press(dialog(desk, /^销号/), '销号');
        await dialog(desk, /^销号/).waitFor({ state: 'hidden' });
      },
    },
    {
      name: '建设实施-销号表',
      arrange: async (desk) => {
        await press(desk.page, '改造任务销号表');
        await paperSeen(desk);
      },
      leave: ({ page }) => press(page, '关闭预览'),
    },
    {
      name: '帮扶-登记走访',
      arrange: async (desk) => {
        await open(desk, '帮扶');
        await row(desk, WORKSHOPS.noodles).click();
        await press(desk.page, '登记走访');
        await fill(dialog(desk, /^登记走访/), {
          走访情况: '排水已做好，地砖铺了一半。',
          指导意见: '隔断安装后拍照留存。',
        });
      },
      leave: escapeKey,
    },
    {
      name: '帮扶-走访记录',
      arrange: ({ page }) => seen(page, '地面已拆除'),
      leave: escapeKey,
    },
    {
      name: '报送-报送包',
      arrange: async (desk) => {
        const stick = join(desk.home, 'U盘');
        await mkdir(stick, { recursive: true });
        await open(desk, '报送');
        await desk.answerDialogs(stick);
        await press(desk.page, '报送创建名单');
        await press(desk.page, '生成创建名单报送包');
        await seen(desk.page, /已写入并逐个文件核对/);
      },
    },
  ],
];
