import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';
import type { Keyboard } from './support/keyboard.ts';
import { answerSheet, closeBothTasks, unlockByKeys } from './support/keyboardWalks.ts';
import { newOffice } from './support/newOffice.ts';

const NAME = '示例县甲镇键盘豆腐坊';

/** One workshop from its application to 改造完成待验收, by somebody who has no mouse. */
describe('the first half of the year with the keyboard alone', () => {
  const home = newHome();
  let code = '';
  let desk: Desk;
  let keys: Keyboard;
  let pointers = 0;
  const errors: string[] = [];

  async function leave(): Promise<void> {
    pointers += await keys.pointerEvents();
    errors.push(...desk.consoleErrors);
    await desk.close();
  }
  async function arrive(today: string): Promise<void> {
    desk = await openDesk({ home, today });
    keys = await unlockByKeys(desk, code);
  }

  beforeAll(async () => {
    const made = await newOffice(home);
    made.office.close();
    code = made.code;
    await arrive('2021-04-15');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desk.screen(`failed-keyboard-${task.name}`);
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  /** A row of a list, known by the owner in it. */
  const ROW = /示例业主/;

  test('an application is typed in the order of the paper', async () => {
    await keys.goTo('新增申请');
    await keys.seen('Enter到下一项');
    await keys.fill({ 小作坊名称: NAME, 业主姓名: '示例业主', 联系电话: '13900000001' });
    await keys.tabTo('证照类型');
    await keys.press('ArrowDown');
    await keys.option('登记证');
    await keys.fill({
      证照编号: '示例小作坊登字00001号',
      生产加工地址: '示例县甲镇示例村1号',
      从业人员数: '4',
      持健康证人数: '4',
      加工操作间使用面积: '36㎡',
      主要产品: '豆腐',
      目前存在的主要问题: '生熟区未分隔',
      计划改造内容: '增设隔断',
      业主计划投入改造资金: '2万元',
      资金投入承诺签署日期: '2021.4.8',
      申请日期: '2021.4.9',
    });
    await keys.press('Control+S');
    await keys.seen('待审核');
  });

  test('three levels give their opinions, and it is selected', async () => {
    await keys.push('下一步：审核申请');
    await keys.tabTo(ROW);
    await keys.press('Space');
    await keys.push('登记审核意见', 'Shift+Tab');
    await keys.seen('审核层级');
    await keys.tabTo('主管领导');
    await keys.press('ArrowLeft', 'ArrowLeft', 'Control+S');
    await keys.gone('审核层级');
    // The button went with the check mark: the row has the keyboard again.
    await keys.focusOn(ROW);
    // The other two beside the board, where the conditions are read.
    await keys.press('Enter');
    await keys.push('登记审核意见');
    await keys.tabTo('主管领导');
    await keys.press('ArrowLeft', 'Control+S');
    await keys.gone('审核层级');
    await keys.push('登记审核意见');
    await keys.seen('审核层级');
    await keys.press('Control+S');
    await keys.gone('审核层级');
    await keys.push('确定入选');
    await keys.fill({ 遴选理由: '具有地方特色，投入有保障' });
    await keys.press('Control+S');
    await keys.gone('遴选理由');
    await keys.press('Escape');
    await keys.seen('已入选1家');
  });

  test('it is published; later its place on the 创建名单 is confirmed', async () => {
    await keys.goTo('公示');
    await keys.push('发布公示');
    await keys.seen('发布位置');
    await keys.press('Control+S');
    await keys.gone('发布位置');
    await leave();
    await arrive('2021-05-10');
    await keys.goTo('公示');
    await keys.push('确定创建名单');
    await keys.push('确定1家为创建名单');
    await keys.seen('已确定创建名单');
  });

  test('the self-check is filled in with numbers and Enter', async () => {
    await keys.goTo(NAME);
    await keys.tabTo(/申请$/);
    await keys.press('ArrowRight', 'ArrowRight', 'Enter');
    await keys.push('开始自查');
    await keys.push('开始');
    await keys.focusOn(/^V1 /);
    const deduction = { key: '2', reason: '地面破损，未分区存放' };
    await answerSheet(keys, { '1.2': deduction, '2.1': deduction });
    await keys.focusOn('完成自查');
    await keys.press('Enter');
    await keys.push('去改造方案');
  });

  test('its deductions become tasks; the plan is submitted, signed and begun', async () => {
    await keys.push('开始编制');
    await keys.seen('生成改造任务');
    await keys.fill({
      帮扶责任人: '示例帮扶',
      现状: '场所整洁，设施较旧。',
      帮扶措施: '每月到场指导不少于一次。',
    });
    await keys.push('生成改造任务');
    await keys.push('加入2项任务');
    for (const task of ['第1项', '第2项']) {
      await keys.fill({
        [`${task}改造任务`]: '更换防滑地砖，增设隔断',
        [`${task}业主自筹`]: '8000',
        [`${task}其他资金`]: '0',
        [`${task}完成时限`]: '2021.8.31',
      });
      await keys.press('Enter');
      await keys.focusOn(`${task}责任人`);
      await keys.type('业主');
    }
    await keys.push('提交签批', 'Shift+Tab');
    await keys.push('登记签批');
    await keys.seen('纸质方案上的校验码');
    await keys.press('Control+S');
    await keys.gone('纸质方案上的校验码');
    await keys.push('登记开工');
    await keys.seen('开工日期');
    await keys.press('Control+S');
    await keys.seen('5月10日开工');
  });

  test('a helper is named, and visits', async () => {
    await keys.goTo('帮扶');
    await keys.tabTo(ROW);
    await keys.press('Space');
    await keys.push('安排责任人（1家）…', 'Shift+Tab');
    await keys.focusOn('帮扶责任人');
    await keys.type('示例帮扶');
    await keys.option('示例帮扶');
    await keys.press('Control+S');
    await keys.gone('开始帮扶日期');
    await keys.tabTo(ROW);
    await keys.press('Enter');
    await keys.push('登记走访');
    await keys.focusOn('走访情况');
    await keys.type('地面施工中，进度正常');
    await keys.press('Control+S');
    await keys.gone('业主反馈');
    await keys.seen('地面施工中，进度正常');
    await keys.press('Escape');
  });

  test('the works are finished and struck off: 改造完成待验收', async () => {
    await keys.goTo('改造方案');
    // The list left behind has a row of this owner, too.
    await keys.focusOn('改造方案');
    await keys.tabTo(ROW);
    await keys.press('Enter');
    await keys.seen('实施进度');
    for (const task of ['第1项', '第2项']) {
      await keys.fill({
        [`${task}业主自筹实际`]: '8000',
        [`${task}其他资金实际`]: '0',
        [`${task}完成日期`]: '2021.5.10',
      });
    }
    await keys.press('Tab', 'Control+S');
    await closeBothTasks(keys);
    await keys.goTo(NAME);
    await keys.seen('改造完成待验收');
    await desk.screen('keyboard-finished');
  });

  test('F1 names the keys; no pointer touched the window, and nothing went wrong unseen', async () => {
    await keys.press('F1');
    await keys.seen('显示本说明');
    await keys.press('Escape');
    pointers += await keys.pointerEvents();
    expect(pointers).toBe(0);
    expect([...errors, ...desk.consoleErrors]).toEqual([]);
  });
});
