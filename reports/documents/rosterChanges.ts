import { inChinese } from '../../db/model/dates.ts';
import type { RosterChangesPaper } from '../../db/model/papers/publicity.ts';
import type { RosterChange } from '../../db/model/selectionPapers.ts';
import { cell, column, heading, label, paragraph, together } from './build.ts';
import type { Block, OfficialDocument } from './official.ts';
import { workshopsInProject } from './programme.ts';
import { day } from './values.ts';

const changeTable = (rows: readonly RosterChange[], when: string): Block => ({
  kind: 'table',
  columns: [
    column(10, 'center'),
    column(48),
    column(22, 'center'),
    column(60),
    column(32, 'center'),
    column(58),
  ],
  header: [
    [label('序号'), label('小作坊名称'), label('业主'), label('生产加工地址'), label(when), label('原因')],
  ],
  rows: rows.map((row, index) => [
    cell(String(index + 1)),
    cell(row.name),
    cell(row.ownerName),
    cell(row.address),
    cell(day(row.on)),
    cell(row.reason),
  ]),
  totals: [],
});

const section = (title: string, rows: readonly RosterChange[], when: string): readonly Block[] =>
  rows.length === 0
    ? [heading(1, title), paragraph('无。')]
    : [heading(1, `${title}${rows.length}家`), changeTable(rows, when)];

/** 《创建名单变动情况表》, for the city bureau: owners' names, no ID numbers. */
export function rosterChangesDocument(paper: RosterChangesPaper): OfficialDocument {
  const { bureau, year, since, asOf, left, joined, current, quota } = paper;
  const from = since === null ? '截' : `${inChinese(since)}报送后`;
  const names = current.map((one) => one.name).join('、');
  return {
    name: `${bureau.name}${year}年创建名单变动情况表`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'form',
    orientation: 'landscape',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建工程', '创建名单变动情况表'],
    subtitle: `填报单位：${bureau.name}　　${from}至${inChinese(asOf)}`,
    blocks: [
      ...section('一、退出', left, '退出日期'),
      ...section('二、新增', joined, '确定日期'),
      heading(1, '三、变动后创建名单'),
      paragraph(`变动后创建名单共${current.length}家（名额${quota}家）：${names === '' ? '无' : names}。`),
      together({ kind: 'signOff', office: bureau.name, date: asOf, sealRoom: true }),
    ],
    isPublic: false,
  };
}
