import { afterEach, describe, expect, it } from 'vitest';
import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { createYear } from '../../../db/bureau/years.ts';
import { duties, proposeDuties, saveDuties } from '../../../db/mobilisation/duties.ts';
import { meetings, removeMeeting, saveMeeting } from '../../../db/mobilisation/meetings.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { dutyState } from '../../../db/model/mobilisation.ts';
import { paperRecord } from '../../../db/papers/paperRecords.ts';
import { recycleBin, restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { ACT, aprilOffice } from '../aprilOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const MEETING = {
  heldOn: isoDate('2021-03-10'),
  place: '示例会议室',
  host: '示例局长',
  topic: '创建工作动员',
  participants: '各监管所',
  headcount: 26,
  content: '讲明意义和标准。',
};

describe('meetings', () => {
  it('keeps, changes, removes and brings back a meeting', async () => {
    const office = await aprilOffice();
    const id = must(saveMeeting(office, null, MEETING, ACT));
    must(saveMeeting(office, id, { ...MEETING, headcount: 30 }, ACT));
    expect(meetings(office)).toEqual([{ ...MEETING, id, headcount: 30 }]);
    expect(must(paperRecord(office, { paper: 'meetingMinutes', meetingId: id }, ACT.today))).toMatchObject({
      paper: 'meetingMinutes',
      year: 2021,
    });
    must(removeMeeting(office, id, '', ACT));
    expect(meetings(office)).toEqual([]);
    const [kept] = recycleBin(office);
    must(restoreFromBin(office, 'meeting', kept?.id ?? '', ACT));
    expect(meetings(office).map((one) => one.id)).toEqual([id]);
  });

  it('belongs to its year', async () => {
    const office = await aprilOffice();
    const id = must(saveMeeting(office, null, MEETING, ACT));
    must(createYear(office, { year: 2022, quota: 3, programmeName: '名优特', basis: '' }, ACT));
    expect(meetings(office)).toEqual([]);
    expect(codesOf(saveMeeting(office, id, MEETING, ACT))).toEqual(['meeting.unknown']);
  });
});

describe('duties', () => {
  it("begins with the notice's stages, keeps the order, and moves with the year", async () => {
    const office = await aprilOffice();
    const proposed = must(proposeDuties(office, 'notice'));
    expect(proposed.length).toBeGreaterThan(9);
    expect(proposed.at(-1)).toMatchObject({ task: '报送创建工作总结', dueOn: '2021-11-20' });
    expect(codesOf(proposeDuties(office, 'lastYear'))).toEqual(['duty.noLastYear']);
    must(saveDuties(office, proposed, ACT));
    const [first, second, ...rest] = duties(office);
    if (!first || !second) throw new Error('Duties expected');
    must(saveDuties(office, [second, { ...first, doneOn: ACT.today }], ACT));
    expect(duties(office).map((one) => one.id)).toEqual([second.id, first.id]);
    expect(recycleBin(office)).toHaveLength(rest.length);
    must(createYear(office, { year: 2022, quota: 3, programmeName: '名优特', basis: '' }, ACT));
    expect(duties(office)).toEqual([]);
    expect(must(proposeDuties(office, 'lastYear'))[1]).toMatchObject({ dueOn: '2022-03-31', doneOn: null });
    expect(currentCampaign(office).year).toBe(2022);
    expect(codesOf(saveDuties(office, [first], ACT))).toEqual(['duty.unknown']);
  });

  it.each([
    ['2021-03-31', null, 'late'],
    ['2021-04-10', null, 'open'],
    [null, null, 'undated'],
    ['2021-03-31', '2021-04-02', 'done'],
  ])('a duty due %s and done %s is %s', (dueOn, doneOn, state) => {
    const dates = {
      dueOn: dueOn === null ? null : isoDate(dueOn),
      doneOn: doneOn === null ? null : isoDate(doneOn),
    };
    expect(dutyState(dates, ACT.today)).toBe(state);
  });
});
