import { expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { newBound } from '../../../reports/bundle/bound.ts';
import { addPaper } from '../../../reports/bundle/pages.ts';
import { stampNumbers } from '../../../reports/bundle/stamps.ts';
import { mm } from '../../../reports/documents/layout.ts';
import { type PdfPage, pdfPages } from '../pdfRuns.ts';
import { faces } from '../read.ts';
import { printed } from './support.ts';

async function stamped(): Promise<readonly PdfPage[]> {
  const head = { title: '示例', office: '示例县市场监督管理局', madeOn: isoDate('2021-05-01') };
  const document = await newBound(head);
  await addPaper(document, await printed('甲', 2));
  await addPaper(document, await printed('乙', 2, 'landscape'));
  await stampNumbers(document, 0, 4, { duplex: true, faces });
  return pdfPages(await document.save());
}

it('numbers every sheet at its upper outer corner as it is bound, clear of the paper’s own page number', async () => {
  const [front, back, turnedFront, turnedBack] = await stamped();
  const corner = (runs: PdfPage['runs'] | undefined, text: string) => {
    const found = runs?.find((run) => run.text === text);
    if (!found) throw new Error(`${text} is not stamped`);
    expect(found.baseline).toBeGreaterThan(mm(9));
    expect(found.baseline).toBeLessThan(mm(16));
    return found;
  };
  for (const run of [corner(front?.runs, '1'), corner(turnedFront?.turned, '3')])
    expect(run.x + run.width).toBeCloseTo(mm(210 - 12), 0);
  for (const run of [corner(back?.runs, '2'), corner(turnedBack?.turned, '4')])
    expect(run.x).toBeCloseTo(mm(12), 0);
  expect(turnedFront?.turned.map((run) => run.text).sort()).toEqual(['3', '— 1 —']);
});
