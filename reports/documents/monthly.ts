import { inChinese } from '../../db/model/dates.ts';
import { monthInChinese, quantity, rateText } from '../../db/model/monthly.ts';
import type { MonthlyPaper } from '../../db/model/papers/office.ts';
import { cell, column, heading, label, paragraphs, together } from './build.ts';
import type { OfficialDocument, Table } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';

const monthlyTable = ({ report }: MonthlyPaper): Table => ({
  kind: 'table',
  columns: [
    column(12, 'center'),
    column(38),
    column(32, 'right'),
    column(32, 'right'),
    column(22, 'right'),
    column(44),
  ],
  header: [
    [label('序号'), label('项目'), label('目标任务'), label('实际完成'), label('完成率'), label('备注')],
  ],
  rows: report.lines.map(({ position, item, unit, target, done, rate, note }) => [
    cell(String(position)),
    cell(item),
    cell(quantity(target, unit)),
    cell(quantity(done, unit)),
    cell(rateText(rate)),
    cell(note),
  ]),
  totals: [],
});

/** 进展月报: a table and the same figures in sentences (research §4.5). */
export function monthlyDocument(paper: MonthlyPaper): OfficialDocument {
  const { bureau, report } = paper;
  const project = projectName(paper.programmeName);
  const month = monthInChinese(report.month);
  return {
    name: `${bureau.name}${project}${month}进展月报`,
    office: bureau.name,
    madeOn: report.asOf,
    layout: 'form',
    orientation: 'portrait',
    title: [workshopsInProject(paper.programmeName), '创建工程', '进展月报'],
    subtitle: `${month}　填报单位：${bureau.name}　截至${inChinese(report.asOf)}`,
    addressee: bureau.cityBureau,
    blocks: [
      heading(1, '一、进展情况'),
      monthlyTable(paper),
      heading(1, '二、文字说明'),
      ...paragraphs(report.text),
      together({ kind: 'signOff', office: bureau.name, date: report.asOf, sealRoom: true }),
    ],
    isPublic: false,
  };
}
