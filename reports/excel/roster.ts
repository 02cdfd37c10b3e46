import { inChinese } from '../../db/model/dates.ts';
import type { RosterPaper } from '../../db/model/papers/publicity.ts';
import { projectName } from '../documents/programme.ts';
import { areaColumn, countColumn, moneyColumn, textColumn, type WorkbookDescription } from './workbook.ts';

/** 创建名单 as a workbook for the city bureau: owners' names, no ID numbers. */
export function rosterWorkbook(paper: RosterPaper): WorkbookDescription {
  const { bureau, year, entries, publicity, quota } = paper;
  const list = paper.batch > 1 ? '创建名单（补充）' : '创建名单';
  return {
    name: `${bureau.name}${year}年${projectName(paper.programmeName)}${list}`,
    sheetName: '创建名单',
    office: bureau.name,
    madeOn: paper.confirmedOn,
    title: `${year}年${projectName(paper.programmeName)}${list}`,
    caption: { left: `填报单位：${bureau.name}`, right: `确定日期：${inChinese(paper.confirmedOn)}` },
    columns: [
      countColumn('序号'),
      textColumn('县（市、区）', 'center'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      textColumn('生产加工地址'),
      textColumn('证照编号'),
      textColumn('主要产品'),
      areaColumn('加工操作间\n使用面积\n（㎡）'),
      moneyColumn('计划投入资金\n（元）'),
    ],
    rows: entries.map((entry) => [
      entry.position,
      entry.district,
      entry.name,
      entry.ownerName,
      entry.address,
      entry.certificateNo,
      entry.products,
      entry.operationArea === null ? null : entry.operationArea / 100,
      entry.plannedInvestment === null ? null : entry.plannedInvestment / 100,
    ]),
    notes: [
      `公示时间：${inChinese(publicity.firstDay)}至${inChinese(publicity.lastDay)}。分配名额${quota}家，确定${entries.length}家。`,
    ],
  };
}
