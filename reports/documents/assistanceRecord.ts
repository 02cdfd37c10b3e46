import { helperOn } from '../../db/model/assistance.ts';
import { inChinese } from '../../db/model/dates.ts';
import type { AssistanceRecordPaper } from '../../db/model/papers/assistance.ts';
import { cell, column, heading, label, note, paragraph, signatureFoot, together } from './build.ts';
import type { Block, Cell, Form, OfficialDocument, Table } from './official.ts';
import { workshopsName } from './programme.ts';
import { day, shortDay } from './values.ts';

type Visit = AssistanceRecordPaper['visits'][number];

const progress = ({ progressPercent }: Visit): string =>
  progressPercent === null ? '' : `${progressPercent}%`;

const visitor = ({ staffName, substitute }: Visit): string =>
  substitute ? `${staffName}（代为走访）` : staffName;

/** On the form of one visit the helper of that day, else the one of now. */
function basics({ workshop, bureau, assignments, visits, single }: AssistanceRecordPaper): Form {
  const wide = { columns: 3 };
  const [visit] = visits;
  const helper = single && visit ? helperOn(assignments, visit.visitedOn) : assignments.at(-1);
  return {
    kind: 'form',
    columns: [column(16), column(30), column(16), column(30)],
    rows: [
      [label('小作坊名称'), cell(workshop.name, wide)],
      [label('业主'), cell(workshop.ownerName), label('帮扶责任人'), cell(helper?.name ?? '')],
      [label('生产加工地址'), cell(workshop.address, wide)],
      [label('主要产品'), cell(workshop.products, wide)],
      [label('帮扶单位'), cell(bureau.name, wide)],
    ],
  };
}

const helpers = ({ assignments }: AssistanceRecordPaper): Table => ({
  kind: 'table',
  columns: [
    column(10, 'center'),
    column(24, 'center'),
    column(26, 'center'),
    column(26, 'center'),
    column(54),
  ],
  header: [[label('序号'), label('帮扶责任人'), label('开始日期'), label('结束日期'), label('移交原因')]],
  rows: assignments.map(({ name, fromDay, untilDay, reason }, index) => [
    cell(String(index + 1)),
    cell(name),
    cell(day(fromDay)),
    cell(untilDay === null ? '至今' : day(untilDay)),
    cell(reason),
  ]),
  totals: [],
});

const log = ({ visits, year }: AssistanceRecordPaper): Table => ({
  kind: 'table',
  columns: [
    column(9, 'center'),
    column(18, 'center'),
    column(21, 'center'),
    column(44),
    column(38),
    column(26),
    column(14, 'center'),
  ],
  header: [
    [
      label('序号'),
      label('走访日期'),
      label('走访人'),
      label('走访情况'),
      label('指导意见'),
      label('业主反馈'),
      label('改造\n进度'),
    ],
  ],
  rows: visits.map((visit, index) => [
    cell(String(index + 1)),
    cell(shortDay(visit.visitedOn, year)),
    cell(visitor(visit)),
    cell(visit.findings),
    cell(visit.advice),
    cell(visit.ownerResponse),
    cell(progress(visit)),
  ]),
  totals: [],
});

const VISIT_COLUMNS = [column(16), column(30), column(16), column(30)];
const visitForm = (...rows: readonly (readonly Cell[])[]): Form => ({
  kind: 'form',
  columns: VISIT_COLUMNS,
  rows,
});

/** More than this does not fit on one page: then the signatures go along with the row above them. */
const MOST_ON_PAGE = 400;

/** One visit on a form of its own, with room to sign on the spot; blank to be taken along. */
function oneVisit(visit: Visit | undefined): readonly Block[] {
  const photos = visit === undefined ? '' : visit.photos === 0 ? '无' : `${visit.photos}张，存电子档案`;
  const said = (title: string, text: string | undefined, room: number): readonly Cell[] => [
    label(title),
    cell(text ?? '', { columns: 3, room: text === undefined ? 2 * room : room }),
  ];
  const rows = [
    [
      label('走访日期'),
      cell(day(visit?.visitedOn ?? null)),
      label('走访人'),
      cell(visit ? visitor(visit) : ''),
    ],
    [label('改造进度'), cell(visit ? progress(visit) : ''), label('现场照片'), cell(photos)],
    said('走访情况', visit?.findings, 3),
    said('指导意见', visit?.advice, 3),
  ];
  const last = [
    said('业主反馈', visit?.ownerResponse, 2),
    [
      cell('', { columns: 2, room: 1, foot: signatureFoot('业主签字') }),
      cell('', { columns: 2, room: 1, foot: signatureFoot('走访人签字') }),
    ],
  ];
  const written = visit ? [visit.findings, visit.advice, visit.ownerResponse].join('').length : 0;
  return written <= MOST_ON_PAGE
    ? [visitForm(...rows, ...last)]
    : [visitForm(...rows), together(visitForm(...last))];
}

function visitBlocks(paper: AssistanceRecordPaper): readonly Block[] {
  if (paper.visits.length === 0) return [paragraph(`截至${inChinese(paper.asOf)}，尚无走访记录。`)];
  const substituted = paper.visits.some((one) => one.substitute);
  return [log(paper), ...(substituted ? [note(SUBSTITUTE_NOTE)] : [])];
}

const SUBSTITUTE_NOTE = '“代为走访”指当天的帮扶责任人没有到场，由他人前往。';

function wholeYear(paper: AssistanceRecordPaper): readonly Block[] {
  return [
    heading(1, '一、基本情况'),
    basics(paper),
    heading(1, '二、帮扶责任人'),
    paper.assignments.length === 0 ? paragraph('尚未确定帮扶责任人。') : helpers(paper),
    heading(1, `三、走访记录（共${paper.visits.length}次）`),
    ...visitBlocks(paper),
    together({ kind: 'signOff', office: paper.bureau.name, date: paper.asOf, sealRoom: true }),
  ];
}

/** 《帮扶记录表》: of one visit (or none yet) with room for signatures, or of the whole year. */
export function assistanceRecordDocument(paper: AssistanceRecordPaper): OfficialDocument {
  const { bureau, year, workshop, visits, single, asOf } = paper;
  const [visit] = visits;
  return {
    name: `${workshop.name}帮扶记录表`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'form',
    orientation: 'portrait',
    title: [workshopsName(paper.programmeName), '帮扶记录表'],
    subtitle: `（${year}年度）`,
    blocks: single
      ? [heading(1, '一、基本情况'), basics(paper), heading(1, '二、走访情况'), ...oneVisit(visit)]
      : wholeYear(paper),
    isPublic: false,
  };
}
