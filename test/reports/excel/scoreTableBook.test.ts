import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../db/import/workbook.ts';
import { readScoreTable } from '../../../db/model/import/scoreTables.ts';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import type { ScoreItem, ScoreTable } from '../../../db/model/scoring/table.ts';
import { scoreTableBook, scoreTableTemplate } from '../../../reports/excel/scoreTableBook.ts';
import { must } from '../../db/open/fixtures.ts';
import { loaded } from '../templates/support.ts';

const MADE_AT = new Date('2021-03-01T00:00:00Z');

const withoutIds = (items: readonly ScoreItem[]) => items.map(({ id: _id, ...item }) => item);

async function readBack(table: ScoreTable) {
  return readScoreTable(must(await readWorkbook(await scoreTableBook(table, MADE_AT))));
}

async function readRows(...rows: readonly (readonly (string | number)[])[]) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const row of rows) sheet.addRow([...row]);
  return readScoreTable(must(await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))));
}

describe('a score table in Excel', () => {
  it('comes back as it was written', async () => {
    const read = await readBack(SAMPLE_TABLE);
    expect(read.problems).toEqual([]);
    expect(withoutIds(read.items)).toEqual(withoutIds(SAMPLE_TABLE.items));
    expect(read).toMatchObject({ title: SAMPLE_TABLE.title, version: SAMPLE_TABLE.version });
  });

  it('brings its limits and its key lines along', async () => {
    const [first, ...rest] = SAMPLE_TABLE.items.filter((item) => !item.veto);
    if (!first) throw new Error('empty sample');
    const key: ScoreItem = { ...first, rule: { way: 'limits', weight: 'key' }, key: true };
    const limits = { key: 0, major: 4, others: 10, absence: 'scaled' } as const;
    const read = await readBack({ ...SAMPLE_TABLE, items: [key, ...rest], limits });
    expect(read.limits).toEqual(limits);
    expect(read.items[0]).toMatchObject({ key: true, rule: { way: 'limits', weight: 'key' } });
  });

  it('starts from a template that asks for its first line', async () => {
    const read = readScoreTable(must(await readWorkbook(await scoreTableTemplate(MADE_AT))));
    expect(read.problems.map((one) => one.code)).toEqual(['scoreTable.empty']);
  });

  it('is read under other headings, a section named once, the sum left out', async () => {
    const read = await readRows(
      ['附件3'],
      ['序号', '项目', '检查内容', '分数（分）', '计分方式', '评分选项', '否决'],
      ['1', '环境', '示例一', '4', '扣分制', '每处扣0.5分', ''],
      [2, '', '示例二', 6, '三档', '3', ''],
      ['3', '', '示例三', '—', '', '', '★'],
      ['合计', '', '', 10, '', '', ''],
    );
    expect(read.problems).toEqual([]);
    expect(
      read.items.map(({ code, section, points, rule, veto }) => ({ code, section, points, rule, veto })),
    ).toEqual([
      { code: '1', section: '环境', points: 40, rule: { way: 'deduction', each: 5 }, veto: false },
      { code: '2', section: '环境', points: 60, rule: { way: 'threeConclusions', basic: 30 }, veto: false },
      { code: '3', section: '环境', points: 0, rule: { way: 'yesNo' }, veto: true },
    ]);
  });

  it('names every cell that cannot be read, and takes nothing of such a row', async () => {
    const read = await readRows(
      ['编号', '部分', '类别', '考评内容', '分值', '评分方式', '选项'],
      ['1', '一', '卫生', '示例一', '四分', '随意', ''],
      ['2', '一', '', '示例二', '', '按次扣分', '看情况'],
    );
    expect(read.items).toEqual([]);
    expect(read.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '类别'],
      [2, '分值'],
      [2, '评分方式'],
      [3, '分值'],
      [3, '选项'],
    ]);
    expect(read.problems[1]?.message).toBe('第2行“分值”（E列）：“四分”不是分值，应填如4或0.5');
  });

  it('names what stands in 设置 and is no number of items, and takes those typed with their unit', async () => {
    const typed = async (values: Readonly<Record<string, string>>) => {
      const book = await loaded(await scoreTableBook(SAMPLE_TABLE, MADE_AT));
      for (const [address, value] of Object.entries(values)) {
        const cell = book.getWorksheet('设置')?.getCell(address);
        if (cell) cell.value = value;
      }
      return readScoreTable(must(await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))));
    };
    const good = await typed({ B4: ' ２项 ', B5: '不限', B7: '按比例折算' });
    expect(good.problems).toEqual([]);
    expect(good.limits).toEqual({ key: 2, major: null, others: null, absence: 'scaled' });
    const bad = await typed({ B4: '约3', B7: '酌情' });
    expect(bad.problems.map(({ message }) => message)).toEqual([
      '工作表“设置”里的“关键项最多不符合（项）”：“约3”不是0至999的整数，应填如2，没有限定请留空',
      '工作表“设置”里的“合理缺项”：“酌情”看不懂，应填不扣分、不得分、其余各项按比例折算之一',
    ]);
  });

  it('does not take an unknown mark for a no', async () => {
    const marked = (mark: string) =>
      readRows(
        ['编号', '部分', '考评内容', '分值', '评分方式', '选项', '关键项'],
        ['1', '一', '示例一', '4', '按次扣分', '每次扣1', mark],
      );
    expect((await marked('否')).items[0]?.key).toBe(false);
    expect((await marked('√')).items[0]?.key).toBe(true);
    expect((await marked('重要')).problems.map(({ message }) => message)).toEqual([
      '第2行“关键项”（G列）：“重要”看不懂，应填“是”或留空',
    ]);
  });

  it('says which column is missing, or that there is no table', async () => {
    const noWay = await readRows(['编号', '考评内容', '分值'], ['1', '示例', 4]);
    expect(noWay.problems.map((one) => one.expected)).toEqual(['评分方式']);
    expect((await readRows(['甲', '乙'])).problems.map((one) => one.code)).toEqual(['scoreTable.header']);
  });
});
