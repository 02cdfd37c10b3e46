import { inChinese } from '../../db/model/dates.ts';
import type { RecommendedPaper } from '../../db/model/papers/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { cell, column, label, note, paragraph, together } from './build.ts';
import type { OfficialDocument, Table } from './official.ts';
import { workshopsInProject } from './programme.ts';

const listTable = ({ rows }: RecommendedPaper): Table => ({
  kind: 'table',
  columns: [
    column(10, 'center'),
    column(44),
    column(20, 'center'),
    column(48),
    column(36),
    column(18, 'center'),
    column(26, 'center'),
  ],
  header: [
    [
      label('序号'),
      label('小作坊名称'),
      label('业主'),
      label('生产加工地址'),
      label('主要产品'),
      label('县级得分'),
      label('考评日期'),
    ],
  ],
  rows: rows.map(({ name, ownerName, address, products, total, inspectedOn }, index) => [
    cell(String(index + 1)),
    cell(name),
    cell(ownerName),
    cell(address),
    cell(products),
    cell(formatPoints(total)),
    cell(inspectedOn),
  ]),
  totals: [],
});

/** 推荐名单: who passed the county's scoring and is put forward to the city (notice 三（四）). */
export function recommendedDocument(paper: RecommendedPaper): OfficialDocument {
  const { bureau, year, asOf, rows, passScore } = paper;
  return {
    name: `${bureau.name}${year}年县级考评验收推荐名单`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'form',
    orientation: 'landscape',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建工程', '县级考评验收推荐名单'],
    subtitle: `填报单位：${bureau.name}　　截至${inChinese(asOf)}`,
    addressee: bureau.cityBureau,
    blocks: [
      listTable(paper),
      together(
        paragraph(`经县级考评验收达到${formatPoints(passScore)}分，推荐${rows.length}家。`),
        note('得分以最近一次县级考评为准；评分表附后。'),
        { kind: 'signOff', office: bureau.name, date: asOf, sealRoom: true },
      ),
    ],
    isPublic: false,
  };
}
