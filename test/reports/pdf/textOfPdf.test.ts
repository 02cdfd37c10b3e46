import { describe, expect, it } from 'vitest';
import { makePaper } from '../../../reports/makePaper.ts';
import { textOfPdf } from '../../../reports/pdf/textOfPdf.ts';
import { applicationPaper, planPaper, rosterPaper, selectionNoticePaper } from '../documents/samples.ts';
import { environment, pdfInfo, pdfText } from '../read.ts';

const characters = (text: string): readonly string[] => [...text.replace(/\s/g, '')].sort();

describe('textOfPdf', () => {
  it.each([
    ['a notice', selectionNoticePaper()],
    ['a draft over several pages, with its watermark', planPaper(20, null)],
    ['a landscape list', rosterPaper(60)],
    ['a form', applicationPaper],
    ['rare characters', { ...selectionNoticePaper(), programmeName: '示例䶮㛃𬴂𠮷𪚥工程' }],
  ])('reads what poppler reads: %s', async (_name, paper) => {
    const made = await makePaper(paper, 'pdf', environment);
    if (!made.ok) throw new Error('not made');
    const { pages, properties } = textOfPdf(made.value.bytes);
    expect(characters(pages.flat().join(''))).toEqual(characters(pdfText(made.value.bytes, '-raw')));
    const [title] = properties;
    expect(title).toBe(/^Title: +(.*)$/m.exec(pdfInfo(made.value.bytes))?.[1]);
  });
});
