import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../db/model/papers.ts';
import {
  TEMPLATE_FORMATS,
  TEMPLATE_PAPERS,
  type TemplatePaper,
  templatePaperOf,
} from '../../../db/model/templates.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { isWorkbookPaper, workbookOf } from '../../../reports/excel/workbooks.ts';
import { makeXlsx } from '../../../reports/excel/xlsx.ts';
import { templateFields } from '../../../reports/templates/fields.ts';
import { templateData } from '../../../reports/templates/papers.ts';
import { sameName } from '../../../reports/templates/placeholders.ts';
import { sampleTemplate } from '../../../reports/templates/sample.ts';
import { checkTemplate } from '../../../reports/templates/template.ts';
import { textsIn } from '../../../reports/templates/texts.ts';
import {
  inspectionSummaryPaper,
  monthlyPaper,
  paymentListPaper,
  recommendedPaper,
  writingPaper,
} from '../documents/moreSamples.ts';
import { planLedgerPaper, planPaper, rosterPaper } from '../documents/samples.ts';
import { filled, finalListPaper, gridOf, loaded, valueIn } from './support.ts';

const PAPERS: Readonly<Record<TemplatePaper, Paper>> = {
  roster: rosterPaper(12),
  plan: planPaper(5),
  planLedger: planLedgerPaper(4),
  monthly: monthlyPaper(),
  inspectionSummary: inspectionSummaryPaper(7),
  recommended: recommendedPaper(3),
  finalList: finalListPaper(5),
  paymentList: paymentListPaper(4),
  summary: { ...writingPaper(), kind: 'summary', finished: true },
  report: { ...writingPaper(), kind: 'report', finished: true },
};

const kinds = keysOf(TEMPLATE_PAPERS);
const dataOf = (kind: TemplatePaper) => {
  const data = templateData(PAPERS[kind]);
  if (!data) throw new Error(`${kind} offers no data`);
  return data;
};

describe.each(kinds)('%s', (kind) => {
  it('is the template kind of its paper, and names each field once', () => {
    expect(templatePaperOf(PAPERS[kind])).toBe(kind);
    const { fields, rowFields } = templateFields(kind);
    for (const names of [fields, rowFields].map((list) => list.map(({ name }) => sameName(name))))
      expect(new Set(names).size).toBe(names.length);
    expect(dataOf(kind).fields.map(({ name }) => name)).toEqual(fields.map(({ name }) => name));
  });

  it.each(TEMPLATE_FORMATS[kind])(
    'has a sample as %s that passes the check without a warning',
    async (format) => {
      const sample = await sampleTemplate(kind, format);
      expect(valueIn(checkTemplate(sample, kind, format)).warnings).toEqual([]);
      const made = await filled(sample, format, dataOf(kind));
      expect(textsIn(made, format).filter(({ text }) => /[{｛]{2}/.test(text))).toEqual([]);
    },
  );
});

describe('a sample workbook filled with a record', () => {
  it.each(kinds.filter((kind) => TEMPLATE_FORMATS[kind].includes('xlsx')))(
    'says what the built-in %s says',
    async (kind) => {
      const paper = PAPERS[kind];
      if (!isWorkbookPaper(paper)) throw new Error(`${kind} is no workbook`);
      const own = await gridOf(await filled(await sampleTemplate(kind, 'xlsx'), 'xlsx', dataOf(kind)));
      const builtIn = await gridOf(await makeXlsx(workbookOf(paper)));
      const { notes } = workbookOf(paper);
      // The notes are one cell of lines in a template, a row each in the built-in paper.
      const lastRow = Math.max(...Object.keys(own).map((address) => Number(address.replace(/\D/g, ''))));
      for (const [address, value] of Object.entries(builtIn)) {
        const row = Number(address.replace(/\D/g, ''));
        if (notes.length === 0 || row < lastRow) expect([address, own[address]]).toEqual([address, value]);
      }
      if (notes.length > 0) expect(own[`A${lastRow}`]).toBe(notes.join('\n'));
    },
  );
});

it('gives the lines below a list the room they need', async () => {
  const made = await filled(await sampleTemplate('paymentList', 'xlsx'), 'xlsx', dataOf('paymentList'));
  const [sheet] = (await loaded(made)).worksheets;
  // 合计大写, 制表审核 and the note on privacy.
  expect(sheet?.getRow(sheet.rowCount).height).toBeGreaterThan(3 * 14);
});

describe('which papers a template steps in for', () => {
  it('leaves drafts and cancelled lists to the program’s own form, which marks them', () => {
    expect(templatePaperOf(planPaper(3, null))).toBeUndefined();
    expect(templatePaperOf({ ...paymentListPaper(1), cancelled: true })).toBeUndefined();
    expect(templatePaperOf({ ...writingPaper(), finished: false })).toBeUndefined();
  });
});
