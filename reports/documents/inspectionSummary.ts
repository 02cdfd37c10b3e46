import type { InspectionSummaryPaper } from '../../db/model/papers/scoring.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { cell, column, label, paragraph } from './build.ts';
import { listedReport } from './listedReport.ts';
import type { OfficialDocument, Table } from './official.ts';

const points = (value: number | null): string => (value === null ? '' : formatPoints(value));

/** Deducted lines of the county, then what was vetoed above it; used by paper and workbook. */
export const faultsOf = ({ deducted, vetoes }: InspectionSummaryPaper['rows'][number]): string =>
  [deducted, vetoes].filter((one) => one !== '').join('；');

const summaryTable = ({ rows }: InspectionSummaryPaper): Table => ({
  kind: 'table',
  columns: [
    column(9, 'center'),
    column(36),
    column(16, 'center'),
    column(20, 'center'),
    column(22),
    column(13, 'center'),
    column(22, 'center'),
    column(13, 'center'),
    column(13, 'center'),
    column(13, 'center'),
    column(36),
    column(38),
  ],
  header: [
    [
      label('序号'),
      label('小作坊名称'),
      label('业主'),
      label('乡镇\n（街道）'),
      label('主要产品'),
      label('自查'),
      label('县级考评日期'),
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
    cell(points(row.self)),
    cell(row.countyOn === null ? '' : `${row.countyOn}${row.rounds > 1 ? `\n（第${row.rounds}次）` : ''}`),
    cell(points(row.county)),
    cell(points(row.city)),
    cell(points(row.province)),
    cell(faultsOf(row)),
    cell(row.stage),
  ]),
  totals: [],
});

/** What the table comes to, in one sentence; used by paper and workbook. */
export function inspectionSummary({ rows, passScore }: InspectionSummaryPaper): string {
  const done = rows.filter((row) => row.county !== null);
  const passed = done.filter((row) => row.passed);
  const again = done.filter((row) => row.rounds > 1).length;
  const mean = done.reduce((sum, row) => sum + (row.county ?? 0), 0) / Math.max(1, done.length);
  return [
    `创建名单共${rows.length}家，已县级考评${done.length}家`,
    done.length === 0
      ? ''
      : `，达到合格分（${formatPoints(passScore)}分）${passed.length}家，未达到${done.length - passed.length}家`,
    again > 0 ? `，其中经复查${again}家` : '',
    done.length === 0 ? '' : `，平均${formatPoints(Math.round(mean))}分`,
    '。',
  ].join('');
}

/** 《考评验收汇总表》: every workshop on the 创建名单 with what each level gave it. */
export const inspectionSummaryDocument = (paper: InspectionSummaryPaper): OfficialDocument =>
  listedReport(paper, '考评验收汇总表', summaryTable(paper), [paragraph(inspectionSummary(paper))]);
