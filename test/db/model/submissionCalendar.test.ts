import { describe, expect, it } from 'vitest';
import { workCalendar } from '../../../db/model/calendar.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { Month } from '../../../db/model/monthly.ts';
import { defaultPolicy } from '../../../db/model/policy.ts';
import {
  hasChanges,
  obligations,
  type SentFacts,
  submissionCalendar,
  submissionChanges,
} from '../../../db/model/submissionCalendar.ts';

const policy = defaultPolicy(2021, 8);
const due = (day: string) => obligations(policy, workCalendar(), isoDate(day));

const sent = (madeOn: string, more: Partial<SentFacts> = {}): SentFacts => ({
  id: madeOn,
  kind: 'roster',
  month: null,
  madeOn: isoDate(madeOn),
  replacesId: null,
  ...more,
});

const stateOf = (key: string, day: string, ...packages: SentFacts[]) =>
  submissionCalendar(due(day), packages, isoDate(day)).find((one) => one.key === key);

describe('obligations', () => {
  it('lists every kind, the months begun and the one after, by the working day they are due', () => {
    const rows = due('2021-05-06');
    expect(rows.map((one) => one.key)).toEqual([
      'monthly-2021-04',
      'roster',
      'monthly-2021-05',
      'plans',
      'monthly-2021-06',
      'results',
      'summary',
      'payees',
    ]);
    expect(rows.map((one) => one.workingDueOn)).toEqual(rows.map((one) => one.workingDueOn).toSorted());
  });

  it('moves a rest day to the working day before it', () => {
    // 2021-11-20 is a Saturday, 2021-10-31 a Sunday.
    expect(due('2021-04-01')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'summary', dueOn: '2021-11-20', workingDueOn: '2021-11-19' }),
        expect.objectContaining({ key: 'results', dueOn: '2021-10-31', workingDueOn: '2021-10-29' }),
      ]),
    );
  });

  it('ends the monthly reports with the year’s work', () => {
    const months = due('2021-12-20').filter((one) => one.kind === 'monthly');
    expect(months.map((one) => one.month)).toContain('2021-11');
    expect(months.map((one) => one.month)).not.toContain('2021-12');
  });
});

describe('submissionCalendar', () => {
  it.each([
    ['2021-04-19', 'notYet', 11],
    ['2021-04-20', 'due', 10],
    ['2021-04-30', 'due', 0],
    ['2021-05-01', 'overdue', -1],
  ])('on %s a list nobody handed up is %s', (day, state, daysLeft) => {
    expect(stateOf('roster', day)).toMatchObject({ state, daysLeft, last: null });
  });

  it('tells handed up, corrected and handed up late', () => {
    const first = sent('2021-04-28');
    const second = sent('2021-05-02', { replacesId: first.id });
    expect(stateOf('roster', '2021-05-03', first)).toMatchObject({ state: 'sent', sentLate: false });
    expect(stateOf('roster', '2021-05-03', first, second)).toMatchObject({
      state: 'corrected',
      last: { id: second.id },
      sentLate: false,
    });
    expect(stateOf('roster', '2021-05-03', sent('2021-05-02'))).toMatchObject({
      state: 'sent',
      sentLate: true,
    });
  });

  it('keeps the months apart', () => {
    const may = sent('2021-05-24', { kind: 'monthly', month: Month.parse('2021-05') });
    expect(stateOf('monthly-2021-05', '2021-05-26', may)?.state).toBe('sent');
    expect(stateOf('monthly-2021-04', '2021-05-26', may)?.state).toBe('overdue');
  });
});

describe('submissionChanges', () => {
  const one = (id: string, name: string, digest = '1') => ({ id, name, digest });

  it('names what came, went and reads differently', () => {
    const before = [one('a', '甲'), one('b', '乙'), one('c', '丙')];
    const after = [one('a', '甲'), one('b', '乙', '2'), one('d', '丁')];
    expect(submissionChanges(before, after)).toEqual({ added: ['丁'], removed: ['丙'], altered: ['乙'] });
    expect(hasChanges(submissionChanges(before, before))).toBe(false);
  });

  it('takes a new version under a new id for an alteration', () => {
    expect(submissionChanges([one('v1', '甲')], [one('v2', '甲', '2')])).toEqual({
      added: [],
      removed: [],
      altered: ['甲'],
    });
  });
});
