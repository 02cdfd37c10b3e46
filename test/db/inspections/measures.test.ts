import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readWorkbook } from '../../../db/import/workbook.ts';
import { importMeasures, measures } from '../../../db/inspections/measures.ts';
import { MEASURE_COLUMNS, readMeasures } from '../../../db/model/import/measures.ts';
import type { ListPaper } from '../../../db/model/papers/office.ts';
import type { MeasureInput } from '../../../db/model/scoring/measures.ts';
import { SHIPPED_MEASURES } from '../../../db/model/scoring/shippedMeasures.ts';
import { keysOf, TASK_CATEGORIES } from '../../../db/model/terms.ts';
import { listWorkbook } from '../../../reports/excel/list.ts';
import { makeXlsx } from '../../../reports/excel/xlsx.ts';
import { rosterPaper } from '../../reports/documents/samples.ts';
import { ACT, aprilOffice } from '../aprilOffice.ts';
import { cleanUp, must, tempDir } from '../open/fixtures.ts';

afterEach(cleanUp);

type Shown = Readonly<Record<keyof typeof MEASURE_COLUMNS, string>>;

/** The library as the window exports it, read back. */
async function exported(rows: readonly Shown[]) {
  const { bureau, year, programmeName } = rosterPaper(1);
  const columns = keysOf(MEASURE_COLUMNS).map((key) => ({
    key,
    title: MEASURE_COLUMNS[key],
    kind: 'text' as const,
  }));
  const head = { bureau, year, programmeName, asOf: ACT.today, title: '标准措施库', filters: '' };
  const list: ListPaper = { paper: 'list', ...head, columns, rows: rows.map((row) => ({ ...row })) };
  const file = join(tempDir(), '措施库.xlsx');
  writeFileSync(file, await makeXlsx(listWorkbook(list)));
  return readMeasures(must(await readWorkbook(file)));
}

const shown = ({ itemCode, category, problem, measure, standard }: MeasureInput): Shown => ({
  itemCode,
  category: TASK_CATEGORIES[category],
  problem,
  measure,
  standard,
});

test('the library goes to Excel and back: known rows stay, other text changes, new rows are added', async () => {
  const office = await aprilOffice();
  const [first, ...rest] = measures(office).map(shown);
  if (!first) throw new Error('The library is shipped with measures');
  const changed = { ...first, measure: '更换全部地面砖' };
  const added = { ...first, itemCode: '9.9', problem: '示例新问题' };
  const { measures: read, problems } = await exported([changed, ...rest, added]);
  expect(problems).toEqual([]);
  expect(must(importMeasures(office, read, ACT))).toEqual({ added: 1, changed: 1, same: rest.length });
  expect(measures(office)).toHaveLength(SHIPPED_MEASURES.length + 1);
  expect(measures(office).find((one) => one.problem === first.problem)?.measure).toBe('更换全部地面砖');
  expect(must(importMeasures(office, read, ACT))).toEqual({ added: 0, changed: 0, same: read.length });
});

test('a wrong row is named with its column', async () => {
  const wrong = { itemCode: '1.1', category: '其它', problem: '示例问题', measure: '', standard: '示例标准' };
  const { measures: read, problems } = await exported([wrong]);
  expect(read).toEqual([]);
  expect(problems.map((one) => one.message)).toEqual([
    expect.stringMatching(/^第4行“类别”（.列）：“其它”应为卫生环境、/),
    expect.stringMatching(/^第4行“改造任务”（.列）：请填写改造任务$/),
  ]);
});
