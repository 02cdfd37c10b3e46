import type { SelectionReportPaper } from '../../db/model/papers/selection.ts';
import { cell, column, label, note, paragraph } from './build.ts';
import { listedReport } from './listedReport.ts';
import type { OfficialDocument, Table } from './official.ts';
import { yuanFigures } from './values.ts';

const reportTable = ({ rows }: SelectionReportPaper): Table => ({
  kind: 'table',
  columns: [
    column(9, 'center'),
    column(43),
    column(17, 'center'),
    column(18, 'right'),
    column(13, 'right'),
    column(12, 'center'),
    column(26),
    column(24),
    column(10, 'center'),
    column(17, 'center'),
    column(48),
    column(22),
  ],
  header: [
    [
      label('名次'),
      label('小作坊名称'),
      label('业主'),
      label('业主投入\n（元）'),
      label('操作间\n（㎡）'),
      label('持证\n/从业'),
      label('荣誉'),
      label('抽检和处罚'),
      label('比选\n得分'),
      label('结果'),
      label('理由'),
      label('备注'),
    ],
  ],
  rows: rows.map((row) => [
    cell(row.rank === null ? '' : String(row.rank)),
    cell(row.name),
    cell(row.ownerName),
    cell(yuanFigures(row.plannedInvestment)),
    cell(row.operationArea === null ? '' : String(row.operationArea / 100)),
    cell(row.health),
    cell(row.honours),
    cell(row.penalties),
    cell(String(row.points)),
    cell(row.decision),
    cell(row.reason),
    cell(row.remark),
  ]),
  totals: [],
});

/** What the table comes to, in one sentence; used by paper and workbook. */
export function selectionSummary({ rows, quota }: SelectionReportPaper): string {
  const selected = rows.filter((one) => one.decision === '入选');
  const holding = selected.filter((one) => !one.remark.includes('退出') && !one.remark.includes('取消'));
  const open = rows.filter((one) => one.decision === '未作决定').length;
  const gone = selected.length - holding.length;
  return [
    `参加遴选${rows.length}家，名额${quota}家，入选${holding.length}家`,
    gone > 0 ? `（另有${gone}家入选后退出或取消）` : '',
    open > 0 ? `，尚未作出决定${open}家` : '',
    '。',
  ].join('');
}

/** 《遴选情况表》: every candidate with figures, decision and reason. */
export const selectionReportDocument = (paper: SelectionReportPaper): OfficialDocument =>
  listedReport(paper, '遴选情况表', reportTable(paper), [
    paragraph(selectionSummary(paper)),
    note(`比选得分满分100分（${paper.criteria}），按申请表数据计算，仅供参考；名次和结果由集体研究确定。`),
  ]);
