import { inChinese } from '../../db/model/dates.ts';
import type { RecommendedPaper } from '../../db/model/papers/results.ts';
import { projectName } from '../documents/programme.ts';
import { countColumn, dateColumn, textColumn, type WorkbookDescription } from './workbook.ts';

/** 推荐名单 as a workbook. */
export function recommendedWorkbook(paper: RecommendedPaper): WorkbookDescription {
  const { bureau, year, asOf, rows } = paper;
  return {
    name: `${bureau.name}${year}年推荐名单`,
    sheetName: '推荐名单',
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${projectName(paper.programmeName)}县级考评验收推荐名单`,
    caption: { left: `填报单位：${bureau.name}`, right: `截至${inChinese(asOf)}` },
    columns: [
      countColumn('序号'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      textColumn('生产加工地址'),
      textColumn('主要产品'),
      { ...textColumn('县级得分', 'center'), kind: 'area' },
      dateColumn('考评日期'),
    ],
    rows: rows.map(({ name, ownerName, address, products, total, inspectedOn }, index) => [
      index + 1,
      name,
      ownerName,
      address,
      products,
      total / 10,
      inspectedOn,
    ]),
    notes: [`共推荐${rows.length}家。`],
  };
}
