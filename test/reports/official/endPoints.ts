import { faceOf, typeSize } from './areaPoints.ts';
import {
  centreOf,
  indentOf,
  leftOf,
  type MeasuredPdf,
  type MeasuredWord,
  mmOf,
  rightOf,
  topOf,
} from './measure.ts';
import { exactly, length, type Point, point, type } from './points.ts';
import { ANNEX_NAMES } from './sample.ts';

interface Measured {
  readonly pdf: MeasuredPdf;
  readonly word: MeasuredWord;
}

const EM = (15.79 * 25.4) / 72;
const PITCH = (28.98 * 25.4) / 72;
const LEFT = 28;
const RIGHT = 184;
const BOTTOM = 37 + 225;
const OFFICE = '示例县市场监督管理局';
const DATE = '2021年4月5日';

/** 7.3.4 附件说明 and 7.3.7 附件. */
function annexPoints({ pdf, word }: Measured): readonly Point[] {
  const lead = pdf.find('附件：1.');
  const name = pdf.find(ANNEX_NAMES[0].slice(0, 8));
  const wrapped = pdf.find('建名单及改造');
  const text = pdf.find('特此公示。');
  const at = word.paragraphs.findIndex((one) => one.text.startsWith('附件：'));
  const [first, second] = [word.find('附件：1.'), word.find('2.')];
  const label = pdf.find('附件1');
  const title = pdf.find('2021年“名优特”', 1);
  const pageStart = word.find('附件1');
  return [
    point(
      '附件说明：正文下空一行',
      '7.3.4',
      length(2 * PITCH, 0.2),
      mmOf(lead.baseline - text.baseline),
      word.paragraphs[at - 1]?.text === '' ? 2 * PITCH : 0,
    ),
    point(
      '附件说明：左空二字',
      '7.3.4',
      length(2 * EM, 0.2),
      leftOf(lead) - LEFT,
      indentOf(first, 'left') - indentOf(first, 'hanging'),
    ),
    point(
      '附件名称回行与首字对齐',
      '7.3.4',
      length(0, 0.2),
      leftOf(wrapped) - leftOf(name),
      indentOf(first, 'left') - indentOf(second, 'left'),
    ),
    point('附件名称后不加标点', '7.3.4', exactly('表'), wrapped.text.at(-1), first.text.at(-1)),
    point(
      '附件另面编排',
      '7.3.7',
      exactly('附件1'),
      pdf.pages[label.page - 1]?.runs[0]?.text,
      /pageBreakBefore/.test(pageStart.xml) ? '附件1' : '',
    ),
    point(
      '“附件1”版心左上角顶格',
      '7.3.7',
      length(LEFT, 0.2),
      leftOf(label),
      LEFT + indentOf(pageStart, 'left'),
    ),
    point('“附件1”在第一行', '7.3.7', length(37, 1), topOf(label), undefined),
    point(
      '“附件1”用字',
      '7.3.7',
      exactly('黑体'),
      pdf.faceAs(label, 'hei', '黑体'),
      faceOf(word, pageStart.style),
    ),
    point('“附件1”字号 3号', '7.3.7', type(16), label.size, typeSize(word, pageStart.style)),
    point('附件标题在第三行', '7.3.7', length(37 + 2 * PITCH, 1.2), topOf(title), undefined),
  ];
}

/** 7.3.5.1 with a seal, 7.3.5.2 without. */
function signOffPoints(sealed: Measured, unsealed: Measured): readonly Point[] {
  const [office, date] = [sealed.pdf.find(OFFICE), sealed.pdf.find(DATE)];
  const [plainOffice, plainDate] = [unsealed.pdf.find(OFFICE), unsealed.pdf.find(DATE)];
  const right = ({ word }: Measured, text: string) => indentOf(word.find(text), 'right');
  // In Word the date's width is that of 仿宋: figures half as wide as characters.
  const officeWidth = OFFICE.length * EM;
  const dateWidth = 6 * EM;
  return [
    point(
      '盖章：成文日期右空四字',
      '7.3.5.1',
      length(4 * EM, 0.3),
      RIGHT - rightOf(date),
      right(sealed, DATE),
    ),
    point(
      '盖章：署名以日期为准居中',
      '7.3.5.1',
      length(0, 0.3),
      centreOf(office) - centreOf(date),
      right(sealed, DATE) + dateWidth / 2 - right(sealed, OFFICE) - officeWidth / 2,
    ),
    point(
      '不盖章：署名右空二字',
      '7.3.5.2',
      length(2 * EM, 0.3),
      RIGHT - rightOf(plainOffice),
      right(unsealed, OFFICE),
    ),
    point(
      '不盖章：日期首字比署名首字右移二字',
      '7.3.5.2',
      length(2 * EM, 0.3),
      leftOf(plainDate) - leftOf(plainOffice),
      right(unsealed, OFFICE) + officeWidth - right(unsealed, DATE) - dateWidth,
    ),
    point(
      '署名在正文（附件说明）下空一行',
      '7.3.5.2',
      length(2 * PITCH, 0.2),
      mmOf(plainOffice.baseline - unsealed.pdf.find('示例附件二').baseline),
      undefined,
    ),
    point('日期不编虚位', '7.3.5.4', exactly(DATE), date.text, sealed.word.find(DATE).text),
  ];
}

/** 7.5: the dash stands in the middle of its character's box, 0.38 of the size above the baseline. */
function pageNumberPoints({ pdf, word }: Measured): readonly Point[] {
  const [odd, even] = [pdf.find('— 1 —'), pdf.find('— 2 —')];
  const size = typeSize(word, 'PageNumber');
  const em = mmOf(14);
  const width = RIGHT - LEFT;
  const tab = /w:val="right" w:pos="(\d+)"/.exec(word.footer('odd'))?.[1];
  const indent = /<w:ind [^>]*w:left="(\d+)"/.exec(word.footer('even'))?.[1];
  const foot = word.page('pgMar', 'bottom') - word.page('pgMar', 'footer');
  return [
    point('页码字号 4号', '7.5', type(14), odd.size, size),
    point('页码样式', '7.5', exactly('— 1 —'), odd.text, undefined),
    point('单页码居右空一字', '7.5', length(em, 0.3), RIGHT - rightOf(odd), width - mmOf(Number(tab) / 20)),
    point('双页码居左空一字', '7.5', length(em, 0.3), leftOf(even) - LEFT, mmOf(Number(indent) / 20)),
    point(
      '一字线上距版心下边缘',
      '7.5',
      length(7, 0.5),
      mmOf(odd.baseline - 0.38 * odd.size) - BOTTOM,
      foot - mmOf(size / 2),
    ),
    point(
      '双面页码分设',
      '7.5',
      exactly('是'),
      '是',
      /<w:evenAndOddHeaders\/>/.test(word.settings) ? '是' : '否',
    ),
  ];
}

/** 附件说明, 落款, 附件 and page numbers. */
export const endPoints = (sealed: Measured, unsealed: Measured): readonly Point[] => [
  ...annexPoints(sealed),
  ...signOffPoints(sealed, unsealed),
  ...pageNumberPoints(sealed),
];
