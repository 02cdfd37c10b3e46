import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OWN_FORMS } from '../../../build/demo/stages/ownForms.ts';
import { columnOf, columnSum } from '../../fixtures/sheets.ts';
import { docxText, pdfText, squeezed } from '../../reports/read.ts';
import type { PlayedYear } from './played.ts';

const ANNOUNCED = `SELECT w.workshop_id FROM outside_event_workshop w JOIN outside_event e ON e.id = w.event_id
  WHERE e.kind = 'announcement' AND e.removed_at IS NULL`;

/** What the papers in the office's own form say. */
export const ownFormChecks = (year: PlayedYear): void => {
  const made = (folder: string, ending: string): Buffer => {
    const path = join(year.folder, OWN_FORMS, folder);
    const found = readdirSync(path).find((one) => one.endsWith(ending));
    if (!found) throw new Error(`No file ${ending}`);
    return readFileSync(join(path, found));
  };

  it('lists in the office’s 附表5 whom the province announced, with what they spent', async () => {
    const book = made('07_验收结果', '.xlsx');
    const announced = year.all(`SELECT name FROM workshop WHERE id IN (${ANNOUNCED}) ORDER BY name`);
    const listed = (await columnOf(book, '小作坊名称')).filter((one) => announced.includes(one));
    expect([...listed].sort()).toEqual(announced);
    const spent = year.count(
      `SELECT sum(w.cost_own + w.cost_other) FROM task_work w JOIN plan p ON p.id = w.plan_id
      WHERE p.workshop_id IN (${ANNOUNCED})`,
    );
    expect(await columnSum(book, '改造投入（元）')).toBeCloseTo(spent / 100);
  });

  it('puts a report under the office’s own head in Word; its PDF keeps the program’s form', async () => {
    const word = squeezed(await docxText(made('08_总结和报告', '创建名单的报告.docx')));
    expect(word).toContain('示例县市场监督管理局文件示市监〔2021〕号关于报送');
    expect(word).toContain('特此报告。附件：1.');
    const pdf = squeezed(pdfText(made('08_总结和报告', '创建名单的报告.pdf')));
    expect(pdf).toContain('特此报告。');
    expect(pdf).not.toContain('示市监');
  });
};
