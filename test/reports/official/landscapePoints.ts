import { type MeasuredPdf, type MeasuredWord, mmOf, topOf } from './measure.ts';
import { exactly, length, type Point, point } from './points.ts';

/** 8: a table across the page is turned with its paper, its head towards the binding edge. */
export function landscapePoints(pdf: MeasuredPdf, word: MeasuredWord): readonly Point[] {
  const [page] = pdf.pages;
  if (!page) throw new Error('the sample has a page');
  const paper = (width: number, height: number) => `${Math.round(width)}×${Math.round(height)}`;
  const margin = (key: string) => word.page('pgMar', key);
  const width = word.page('pgSz', 'w') - margin('left') - margin('right');
  const cells = page.runs.filter((run) => run.size === 12);
  const [first] = cells.filter((run) => run.text.startsWith('示例作坊'));
  const header = cells.find((run) => run.text === '序号');
  if (!first || !header) throw new Error('the sample has a table');
  return [
    point(
      '横排表格用纸 A4 横放',
      '8',
      exactly('297×210'),
      paper(mmOf(page.width), mmOf(page.height)),
      paper(word.page('pgSz', 'w'), word.page('pgSz', 'h')),
    ),
    point('横排：订口在上', '8', length(28, 1), topOf(pdf.find('横排表样张')), margin('top')),
    point('横排：版心长边', '8', length(225, 0.5), undefined, width),
    point(
      '横排：表头在订口一边',
      '8',
      exactly('是'),
      header.baseline < first.baseline ? '是' : '否',
      word.paragraphs.findIndex((one) => one.text === '序号') <
        word.paragraphs.findIndex((one) => one.text === '示例作坊1')
        ? '是'
        : '否',
    ),
  ];
}
