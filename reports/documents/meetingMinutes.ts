import type { MeetingMinutesPaper } from '../../db/model/papers/office.ts';
import { cell, column, heading, label, note, paragraphs, signatureFoot, together } from './build.ts';
import type { Block, Cell, Form, OfficialDocument } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { count, day } from './values.ts';

/** Lines left for writing by hand where nothing was typed. */
const ROOM_TO_WRITE = 14;

/** More than this is no cell of a form any more: it stands below as text, and the signatures after its last lines. */
const MOST_IN_CELL = 600;

const COLUMNS = [column(24), column(52), column(24), column(52)];
const form = (...rows: readonly (readonly Cell[])[]): Form => ({ kind: 'form', columns: COLUMNS, rows });

const headRows = ({ meeting }: MeetingMinutesPaper): readonly (readonly Cell[])[] => [
  [label('会议议题'), cell(meeting.topic, { columns: 3 })],
  [label('召开日期'), cell(day(meeting.heldOn)), label('地　　点'), cell(meeting.place)],
  [label('主 持 人'), cell(meeting.host), label('参加人数'), cell(count(meeting.headcount, '人'))],
  [label('参加人员'), cell(meeting.participants, { columns: 3, room: meeting.participants === '' ? 3 : 0 })],
];

const contentRow = ({ meeting: { content } }: MeetingMinutesPaper): readonly Cell[] => [
  label('会议内容'),
  cell(content, { columns: 3, room: content === '' ? ROOM_TO_WRITE : 1 }),
];

const signatureRow: readonly Cell[] = [
  cell('', { columns: 2, room: 1, foot: signatureFoot('记录人签字') }),
  cell('', { columns: 2, room: 1, foot: signatureFoot('主持人签字') }),
];

const ANNEXES = note('附：签到表、会议照片、讲话材料。');

function minutes(paper: MeetingMinutesPaper): readonly Block[] {
  const { participants, content } = paper.meeting;
  // What is yet to be written by hand needs its cell.
  if (content === '' || participants.length + content.length <= MOST_IN_CELL)
    return [form(...headRows(paper), contentRow(paper), signatureRow), ANNEXES];
  return [
    form(...headRows(paper)),
    heading(1, '会议内容'),
    ...paragraphs(content),
    together(form(signatureRow), ANNEXES),
  ];
}

/** 宣传动员会会议记录, for the bureau's own file. */
export function meetingMinutesDocument(paper: MeetingMinutesPaper): OfficialDocument {
  const { bureau, year, meeting } = paper;
  return {
    name: `${year}年${projectName(paper.programmeName)}宣传动员会会议记录`,
    office: bureau.name,
    madeOn: meeting.heldOn,
    layout: 'form',
    orientation: 'portrait',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建工程', '宣传动员会会议记录'],
    subtitle: bureau.name,
    blocks: minutes(paper),
    isPublic: false,
  };
}
