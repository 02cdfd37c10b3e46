import { addDays, inChinese } from '../../db/model/dates.ts';
import type { PublicEntry, SelectionNoticePaper } from '../../db/model/papers.ts';
import { assertNever } from '../../db/model/problems.ts';
import type { CountingRule } from '../../db/model/terms.ts';
import { cell, column, heading, label, paragraph, together } from './build.ts';
import type { Block, OfficialDocument, Table } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';

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

export function objectionBlocks({
  bureau,
  firstDay,
  lastDay,
}: Pick<SelectionNoticePaper, 'bureau' | 'firstDay' | 'lastDay'>): readonly Block[] {
  const postcode = bureau.postcode === '' ? '' : `（邮编：${bureau.postcode}）`;
  const supervision = bureau.supervisionPhone === '' ? '' : `　监督电话：${bureau.supervisionPhone}`;
  return [
    paragraph(
      `公示期间（${inChinese(firstDay)}至${inChinese(lastDay)}），任何单位和个人如有异议，可以来访、来信或者来电方式向${bureau.name}${bureau.section}反映。反映情况应当实事求是：以单位名义反映的，应加盖单位公章；以个人名义反映的，应署真实姓名并提供联系方式。我局对反映人信息严格保密，并对反映的情况进行调查核实。`,
    ),
    paragraph(`受理部门：${bureau.section}`),
    paragraph(`联系人：${bureau.contactName}`),
    paragraph(`联系电话：${bureau.contactPhone}${supervision}`),
    paragraph(`通讯地址：${bureau.address}${postcode}`),
  ];
}

const signOff = ({ bureau, firstDay }: SelectionNoticePaper): Block => ({
  kind: 'signOff',
  office: bureau.name,
  date: firstDay,
  sealRoom: true,
});

function listAndEnd(paper: SelectionNoticePaper, listName: string): readonly Block[] {
  const objections = objectionBlocks(paper);
  if (paper.entries.length <= MOST_IN_TEXT) {
    return [
      heading(1, '一、拟确定的创建名单'),
      publicTable(paper.entries),
      heading(1, '二、异议反映'),
      ...objections.slice(0, 1),
      together(...objections.slice(1), signOff(paper)),
    ];
  }
  return [
    ...objections.slice(0, 1),
    together(...objections.slice(1), { kind: 'annexes', names: [listName] }, signOff(paper)),
    { kind: 'annexStart', label: '附件', title: listName },
    publicTable(paper.entries),
  ];
}

/** 创建名单公示: basis, how it was decided, the list, explicit dates, how to object and to whom (research §5.2). */
export function selectionNoticeDocument(paper: SelectionNoticePaper): OfficialDocument {
  const { bureau, year, entries, firstDay, lastDay } = paper;
  const project = projectName(paper.programmeName);
  const listName = `${year}年${project}拟创建名单`;
  const basis = paper.basis === '' ? `${year}年${project}工作安排` : `${paper.basis}要求`;
  const list = paper.supplementary ? '递补创建名单' : '创建名单';
  const how = paper.supplementary
    ? '因原名单中有小作坊退出或者取消，按照遴选名次依次递补'
    : `按照“公开标准、自愿申报、严格审核、择优遴选”的原则，经小作坊业主自愿申请、监管所初审、${bureau.section}审核和主管领导审定`;
  const where = entries.length <= MOST_IN_TEXT ? '名单如下' : '名单见附件';
  return {
    name: `关于${year}年${project}${list}的公示`,
    office: bureau.name,
    madeOn: firstDay,
    layout: 'official',
    orientation: 'portrait',
    title: [`关于${year}年`, workshopsInProject(paper.programmeName), '创建工程', `${list}的公示`],
    blocks: [
      paragraph(
        `根据${basis}，${how}，${bureau.name}拟将${entries.length}家食品加工小作坊列入${year}年创建名单，${where}，现予以公示。`,
      ),
      paragraph(`公示期为${inChinese(firstDay)}至${inChinese(lastDay)}（${daysInWords(paper)}）。`),
      ...listAndEnd(paper, listName),
    ],
    isPublic: true,
  };
}
