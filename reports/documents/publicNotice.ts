import { addDays, inChinese } from '../../db/model/dates.ts';
import type { PublicEntry, SelectionNoticePaper } from '../../db/model/papers/publicity.ts';
import type { ResultNoticePaper } from '../../db/model/papers/results.ts';
import { assertNever } from '../../db/model/problems.ts';
import type { CountingRule } from '../../db/model/terms.ts';
import { cell, column, heading, label, paragraph, together } from './build.ts';
import type { Block, Table } from './official.ts';

type Notice = SelectionNoticePaper | ResultNoticePaper;

/** Up to this many stand in the text; a longer list becomes the 附件. */
const MOST_IN_TEXT = 12;

function ruleInWords(days: number, rule: CountingRule): string {
  switch (rule) {
    case 'naturalIncludingFirst':
      return `${days}个自然日，含发布当日`;
    case 'naturalExcludingFirst':
      return `${days}个自然日，不含发布当日`;
    case 'workingDays':
      return `${days}个工作日，不含发布当日`;
    default:
      return assertNever(rule);
  }
}

/** Says so where the last day moved to a working day, or the count and the dates would seem to disagree. */
export function daysInWords({
  firstDay,
  lastDay,
  days,
  countingRule,
}: Pick<SelectionNoticePaper, 'firstDay' | 'lastDay' | 'days' | 'countingRule'>): string {
  const words = ruleInWords(days, countingRule);
  if (countingRule === 'workingDays') return words;
  const counted = addDays(firstDay, countingRule === 'naturalIncludingFirst' ? days - 1 : days);
  return counted === lastDay ? words : `${words}，截止日为休息日，顺延至下一工作日`;
}

/** Only the columns of `PublicEntry`: no owner's name, no number. */
export const publicTable = (entries: readonly PublicEntry[]): Table => ({
  kind: 'table',
  columns: [column(11, 'center'), column(24, 'center'), column(39), column(48), column(34)],
  header: [
    [label('序号'), label('县\n（市、区）'), label('小作坊名称'), label('生产加工地址'), label('主要产品')],
  ],
  rows: entries.map((entry) => [
    cell(String(entry.position)),
    cell(entry.district),
    cell(entry.name),
    cell(entry.address),
    cell(entry.products),
  ]),
  totals: [],
});

function objectionBlocks({
  bureau,
  firstDay,
  lastDay,
}: Pick<Notice, 'bureau' | 'firstDay' | 'lastDay'>): readonly Block[] {
  const postcode = bureau.postcode === '' ? '' : `（邮编：${bureau.postcode}）`;
  const supervision = bureau.supervisionPhone === '' ? '' : `　监督电话：${bureau.supervisionPhone}`;
  return [
    paragraph(
      `公示期间（${inChinese(firstDay)}至${inChinese(lastDay)}），任何单位和个人如有异议，可以通过来访、来信或者来电等方式向${bureau.name}${bureau.section}反映。反映情况应当实事求是：以单位名义反映的，应加盖单位公章；以个人名义反映的，应署真实姓名并提供联系方式。我局对反映人信息严格保密，并对反映的情况进行调查核实。`,
    ),
    paragraph(`受理部门：${bureau.section}`),
    paragraph(`联系人：${bureau.contactName}`),
    paragraph(`联系电话：${bureau.contactPhone}${supervision}`),
    paragraph(`通讯地址：${bureau.address}${postcode}`),
  ];
}

const signOff = ({ bureau, firstDay }: Notice): Block => ({
  kind: 'signOff',
  office: bureau.name,
  date: firstDay,
  sealRoom: true,
});

/** 公示 and where the list stands: the end of the sentence that says what is published. */
export const publishing = ({ entries }: Notice): string =>
  entries.length <= MOST_IN_TEXT ? '现将名单予以公示。' : '现将名单（见附件）予以公示。';

/** The list, how to object, and the sign-off: a short list under its own heading, a longer one as the 附件. */
export function listAndEnd(paper: Notice, listHeading: string, listName: string): readonly Block[] {
  const objections = objectionBlocks(paper);
  if (paper.entries.length <= MOST_IN_TEXT) {
    return [
      heading(1, `一、${listHeading}`),
      publicTable(paper.entries),
      heading(1, '二、异议受理'),
      ...objections,
      together(signOff(paper)),
    ];
  }
  return [
    ...objections,
    together({ kind: 'annexes', names: [listName] }, signOff(paper)),
    { kind: 'annexStart', label: '附件', title: listName },
    publicTable(paper.entries),
  ];
}
