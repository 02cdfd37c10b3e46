import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialog, fill, open, press, row, seen, tick, unlock } from '../../build/drive/clerk.ts';
import { renamedFont } from '../fixtures/fonts.ts';
import { bookmarks, pageTexts } from '../reports/bundle/support.ts';
import { fontsDir, pageCount, pdfFonts, zipPart } from '../reports/read.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';
import { officeWithSignedPlans } from './support/offices.ts';

const FIRST = '示例县甲镇豆腐坊';
const SECOND = '示例县乙镇挂面作坊';
const JOINED = /4份材料各2份，共(\d+)页（其中空白背面(\d+)页），双面打印用纸(\d+)张/;

/** The office's own form of a plan, as a clerk makes it from the sample. */
const ownPlan = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            '{{小作坊名称}}改造方案（本单位格式）',
            '{{明细.序号}}．{{明细.改造任务}}',
            '校验码：{{校验码}}',
          ].map((text) => new Paragraph(text)),
        },
      ],
    }),
  );

describe('printing', () => {
  const home = newHome();
  const file = (name: string): string => join(home, name);
  let desk: Desk;

  beforeAll(async () => {
    mkdirSync(home, { recursive: true });
    const code = await officeWithSignedPlans(home, FIRST, SECOND);
    desk = await openDesk({ home, today: '2021-05-20' });
    await unlock(desk, code);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desk.screen(`failed-printing-${task.name}`);
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  /** Takes what is shown with this button into a file, and gives its bytes. */
  async function saved(within: Locator, button: string, name: string): Promise<Buffer> {
    await desk.answerDialogs([file(name)]);
    await press(within, button);
    await seen(within, `已保存：${name}`);
    return readFileSync(file(name));
  }

  async function planPaper(): Promise<Locator> {
    await desk.page.getByRole('button', { name: '打印', exact: true }).click();
    const paper = dialog(desk, '改造提升方案');
    await seen(paper, /共\d+页/);
    return paper;
  }

  async function settings(tab: string): Promise<void> {
    await open(desk, '设置');
    await desk.page.getByRole('tab', { name: tab }).click();
  }

  async function planOf(name: string): Promise<void> {
    await open(desk, '改造方案');
    await row(desk, name).click();
    await seen(desk.page, '版本和签批记录');
  }

  test('many papers become one file, every paper on the front of a sheet', async () => {
    const { page } = desk;
    await open(desk, '打印室');
    await tick(desk, FIRST, SECOND);
    await page.getByRole('checkbox', { name: /^资格审核表/ }).check();
    await fill(page, { 份数: '2' });
    await press(page, '生成并预览（8份）');
    const bundle = dialog(desk, '待打印的材料');
    await seen(bundle, JOINED);
    const [, pages, blanks, sheets] = JOINED.exec(await bundle.innerText()) ?? [];
    const bytes = await saved(bundle, '另存为PDF', '批量.pdf');

    expect(pageCount(bytes)).toBe(Number(pages));
    expect(sheets).toBe(String(Math.ceil(Number(pages) / 2)));
    const empty = pageTexts(bytes).filter((text) => text === '');
    expect(empty).toHaveLength(Number(blanks));
    expect(empty.length).toBeGreaterThan(0);
    const starts = (await bookmarks(Uint8Array.from(bytes))).flatMap((one) =>
      one.children.length > 0 ? one.children : [one],
    );
    expect(starts.length).toBeGreaterThanOrEqual(4);
    expect(starts.filter(({ page: start }) => start % 2 === 0)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('what was chosen is still chosen the next time', async () => {
    await open(desk, '工作台');
    await open(desk, '打印室');
    expect(await desk.page.getByRole('checkbox', { name: /^资格审核表/ }).isChecked()).toBe(true);
    expect(await desk.page.getByLabel('份数').inputValue()).toBe('2');
  });

  test('the log says of each revision how often it was printed', async () => {
    const { page } = desk;
    await desk.app.evaluate(({ webContents }) => {
      for (const contents of webContents.getAllWebContents())
        contents.print = (_options, done) => done?.(true, '');
    });
    await planOf(FIRST);
    const printed = await planPaper();
    await seen(printed, /打印记录：1次，最近.*另存为文件/);
    await printed.getByRole('button', { name: '打印', exact: true }).click();
    await seen(printed, /打印记录：2次，最近.* 打印/);
    await page.keyboard.press('Escape');

    await press(page, '修改方案');
    const revising = dialog(desk, '修改方案（新开一版）');
    await revising.getByRole('textbox').fill('业主要求调整');
    await press(revising, '新开第2版');
    await seen(page, '第2版');
    const second = await planPaper();
    expect(await second.getByText('打印记录').count()).toBe(0);
    await page.keyboard.press('Escape');
    await seen(page, /打印记录：2次/);
  });

  test('a font file the office points to sets the papers, until it is taken back', async () => {
    const { page } = desk;
    const carried = readFileSync(join(fontsDir, 'NotoSansSC_400Regular.ttf'));
    const names = { family: 'FangSong', familyInChinese: '仿宋', postscript: 'FangSong' };
    writeFileSync(file('simfang.ttf'), renamedFont(carried, names));
    writeFileSync(file('不是字体.ttf'), '示例');
    await settings('字体');
    await desk.answerDialogs([file('不是字体.ttf')], [file('simfang.ttf')]);
    await press(page, '仿宋（正文）：选择字体文件');
    await seen(page, /“不是字体.ttf”不是可读取的字体文件/);
    await press(page, '仿宋（正文）：选择字体文件');
    await seen(row(desk, '仿宋（正文）'), '本单位指定');

    await planOf(SECOND);
    expect(pdfFonts(await saved(await planPaper(), '另存为PDF', '指定字体.pdf'))).toContain('FangSong');
    await page.keyboard.press('Escape');

    await settings('字体');
    await press(row(desk, '仿宋（正文）'), '取消指定');
    await row(desk, '仿宋（正文）').getByText('本单位指定').waitFor({ state: 'hidden' });
    await planOf(SECOND);
    expect(pdfFonts(await saved(await planPaper(), '另存为PDF', '自带字体.pdf'))).not.toContain('FangSong');
    await page.keyboard.press('Escape');
  });

  test('the office’s own form is looked at, used by the paper, and goes with the settings', async () => {
    const { page } = desk;
    writeFileSync(file('本单位方案.docx'), await ownPlan());
    await settings('模板');
    await desk.answerDialogs([file('本单位方案.docx')]);
    await press(page, '改造提升方案（Word）上传模板');
    const tried = dialog(desk, /^改造提升方案（Word）：试填/);
    await seen(tried, /改造方案（本单位格式）/);
    await press(tried, '启用');
    await seen(row(desk, '改造提升方案'), '本单位方案');

    await planOf(SECOND);
    const made = await saved(await planPaper(), '另存为Word', '方案.docx');
    const text = (await zipPart(made, 'word/document.xml')).replace(/<[^>]+>/g, '');
    expect(text).toContain(`${SECOND}改造方案（本单位格式）`);
    expect(text).toContain('2．增设隔断');
    await page.keyboard.press('Escape');

    await settings('模板');
    await desk.answerDialogs([file('设置.zip')]);
    await press(page, '导出设置…');
    await seen(page, /已导出设置/);
    expect(existsSync(file('设置.zip'))).toBe(true);
    expect(desk.consoleErrors).toEqual([]);
  });
});
