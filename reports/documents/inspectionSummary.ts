import type { InspectionSummaryPaper } from '../../db/model/papers/scoring.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { cell, column, label, note, paragraph } from './build.ts';
import { listedReport } from './listedReport.ts';
import type { OfficialDocument, Table } from './official.ts';
import { pointsOrDash, shortDay } from './values.ts';

/** Deducted lines of the county, then what was vetoed above it; used by paper and workbook. */
export const faultsOf = ({ deducted, vetoes }: InspectionSummaryPaper['rows'][number]): string =>
  [deducted, vetoes].filter((one) => one !== '').join('；');

const summaryTable = ({ rows, year }: InspectionSummaryPaper): Table => ({
  kind: 'table',
  columns: [
    column(12, 'center'),
    column(40),
    column(16, 'center'),
    column(20, 'center'),
    column(22),
    column(14, 'center'),
    column(24, 'center'),
    column(13, 'center'),
    column(13, 'center'),
    column(13, 'center'),
    column(32),
    column(32),
  ],
  header: [
    [
      label('序号'),
      label('小作坊名称'),
      label('业主'),
      label('乡镇\n（街道）'),
      label('主要产品'),
      label('自查\n得分'),
      label('县级考评\n日期'),
      label('县级\n得分'),
      label('市级\n得分'),
      label('省级\n得分'),
      label('扣分项、否决项'),
      label('结果'),
    ],
  ],
  rows: rows.map((row, index) => [
    cell(String(index + 1)),
    cell(row.name),
    cell(row.ownerName),
    cell(row.township),
    cell(row.products),
    cell(pointsOrDash(row.self)),
    cell(
      row.countyOn === null
        ? ''
        : `${shortDay(row.countyOn, year)}${row.rounds > 1 ? `\n（第${row.rounds}次）` : ''}`,
    ),
    cell(pointsOrDash(row.county)),
    cell(pointsOrDash(row.city)),
    cell(pointsOrDash(row.province)),
    cell(faultsOf(row)),
    cell(row.stage),
  ]),
  totals: [],
});

/** What the table comes to, in one sentence; used by paper and workbook. */
export function inspectionSummary({ rows, passScore }: InspectionSummaryPaper): string {
  if (rows.length === 0) return '创建名单上目前没有小作坊。';
  const done = rows.filter((row) => row.county !== null);
  if (done.length === 0) return `创建名单共${rows.length}家，县级考评尚未进行。`;
  const passed = done.filter((row) => row.passed).length;
  const failed = done.length - passed;
  const again = done.filter((row) => row.rounds > 1).length;
  const mean = done.reduce((sum, row) => sum + (row.county ?? 0), 0) / done.length;
  return [
    `创建名单共${rows.length}家，县级已考评${done.length}家`,
    again > 0 ? `（其中整改后复查${again}家）` : '',
    `，达标（${formatPoints(passScore)}分以上）${passed}家`,
    failed > 0 ? `，未达标${failed}家` : '',
    `，平均得分${formatPoints(Math.round(mean))}分。`,
  ].join('');
}

/** Under the table of the paper; a workbook leaves such cells empty. */
const DASHES = '得分为“—”的，该级没有考评。';

/** 《考评验收汇总表》: every workshop on the 创建名单 with what each level gave it. */
export const inspectionSummaryDocument = (paper: InspectionSummaryPaper): OfficialDocument =>
  listedReport(paper, '考评验收汇总表', summaryTable(paper), [
    paragraph(inspectionSummary(paper)),
    note(DASHES),
  ]);
