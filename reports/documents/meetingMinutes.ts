import type { MeetingMinutesPaper } from '../../db/model/papers/office.ts';
import { cell, column, label, signatureFoot } from './build.ts';
import type { Form, OfficialDocument } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { count, day } from './values.ts';

/** Lines left for writing by hand where nothing was typed. */
const ROOM_TO_WRITE = 14;

const minutes = ({ meeting }: MeetingMinutesPaper): Form => ({
  kind: 'form',
  columns: [column(24), column(52), column(24), column(52)],
  rows: [
    [label('会议议题'), cell(meeting.topic, { columns: 3 })],
    [label('召开日期'), cell(day(meeting.heldOn)), label('地　　点'), cell(meeting.place)],
    [label('主 持 人'), cell(meeting.host), label('参加人数'), cell(count(meeting.headcount, '人'))],
    [
      label('参加人员'),
      cell(meeting.participants, { columns: 3, room: meeting.participants === '' ? 3 : 0 }),
    ],
    [
      label('会议内容'),
      cell(meeting.content, { columns: 3, room: meeting.content === '' ? ROOM_TO_WRITE : 1 }),
    ],
    [
      cell('', { columns: 2, room: 1, foot: signatureFoot('记录人签字') }),
      cell('', { columns: 2, room: 1, foot: signatureFoot('主持人签字') }),
    ],
  ],
});

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
    blocks: [minutes(paper), { kind: 'note', text: '附：签到表、会议照片、讲话材料。' }],
    isPublic: false,
  };
}
