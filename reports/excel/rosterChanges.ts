import { inChinese } from '../../db/model/dates.ts';
import type { RosterChangesPaper } from '../../db/model/papers/publicity.ts';
import type { RosterChange } from '../../db/model/selectionPapers.ts';
import { projectName } from '../documents/programme.ts';
import {
  countColumn,
  dateColumn,
  type SheetValue,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

/** 创建名单变动情况表 as a workbook: one line a workshop that left or joined. */
export function rosterChangesWorkbook(paper: RosterChangesPaper): WorkbookDescription {
  const { bureau, year, asOf, since, left, joined, current, quota } = paper;
  const line =
    (kind: string, from: number) =>
    (row: RosterChange, index: number): readonly SheetValue[] => [
      from + index + 1,
      kind,
      row.name,
      row.ownerName,
      row.address,
      row.products,
      row.on,
      row.reason,
    ];
  return {
    name: `${bureau.name}${year}年创建名单变动情况表`,
    sheetName: '名单变动',
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${projectName(paper.programmeName)}创建名单变动情况表`,
    caption: {
      left: `填报单位：${bureau.name}`,
      right: `${since === null ? '' : `${inChinese(since)}报送后`}至${inChinese(asOf)}`,
    },
    columns: [
      countColumn('序号'),
      textColumn('变动', 'center'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      textColumn('生产加工地址'),
      textColumn('主要产品'),
      dateColumn('日期'),
      textColumn('原因'),
    ],
    rows: [...left.map(line('退出', 0)), ...joined.map(line('新增', left.length))],
    notes: [
      `变动后创建名单共${current.length}家（名额${quota}家）：${current.map((one) => one.name).join('、')}。`,
    ],
  };
}
