import { isoDate } from '../../../db/model/dates.ts';
import { cell, column, heading, label, paragraph, together } from '../../../reports/documents/build.ts';
import type { OfficialDocument, SignOff, Table } from '../../../reports/documents/official.ts';

const OFFICE = '示例县市场监督管理局';
const LONG = '按照公开标准、自愿申报、严格审核、择优遴选的原则认真组织实施'.repeat(28);

const signOff = (sealRoom: boolean): SignOff => ({
  kind: 'signOff',
  office: OFFICE,
  date: isoDate('2021-04-05'),
  sealRoom,
});

export const ANNEX_NAMES = [
  '2021年“名优特”食品加工小作坊创建工程拟创建名单及改造提升任务分解一览表',
  '示例附件二',
] as const;

const table: Table = {
  kind: 'table',
  columns: [column(1, 'center'), column(4), column(4)],
  header: [[label('序号'), label('小作坊名称'), label('地址')]],
  rows: Array.from({ length: 40 }, (_, index) => [
    cell(String(index + 1)),
    cell(`示例作坊${index + 1}`),
    cell('示例县示例镇示例村'),
  ]),
  totals: [],
};

/** A paper with everything GB/T 9704 has a rule for; three pages of text and a page for the 附件. */
export const officialSample = (sealRoom = true): OfficialDocument => ({
  name: '公文格式样张',
  office: OFFICE,
  madeOn: isoDate('2021-04-05'),
  layout: 'official',
  orientation: 'portrait',
  title: ['关于2021年', '“名优特”食品加工小作坊', '创建工程', '考评验收合格', '名单的公示'],
  addressee: '示例市市场监督管理局',
  blocks: [
    paragraph(LONG),
    heading(1, '一、一级标题'),
    paragraph(LONG),
    heading(2, '（一）二级标题'),
    heading(3, '1. 三级标题'),
    heading(4, '（1）四级标题'),
    paragraph('特此公示。'),
    together({ kind: 'annexes', names: ANNEX_NAMES }, signOff(sealRoom)),
    { kind: 'annexStart', label: '附件1', title: ANNEX_NAMES[0] },
    table,
  ],
  isPublic: true,
});

/** A table too wide for portrait. */
export const landscapeSample: OfficialDocument = {
  ...officialSample(),
  name: '横排表样张',
  orientation: 'landscape',
  title: ['横排表样张'],
  blocks: [table],
};
