import { inChinese } from '../../db/model/dates.ts';
import type { FinalListPaper } from '../../db/model/papers/results.ts';
import { FINAL_LIST_NOTE, summaryOf } from '../documents/finalList.ts';
import { projectName } from '../documents/programme.ts';
import { countColumn, moneyColumn, remarkColumn, textColumn, type WorkbookDescription } from './workbook.ts';

/** 附表5, 上报版, as a workbook. */
export function finalListWorkbook(paper: FinalListPaper): WorkbookDescription {
  const { bureau, year, asOf, rows } = paper;
  const points = (header: string) => ({ ...textColumn(header, 'center'), kind: 'area' }) as const;
  return {
    name: `${bureau.name}${year}年附表5`,
    sheetName: '附表5',
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${projectName(paper.programmeName)}验收合格名单`,
    caption: { left: `附表5　填报单位：${bureau.name}`, right: `截至${inChinese(asOf)}` },
    columns: [
      countColumn('序号'),
      textColumn('县（市、区）', 'center'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      textColumn('生产加工地址'),
      textColumn('证照编号', 'center'),
      textColumn('主要产品'),
      points('县级得分'),
      points('市级得分'),
      moneyColumn('改造投入（元）'),
      remarkColumn('备注'),
    ],
    rows: rows.map((row) => [
      row.position,
      row.district,
      row.name,
      row.ownerName,
      row.address,
      row.certificateNo,
      row.products,
      row.county / 10,
      row.city === null ? null : row.city / 10,
      row.invested === null ? null : row.invested / 100,
      row.remark,
    ]),
    notes: [summaryOf(paper), FINAL_LIST_NOTE],
  };
}
