import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { dutiesOfNotice } from '../../../db/model/mobilisation.ts';
import type { DutyTablePaper, MeetingMinutesPaper } from '../../../db/model/papers/office.ts';
import { defaultPolicy } from '../../../db/model/policy.ts';
import { documentOf } from '../../../reports/documents/document.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { dutyTableWorkbook } from '../../../reports/excel/dutyTable.ts';
import { fileNameOf } from '../../../reports/fileNames.ts';
import { bureau } from './samples.ts';

const head = { bureau, year: 2021, programmeName: '名优特' };
const who = { section: bureau.section, sectionHead: '示例乙', leader: '示例丙' };
const minutes: MeetingMinutesPaper = {
  paper: 'meetingMinutes',
  ...head,
  meeting: {
    heldOn: isoDate('2021-03-10'),
    place: '示例会议室',
    host: '示例甲',
    topic: '创建工作宣传动员',
    participants: '各监管所',
    headcount: 36,
    content: '讲明意义。',
  },
};
const [first, ...rest] = dutiesOfNotice(defaultPolicy(2021, 8), who);
const table: DutyTablePaper = {
  paper: 'dutyTable',
  ...head,
  asOf: isoDate('2021-04-10'),
  duties: first ? [{ ...first, doneOn: isoDate('2021-03-05') }, ...rest] : [],
};

describe('meetingMinutesDocument', () => {
  it('tells when, where, who and what, with places to sign', () => {
    const text = textOf(documentOf(minutes)).join('\n');
    for (const part of ['2021年3月10日', '示例会议室', '36人', '讲明意义。', '记录人签字', '主持人签字']) {
      expect(text).toContain(part);
    }
    expect(fileNameOf(minutes, 'pdf')).toBe('宣传动员会会议记录_2021-03-10_创建工作宣传动员.pdf');
  });
});

describe('dutyTableDocument', () => {
  const text = textOf(documentOf(table)).join('\n');

  it('tells what is done, what is late, and leaves room for the rest', () => {
    expect(text).toContain('3月5日完成');
    expect(text).toContain('已逾期');
    expect(text).not.toContain('未完成');
    expect(text).toContain('贯穿全年');
    expect(text).toContain('完成情况截至2021年4月10日');
  });

  it('has the same rows as a workbook', () => {
    const { rows } = dutyTableWorkbook(table);
    expect(rows).toHaveLength(table.duties.length);
    expect(rows.map((row) => row[1])).toEqual(table.duties.map((duty) => duty.task));
  });
});
