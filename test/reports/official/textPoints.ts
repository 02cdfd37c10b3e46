import type { FaceRole } from '../../../reports/documents/layout.ts';
import { faceOf, typeSize } from './areaPoints.ts';
import { centreOf, leftOf, type MeasuredPdf, type MeasuredWord, mmOf } from './measure.ts';
import { exactly, length, type Point, point, type } from './points.ts';

const EM = (15.79 * 25.4) / 72;
const LEFT = 28;
const CENTRE = 28 + 156 / 2;

const TITLE_LINES = ['关于2021年“名优特”食品加工小作坊', '创建工程考评验收合格名单的公示'] as const;

function titlePoints(pdf: MeasuredPdf, word: MeasuredWord): readonly Point[] {
  const [upper, lower] = TITLE_LINES.map((one) => pdf.find(one));
  if (!upper || !lower) throw new Error('the title has two lines');
  const lines = pdf.pages[0]?.runs.filter((run) => run.size === upper.size).map((run) => run.text);
  const wordLines = word.paragraphs.filter((one) => one.style === 'Title').slice(0, 2);
  const addressee = pdf.find('示例市市场监督管理局：');
  return [
    point(
      '标题用字',
      '7.3.1',
      exactly('小标宋'),
      pdf.faceAs(upper, 'title', '小标宋'),
      faceOf(word, 'Title').slice(2, 5),
    ),
    point('标题字号 2号', '7.3.1', type(22), upper.size, typeSize(word, 'Title')),
    point('标题居中', '7.3.1', length(CENTRE, 0.5), centreOf(lower), undefined),
    point(
      '标题居中（样式）',
      '7.3.1',
      exactly('center'),
      undefined,
      word.styled('Title', 'pPr', 'jc', 'val'),
    ),
    point(
      '标题回行词意完整，呈梯形',
      '7.3.1',
      exactly(TITLE_LINES.join('／')),
      lines?.join('／'),
      wordLines.map((one) => one.text).join('／'),
    ),
    point(
      '主送机关居左顶格',
      '7.3.2',
      length(LEFT, 0.2),
      leftOf(addressee),
      LEFT + indented(word, 'BodyPlain'),
    ),
    point(
      '主送机关后全角冒号',
      '7.3.2',
      exactly('：'),
      addressee.text.at(-1),
      word.find('示例市市场').text.at(-1),
    ),
    point(
      '标题与主送机关间空一行',
      '7.3.2',
      length(10.23, 0.3),
      mmOf(addressee.baseline - lower.baseline - 0.88 * addressee.size - 0.12 * lower.size) -
        leadingOf(34 - 22),
      blankAfterTitle(word),
    ),
  ];
}

const leadingOf = (points: number): number => mmOf(points);

const indented = (word: MeasuredWord, style: string): number =>
  Number(word.styled(style, 'pPr', 'ind', 'left')) / 20;

const blankAfterTitle = (word: MeasuredWord): number => {
  const last = word.paragraphs.findLastIndex((one, index) => one.style === 'Title' && index < 3);
  const blank = word.paragraphs[last + 1];
  return blank?.text === '' ? mmOf(Number(/w:line="(\d+)"/.exec(blank.xml)?.[1]) / 20) : 0;
};

const LEVELS = [
  ['一、一级标题', 'hei', '黑体'],
  ['（一）二级标题', 'kai', '楷体'],
  ['1. 三级标题', 'body', '仿宋'],
  ['（1）四级标题', 'body', '仿宋'],
] as const satisfies readonly (readonly [string, FaceRole, string])[];

/** 7.3.1 to 7.3.3: title, addressee, paragraphs and the four levels of headings. */
export function textPoints(pdf: MeasuredPdf, word: MeasuredWord): readonly Point[] {
  const start = pdf.find('按照公开标准');
  return [
    ...titlePoints(pdf, word),
    point('段首空二字', '7.3.3', length(2 * EM, 0.2), leftOf(start) - LEFT, twoCharacters(word)),
    point(
      '回行顶格',
      '7.3.3',
      length(LEFT, 0.2),
      leftOf(pdf.find('组织实施按照')),
      LEFT + indented(word, 'BodyIndent'),
    ),
    ...LEVELS.map(([text, role, name], index) =>
      point(
        `第${index + 1}层标题“${text.slice(0, -4).trim()}”用字`,
        '7.3.3',
        exactly(name),
        pdf.faceAs(pdf.find(text), role, name),
        faceOf(word, word.find(text).style),
      ),
    ),
  ];
}

/** Word counts the indent in hundredths of a character. */
const twoCharacters = (word: MeasuredWord): number =>
  (Number(word.styled('BodyIndent', 'pPr', 'ind', 'firstLineChars')) / 100) * EM;
