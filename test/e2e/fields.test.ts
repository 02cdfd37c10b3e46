import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedOffice, TODAY } from '../../build/bench/seed.ts';
import { formatRecoveryCode } from '../../db/model/recoveryCode.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';
import type { Keyboard } from './support/keyboard.ts';
import { unlockByKeys } from './support/keyboardWalks.ts';

const NAME = '示例县甲镇手写豆腐坊';

/** What is typed and cannot be read is neither thrown away nor left out of what is saved without a word. */
describe('fields of amounts, areas and days', () => {
  let desk: Desk;
  let keys: Keyboard;
  const textIn = (label: string): Promise<string> =>
    desk.page.getByLabel(label, { exact: true }).inputValue();

  beforeAll(async () => {
    const home = newHome();
    const { office, recoveryCode } = await seedOffice(join(home, 'data'), 0);
    office.close();
    desk = await openDesk({ home, today: TODAY });
    keys = await unlockByKeys(desk, formatRecoveryCode(recoveryCode));
    await keys.goTo('新增申请');
  });
  afterAll(async () => {
    await desk.close();
    cleanUp();
  });

  test('what cannot be read stays, says what is expected and stops the save', async () => {
    await keys.fill({
      小作坊名称: NAME,
      业主姓名: '示例业主',
      生产加工地址: '示例县甲镇示例村1号',
      加工操作间使用面积: '三十六',
      主要产品: '豆腐',
      业主计划投入改造资金: '两万',
      资金投入承诺签署日期: '上周五',
    });
    await keys.press('Control+S');
    await keys.seen('请填写日期，例如 2021-04-05');
    await keys.seen('加工操作间使用面积填的“三十六”没有看懂，请填写面积，例如 36.5。');
    await keys.seen('业主计划投入改造资金填的“两万”没有看懂，请填写金额，例如 12345.67 或 1.5万。');
    await keys.focusOn('加工操作间使用面积');
    expect(await textIn('业主计划投入改造资金')).toBe('两万');
    expect(await textIn('资金投入承诺签署日期')).toBe('上周五');
  });

  test('once put right it is saved, the field just typed in included', async () => {
    await keys.fill({
      加工操作间使用面积: '36㎡',
      业主计划投入改造资金: '2万',
      资金投入承诺签署日期: '2021.4.8',
    });
    await keys.press('Control+S');
    await keys.seen('待审核');
    expect(await textIn('资金投入承诺签署日期')).toBe('2021-04-08');
    expect(await textIn('业主计划投入改造资金')).toBe('20,000');
    expect(desk.consoleErrors).toEqual([]);
  });
});
