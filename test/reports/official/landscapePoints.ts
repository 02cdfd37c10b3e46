import { typeSize } from './areaPoints.ts';
import { leftOf, type MeasuredPdf, type MeasuredWord, mmOf, rightOf, topOf } from './measure.ts';
import { exactly, length, type Point, point, type } from './points.ts';

/** Of a box of text in a Word file: a measure it gives in EMUs, in millimetres. */
const boxed = (xml: string, pattern: RegExp): number => Number(pattern.exec(xml)?.[1]) / 36_000;

const DOWNWARDS = '顺时针转90°';

/** 8: page numbers stand where those of upright pages do; all places are those of the sheet held upright. */
function turnedNumberPoints(pdf: MeasuredPdf, word: MeasuredWord): readonly Point[] {
  const [odd, even] = pdf.pages.flatMap((page) => page.turned);
  if (!odd || !even) throw new Error('the sample has turned page numbers');
  const em = mmOf(14);
  const foot = word.footer('odd');
  const size = typeSize(word, 'PageNumber');
  const box = {
    left: boxed(foot, /<wp:positionH relativeFrom="page"><wp:posOffset>(\d+)</),
    top: boxed(foot, /<wp:positionV relativeFrom="page"><wp:posOffset>(\d+)</),
    width: boxed(foot, /<wp:extent cx="(\d+)"/),
    height: boxed(foot, /<wp:extent cx="\d+" cy="(\d+)"/),
  };
  const tab = /w:val="right" w:pos="(\d+)"/.exec(foot)?.[1];
  const indent = /<w:ind [^>]*w:left="(\d+)"/.exec(word.footer('even'))?.[1];
  const turn = foot.includes('<wps:bodyPr vert="vert"') ? DOWNWARDS : '';
  return [
    point('横排：页码在左侧短边，随纸转向', '8', exactly(DOWNWARDS), DOWNWARDS, turn),
    point('横排：页码样式', '8', exactly('— 1 —'), odd.text, undefined),
    point('横排：页码字号 4号', '8', type(14), odd.size, size),
    point(
      '横排：一字线上距版心 7 mm',
      '8',
      length(7, 0.5),
      mmOf(odd.baseline - 0.38 * odd.size) - (297 - 35),
      35 - box.left - box.width + mmOf(size / 2),
    ),
    point(
      '横排：单页码居右（纸竖放）空一字',
      '8',
      length(em, 0.3),
      210 - 26 - rightOf(odd),
      210 - 26 - box.top - mmOf(Number(tab) / 20),
    ),
    point(
      '横排：双页码居左（纸竖放）空一字',
      '8',
      length(em, 0.3),
      leftOf(even) - 28,
      box.top - 28 + mmOf(Number(indent) / 20),
    ),
    point('横排：页码框与版心短边等长', '8', length(156, 0.5), undefined, box.height),
  ];
}

/** 8: a table across the page is turned with its paper, its head towards the binding edge. */
export function landscapePoints(pdf: MeasuredPdf, word: MeasuredWord): readonly Point[] {
  const [page] = pdf.pages;
  if (!page) throw new Error('the sample has a page');
  const paper = (width: number, height: number) => `${Math.round(width)}×${Math.round(height)}`;
  const margin = (key: string) => word.page('pgMar', key);
  const width = word.page('pgSz', 'w') - margin('left') - margin('right');
  const height = word.page('pgSz', 'h') - margin('top') - margin('bottom');
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
    point('横排：地脚在左', '8', length(35, 0.5), leftOf(pdf.find('示例市市场监督')), margin('left')),
    point('横排：天头在右', '8', length(37, 0.5), undefined, margin('right')),
    point('横排：版心长边', '8', length(225, 0.5), undefined, width),
    point('横排：版心短边', '8', length(156, 0.5), undefined, height),
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
    ...turnedNumberPoints(pdf, word),
  ];
}
