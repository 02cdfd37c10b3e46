import { inChinese } from '../../db/model/dates.ts';
import { fen, formatYuan, sumFen } from '../../db/model/money.ts';
import type { RosterPaper } from '../../db/model/papers/publicity.ts';
import { cell, column, label, paragraph, together } from './build.ts';
import type { OfficialDocument, Table } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';

const figures = (value: number | null): string => (value === null ? '' : formatYuan(fen(value)));

function rosterTable({ entries }: RosterPaper): Table {
  const total = sumFen(entries.map((entry) => fen(entry.plannedInvestment ?? 0)));
  return {
    kind: 'table',
    columns: [
      column(11, 'center'),
      column(22, 'center'),
      column(49),
      column(19, 'center'),
      column(47),
      column(44, 'center'),
      column(35),
      column(22, 'right'),
      column(26, 'right'),
    ],
    header: [
      [
        label('序号'),
        label('县\n（市、区）'),
        label('小作坊名称'),
        label('业主'),
        label('生产加工地址'),
        label('证照编号'),
        label('主要产品'),
        label('操作间\n面积（㎡）'),
        label('计划投入\n资金（元）'),
      ],
    ],
    rows: entries.map((entry) => [
      cell(String(entry.position)),
      cell(entry.district),
      cell(entry.name),
      cell(entry.ownerName),
      cell(entry.address),
      cell(entry.certificateNo),
      cell(entry.products),
      cell(entry.operationArea === null ? '' : String(entry.operationArea / 100)),
      cell(figures(entry.plannedInvestment)),
    ]),
    totals: [[label(`合计（${entries.length}家）`, { columns: 8 }), cell(formatYuan(total))]],
  };
}

/** 创建名单, for the city bureau: owners' names, no ID numbers. */
export function rosterDocument(paper: RosterPaper): OfficialDocument {
  const { bureau, year, publicity, quota, entries, confirmedOn } = paper;
  const project = projectName(paper.programmeName);
  const list = paper.batch > 1 ? '创建名单（补充）' : '创建名单';
  return {
    name: `${bureau.name}${year}年${project}${list}`,
    office: bureau.name,
    madeOn: confirmedOn,
    layout: 'form',
    orientation: 'landscape',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建工程', list],
    subtitle: `填报单位：${bureau.name}`,
    blocks: [
      rosterTable(paper),
      together(
        paragraph(
          `本名单经${inChinese(publicity.firstDay)}至${inChinese(publicity.lastDay)}公示，公示期满。分配名额${quota}家，${paper.batch > 1 ? '本批补充' : ''}确定${entries.length}家。`,
        ),
        { kind: 'signOff', office: bureau.name, date: confirmedOn, sealRoom: true },
      ),
    ],
    isPublic: false,
  };
}
