import { inChinese } from '../../db/model/dates.ts';
import type { RecommendedPaper } from '../../db/model/papers/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { cell, column, label, note, paragraph, together } from './build.ts';
import type { OfficialDocument, Table } from './official.ts';
import { workshopsInProject } from './programme.ts';
import { shortDay } from './values.ts';

const listTable = ({ rows, year }: RecommendedPaper): Table => ({
  kind: 'table',
  columns: [
    column(12, 'center'),
    column(50),
    column(20, 'center'),
    column(46),
    column(34),
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
    cell(shortDay(inspectedOn, year)),
  ]),
  totals: [],
});

/** What the list comes to. */
const recommendedSummary = ({ rows, passScore }: RecommendedPaper): string =>
  rows.length === 0
    ? '目前没有推荐的小作坊。'
    : `经县级考评验收，得分达到${formatPoints(passScore)}分以上，推荐${rows.length}家。`;

const RECOMMENDED_NOTE = '县级得分以最近一次县级考评为准。';

/** 推荐名单: who passed the county's scoring and is put forward to the city (notice 三（四）). */
export function recommendedDocument(paper: RecommendedPaper): OfficialDocument {
  const { bureau, year, asOf } = paper;
  return {
    name: `${bureau.name}${year}年县级考评验收推荐名单`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'form',
    orientation: 'landscape',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建工程', '县级考评验收推荐名单'],
    subtitle: `填报单位：${bureau.name}　　截至${inChinese(asOf)}`,
    blocks: [
      listTable(paper),
      together(paragraph(recommendedSummary(paper)), note(RECOMMENDED_NOTE), {
        kind: 'signOff',
        office: bureau.name,
        date: asOf,
        sealRoom: true,
      }),
    ],
    isPublic: false,
  };
}
