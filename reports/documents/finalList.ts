import { inChinese } from '../../db/model/dates.ts';
import { fen, formatYuan, sumFen } from '../../db/model/money.ts';
import type { FinalListPaper, FinalListPublicPaper } from '../../db/model/papers/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { cell, column, label, note, paragraph, together } from './build.ts';
import type { OfficialDocument, Table } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { publicTable } from './publicNotice.ts';
import { pointsOrDash, yuanFigures } from './values.ts';

/** Whose form it is: the province's own lies with the office, which can use it as a template. */
export const FINAL_LIST_NOTE =
  '附表5格式以省、市下发的为准；县级得分为最近一次县级考评得分，市级得分为“—”的未抽到复评；改造投入为业主自筹和其他资金实际投入合计。';

function listTable({ rows }: FinalListPaper): Table {
  return {
    kind: 'table',
    columns: [
      column(12, 'center'),
      column(25, 'center'),
      column(46),
      column(20, 'center'),
      column(46),
      column(36, 'center'),
      column(35),
      column(14, 'center'),
      column(14, 'center'),
      column(22, 'right'),
      column(22),
    ],
    header: [
      [
        '序号',
        '县\n（市、区）',
        '小作坊名称',
        '业主',
        '生产加工地址',
        '证照编号',
        '主要产品',
        '县级\n得分',
        '市级\n得分',
        '改造投入\n（元）',
        '备注',
      ].map((one) => label(one)),
    ],
    rows: rows.map((row) => [
      cell(String(row.position)),
      cell(row.district),
      cell(row.name),
      cell(row.ownerName),
      cell(row.address),
      cell(row.certificateNo),
      cell(row.products),
      cell(formatPoints(row.county)),
      cell(pointsOrDash(row.city)),
      cell(yuanFigures(row.invested)),
      cell(row.remark),
    ]),
    totals: [
      [
        label(`合计（${rows.length}家）`, { columns: 9 }),
        cell(formatYuan(sumFen(rows.map(({ invested }) => invested ?? fen(0))))),
        cell(''),
      ],
    ],
  };
}

const titleOf = (paper: FinalListPaper | FinalListPublicPaper): readonly string[] => [
  `${paper.year}年`,
  workshopsInProject(paper.programmeName),
  '创建工程',
  '验收合格名单',
];

export function summaryOf({ passScore, rows, publicity }: FinalListPaper): string {
  const posted =
    publicity === null ? '' : `，经${inChinese(publicity.firstDay)}至${inChinese(publicity.lastDay)}公示`;
  if (rows.length === 0) return '目前没有验收合格的食品加工小作坊。';
  return `考评验收得分达到${formatPoints(passScore)}分以上${posted}的食品加工小作坊共${rows.length}家。`;
}

/** 附表5, 上报版. */
export function finalListDocument(paper: FinalListPaper): OfficialDocument {
  const { bureau, year, asOf } = paper;
  return {
    name: `${bureau.name}${year}年${projectName(paper.programmeName)}验收合格名单（附表5）`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'form',
    orientation: 'landscape',
    formNumber: '附表5',
    title: titleOf(paper),
    subtitle: `填报单位：${bureau.name}　　截至${inChinese(asOf)}`,
    blocks: [
      listTable(paper),
      together(paragraph(summaryOf(paper)), note(FINAL_LIST_NOTE), {
        kind: 'signOff',
        office: bureau.name,
        date: asOf,
        sealRoom: true,
      }),
    ],
    isPublic: false,
  };
}

/** 附表5, 公示版: goes with the notice; no owner, no number, no money. */
export function finalListPublicDocument(paper: FinalListPublicPaper): OfficialDocument {
  const { bureau, year, asOf, entries } = paper;
  return {
    name: `${year}年${projectName(paper.programmeName)}验收合格名单（公示版）`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'official',
    orientation: 'portrait',
    title: titleOf(paper),
    blocks: [
      publicTable(entries),
      together({ kind: 'signOff', office: bureau.name, date: asOf, sealRoom: true }),
    ],
    isPublic: true,
  };
}
