import { leftOf, type MeasuredPdf, type MeasuredWord, mmOf, topOf } from './measure.ts';
import { exactly, length, type Point, point, type } from './points.ts';

const BODY = 'BodyIndent';

/** Half points of a style as points. */
export const typeSize = (word: MeasuredWord, style: string): number =>
  Number(word.styled(style, 'rPr', 'sz', 'val')) / 2;

/** 5: paper, margins, type area, type, lines and characters; measured on a page of nothing but text. */
export function areaPoints(pdf: MeasuredPdf, word: MeasuredWord): readonly Point[] {
  const page = pdf.pages[1];
  const lines = page?.runs.filter((run) => mmOf(run.width) > 155) ?? [];
  const [first, second] = lines;
  if (!page || !first || !second) throw new Error('the sample has a second page full of text');
  const pitch = second.baseline - first.baseline;
  const all = new Set(page.runs.filter((run) => run.size === first.size).map((run) => run.baseline));
  const paper = (width: number, height: number) => `${Math.round(width)}×${Math.round(height)}`;
  const margin = (key: string) => word.page('pgMar', key);
  const width = word.page('pgSz', 'w') - margin('left') - margin('right');
  const height = word.page('pgSz', 'h') - margin('top') - margin('bottom');
  const wordType = typeSize(word, BODY);
  const tightening = Number(word.styled(BODY, 'rPr', 'spacing', 'val')) / 20;
  const wordPitch = mmOf(Number(word.styled(BODY, 'pPr', 'spacing', 'line')) / 20);
  return [
    point(
      '用纸 A4',
      '5.1',
      exactly('210×297'),
      paper(mmOf(page.width), mmOf(page.height)),
      paper(word.page('pgSz', 'w'), word.page('pgSz', 'h')),
    ),
    point('天头（上白边）', '5.2.1', length(37, 1), topOf(first), margin('top')),
    point('订口（左白边）', '5.2.1', length(28, 1), leftOf(first), margin('left')),
    point('版心宽', '5.2.1', length(156, 0.5), mmOf(first.width), width),
    point('版心高', '5.2.1', length(225, 0.5), mmOf(22 * pitch), height),
    point('正文用字', '5.2.2', exactly('仿宋'), pdf.faceAs(first, 'body', '仿宋'), faceOf(word, BODY)),
    point('正文字号 3号', '5.2.2', type(16), first.size, wordType),
    point(
      '每行字数',
      '5.2.3',
      exactly(28),
      [...first.text].length,
      Math.floor(((width / 25.4) * 72) / (wordType + tightening)),
    ),
    point('每面行数', '5.2.3', exactly(22), all.size, Math.floor(height / wordPitch + 0.05)),
    point('行距（字高加7/8）', '3.2', length(10.23, 0.06), mmOf(pitch), wordPitch),
    point('文字颜色 黑', '5.2.4', exactly('000000'), undefined, word.styled(BODY, 'rPr', 'color', 'val')),
  ];
}

export const faceOf = (word: MeasuredWord, style: string): string =>
  word.styled(style, 'rPr', 'rFonts', 'eastAsia');
