import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialog, fill, open, press, row, seen, settle, tab, tick } from '../../build/drive/clerk.ts';
import { SAMPLE_TABLE } from '../../db/model/scoring/sampleTable.ts';
import { phonePhoto } from '../fixtures/photos.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';
import type { Keyboard } from './support/keyboard.ts';
import { answerSheet, closeBothTasks, type Deduction, unlockByKeys } from './support/keyboardWalks.ts';
import { officeWithFinishedWorks } from './support/offices.ts';

const NAME = '示例县甲镇评分豆腐坊';
const ROW = /示例业主/;

/** What is typed on lines that lose points, one of each way of scoring; every other line gets the space bar. */
const FOUND: Readonly<Record<string, Deduction>> = {
  '1.2': { key: '2', reason: '门口地面两处开裂' },
  '2.1': { key: '2', reason: '旺季操作间略显拥挤' },
  '3.4': { key: '2', reason: '包装处照度不足' },
  '4.4': { key: '2', reason: '定期送检，未开展出厂检验' },
  '4.5': { key: '-', reason: '只做散装，不做预包装' },
};

/** One workshop from the 销号 of its works to its award; the sheet and all before it without a mouse. */
describe('from finished works to the award', () => {
  const home = newHome();
  let desk: Desk;
  let keys: Keyboard;

  const database = <T>(read: (sql: (query: string) => readonly unknown[]) => T): T => {
    const file = new Database(join(home, 'data', 'office.sqlite'), { readonly: true });
    try {
      return read((query) => file.prepare(query).all());
    } finally {
      file.close();
    }
  };

  async function record(kind: string, fields: Record<string, string>, scores: Record<string, string> = {}) {
    const { page } = desk;
    await press(page, '登记…');
    await page.getByRole('menuitem', { name: kind, exact: true }).click();
    const asked = dialog(desk, `登记${kind}`);
    await fill(asked, fields);
    await press(asked, /^全部选入：1家/);
    await settle(asked, '登记', scores);
  }

  beforeAll(async () => {
    const code = await officeWithFinishedWorks(home, NAME);
    desk = await openDesk({ home, today: '2021-11-26' });
    keys = await unlockByKeys(desk, code);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desk.screen(`failed-award-${task.name}`);
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  test('the finished works are struck off', async () => {
    await keys.goTo('改造方案');
    await keys.seen('施工中');
    await keys.tabTo(ROW);
    await keys.press('Enter');
    await keys.seen('实施进度');
    await closeBothTasks(keys);
  });

  test('the county’s sheet is begun by two assessors', async () => {
    await keys.goTo('考评验收');
    await keys.seen('改造完成待验收');
    await keys.tabTo(ROW);
    await keys.press('Enter');
    await keys.push('开始县级考评');
    await keys.focusOn('县级考评日期');
    await keys.press('Control+A');
    await keys.type('2021.10.12');
    await keys.press('Control+S');
    await keys.focusOn('考评人员');
    for (const name of ['示例科长', '示例经办']) {
      await keys.type(name);
      await keys.press('Enter');
    }
    await keys.tabTo(/^V1 /);
  });

  test('a photo is added to a line by P, and the keyboard comes back to the line', async () => {
    const photo = join(home, '现场.jpg');
    writeFileSync(photo, phonePhoto());
    await desk.answerDialogs([photo]);
    await keys.press('p');
    await keys.seen(/^照片：V1/);
    await keys.push('添加现场照片');
    await keys.seen(/^现场$/);
    await keys.press('Escape');
    await keys.gone(/^照片：V1/);
    await keys.tabTo(/^V1 /);
    const kept = database((sql) => sql("SELECT title FROM attachment WHERE subject LIKE 'scoreLine:%'"));
    expect(kept).toEqual([{ title: '现场' }]);
  });

  test('every line is answered with numbers, the space bar and Enter', async () => {
    const answered = await answerSheet(keys, FOUND);
    expect(answered).toEqual(SAMPLE_TABLE.items.map((item) => item.code));
    await keys.focusOn(/已签字/);
    await keys.press('Space', 'Enter');
    await keys.focusOn('业主意见');
    await keys.type('无异议');
    await keys.press('Enter');
    await keys.focusOn('完成县级考评');
    await keys.press('Enter');
    await keys.seen('业主已签字');
    await keys.seen('达到合格分');
    await desk.screen('award-sheet');
    expect(await keys.pointerEvents()).toBe(0);
    const kept = database((sql) =>
      sql(`SELECT count(*) AS lines, sum(s.reason <> '') AS reasons, i.inspected_on AS day
        FROM item_score s JOIN inspection i ON i.id = s.inspection_id
        WHERE i.level = 'county' AND i.finished_at IS NOT NULL`),
    );
    expect(kept).toEqual([{ lines: SAMPLE_TABLE.items.length, reasons: 5, day: '2021-10-12' }]);
  });

  test('it goes on the 推荐名单', async () => {
    await open(desk, '名单与奖补');
    await tick(desk, NAME);
    await press(desk.page, /^列入推荐名单（1家）/);
    await settle(dialog(desk, /^推荐验收合格/), '确定', { 处理日期: '2021.10.20' });
    await row(desk, '已推荐').waitFor();
  });

  test('what city and province decided is recorded', async () => {
    await tab(desk, '市级省级结果');
    await record('市级复评结果', { 日期: '2021.11.3' }, { [`${NAME}得分`]: '93.5' });
    await record('验收结果公示', { 公示首日: '2021.11.8', 公示位置: '示例市人民政府网站' });
    await seen(desk.page, '2021-11-15');
    await record('附表5上报', { 上报日期: '2021.11.17' });
    await record('省厅公布', { 公布日期: '2021.11.24', 文号: '示例食药〔2021〕126号' });
    await desk.screen('award-events');
    await tab(desk, '推荐名单');
    await seen(row(desk, NAME), '已公布');
    await seen(row(desk, NAME), '93.5');
  });

  test('the payee is written down, masked, and confirmed', async () => {
    await tab(desk, '收款信息');
    await row(desk, NAME).click();
    await settle(dialog(desk, /^收款信息：/), '保存', {
      开户银行: '示例银行示例县支行',
      银行卡号: '4111 1111 1111 1111',
    });
    await seen(desk.page, '4111********1111');
    await tick(desk, NAME);
    await press(desk.page, '登记核实（1家）');
    await seen(row(desk, NAME), /已核实/);
  });

  test('the 发放表 is made and the payment recorded', async () => {
    const { page } = desk;
    await tab(desk, '发放');
    await press(page, /^生成发放表/);
    await settle(dialog(desk, '生成发放表'), '生成');
    await seen(page, /共1页/);
    await desk.screen('award-list');
    await press(page, '关闭预览');
    await press(page, /^登记结果（1家）/);
    await settle(dialog(desk, /^登记发放结果/), '登记', { 日期: '2021.11.26' });
    await seen(page, '已发放1家，10,000元');
    await desk.screen('award-paid');
    const paid = database((sql) => sql('SELECT state, amount, settled_on AS day FROM payment'));
    expect(paid).toEqual([{ state: 'paid', amount: 1_000_000, day: '2021-11-26' }]);
  });

  test('its record says so', async () => {
    await keys.goTo(NAME);
    await seen(desk.page, '奖补已发放');
    await desk.screen('award-workshop');
  });

  test('nothing went wrong unseen', () => {
    expect(desk.consoleErrors).toEqual([]);
  });
});
