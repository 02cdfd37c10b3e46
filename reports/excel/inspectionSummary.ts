import { inChinese } from '../../db/model/dates.ts';
import type { InspectionSummaryPaper } from '../../db/model/papers/scoring.ts';
import { faultsOf, inspectionSummary } from '../documents/inspectionSummary.ts';
import { projectName } from '../documents/programme.ts';
import {
  areaColumn,
  countColumn,
  dateColumn,
  type SheetColumn,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

const points = (value: number | null): number | null => (value === null ? null : value / 10);
const pointsColumn = (header: string): SheetColumn => ({ ...areaColumn(header), align: 'center' });

/** 考评验收汇总表 as a workbook. */
export function inspectionSummaryWorkbook(paper: InspectionSummaryPaper): WorkbookDescription {
  const { bureau, year, asOf, rows } = paper;
  return {
    name: `${bureau.name}${year}年考评验收汇总表`,
    sheetName: '考评验收汇总表',
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${projectName(paper.programmeName)}考评验收汇总表`,
    caption: { left: `填报单位：${bureau.name}`, right: `截至${inChinese(asOf)}` },
    columns: [
      countColumn('序号'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      textColumn('乡镇（街道）', 'center'),
      textColumn('主要产品'),
      pointsColumn('自查得分'),
      dateColumn('县级考评日期'),
      countColumn('考评次数'),
      pointsColumn('县级得分'),
      textColumn('县级结论', 'center'),
      pointsColumn('市级得分'),
      pointsColumn('省级得分'),
      textColumn('扣分项、否决项'),
      textColumn('结果', 'center'),
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.name,
      row.ownerName,
      row.township,
      row.products,
      points(row.self),
      row.countyOn ?? '',
      row.rounds === 0 ? null : row.rounds,
      points(row.county),
      row.conclusion,
      points(row.city),
      points(row.province),
      faultsOf(row),
      row.stage,
    ]),
    notes: [inspectionSummary(paper)],
  };
}
