import { describe, expect, it } from 'vitest';
import { isTable } from '../../../renderer/plans/pastedText.ts';
import { pasteTasks } from '../../../renderer/plans/pasteTasks.ts';

const row = (...cells: readonly string[]): string => cells.join('\t');

describe('pasting into the task table', () => {
  it('follows the columns from the cell the clerk stands in', () => {
    const pasted = pasteTasks(`${row('12000', '0', '2021.8.31', '张示例')}\r\n`, 'budgetOwn');
    expect(pasted).toEqual({
      ok: true,
      value: [{ budgetOwn: 1_200_000, budgetOther: 0, dueOn: '2021-08-31', responsible: '张示例' }],
    });
  });

  it('uses a heading in any order, with its unit, and leaves out numbering and totals', () => {
    const text = [
      row('序号', '改造内容', '类别', '自筹资金（万元）', '完成时间'),
      row('1', '铺设防滑地砖', '卫生环境', '1.2', '2021年8月31日'),
      row('2', '添置消毒柜', '设施设备', '3500元', ''),
      row('', '合计', '', '1.55', ''),
    ].join('\n');
    expect(pasteTasks(text, 'problem')).toEqual({
      ok: true,
      value: [
        { measure: '铺设防滑地砖', category: 'hygiene', budgetOwn: 1_200_000, dueOn: '2021-08-31' },
        { measure: '添置消毒柜', category: 'equipment', budgetOwn: 350_000, dueOn: null },
      ],
    });
  });

  it('keeps line breaks and quotes inside a cell', () => {
    const pasted = pasteTasks(row('卫生环境', '"地面破损，\n墙面""起皮"""', '重铺'), 'category');
    expect(pasted).toEqual({
      ok: true,
      value: [{ category: 'hygiene', problem: '地面破损，\n墙面"起皮"', measure: '重铺' }],
    });
  });

  it('passes over a leading number when every row is numbered', () => {
    const full = ['卫生环境', '问题', '任务', '标准', '1万', '0', '20210831', '李示例'];
    const pasted = pasteTasks([row('1', ...full), row('2', ...full)].join('\n'), 'category');
    expect(pasted.ok && pasted.value).toHaveLength(2);
    expect(pasted.ok && pasted.value[0]).toMatchObject({ category: 'hygiene', budgetOwn: 1_000_000 });
  });

  it('names every cell that cannot be read and takes nothing', () => {
    const text = [row('12000', '0', '八月底'), row('若干', '0', '2021-02-30')].join('\n');
    const pasted = pasteTasks(text, 'budgetOwn');
    expect(pasted.ok).toBe(false);
    if (pasted.ok) return;
    expect(pasted.problems.map(({ row, column, found }) => [row, column, found])).toEqual([
      [1, '完成时限', '八月底'],
      [2, '业主自筹', '若干'],
      [2, '完成时限', '2021-02-30'],
    ]);
    expect(pasted.problems[0]?.message).toContain('应为日期');
  });

  it('takes line breaks for a column of cells, but not inside free text', () => {
    expect(isTable('12000\n3000', false)).toBe(true);
    expect(isTable('第一行\n第二行', true)).toBe(false);
    expect(isTable('12000\r\n', false)).toBe(false);
    expect(isTable('一\t二', true)).toBe(true);
  });
});
