import { inChinese } from '../../db/model/dates.ts';
import type { SelectionReportPaper } from '../../db/model/papers/selection.ts';
import { projectName } from '../documents/programme.ts';
import { selectionSummary } from '../documents/selectionReport.ts';
import {
  areaColumn,
  countColumn,
  dateColumn,
  remarkColumn,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

/** 遴选情况表 as a workbook. */
export function selectionReportWorkbook(paper: SelectionReportPaper): WorkbookDescription {
  const { bureau, year, asOf, rows } = paper;
  return {
    name: `${bureau.name}${year}年遴选情况表`,
    sheetName: '遴选情况表',
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${projectName(paper.programmeName)}遴选情况表`,
    caption: { left: `填报单位：${bureau.name}`, right: `截至${inChinese(asOf)}` },
    columns: [
      countColumn('名次'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      { ...areaColumn('业主投入\n（元）'), kind: 'money' },
      areaColumn('操作间\n面积\n（㎡）'),
      textColumn('持证/从业', 'center'),
      textColumn('荣誉'),
      textColumn('抽检和处罚'),
      countColumn('比选得分'),
      countColumn('建议名次'),
      textColumn('结果', 'center'),
      textColumn('理由'),
      dateColumn('决定日期'),
      remarkColumn('备注'),
    ],
    rows: rows.map((row) => [
      row.rank,
      row.name,
      row.ownerName,
      row.plannedInvestment === null ? null : row.plannedInvestment / 100,
      row.operationArea === null ? null : row.operationArea / 100,
      row.health,
      row.honours,
      row.penalties,
      row.points,
      row.suggestedRank,
      row.decision,
      row.reason,
      row.decidedOn ?? '',
      row.remark,
    ]),
    notes: [
      selectionSummary(paper),
      `比选得分满分100分（${paper.criteria}），按申请表数据计算，仅供参考；名次和结果由集体研究确定。`,
    ],
  };
}
