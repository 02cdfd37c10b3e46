import { expect, test } from 'vitest';
import type { Due } from '../../../db/model/contract/backup.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { ZERO_FEN } from '../../../db/model/money.ts';
import { menuCounts } from '../../../renderer/app/menuCounts.ts';

const due = (key: string, late: boolean): Due => ({
  key,
  label: key,
  dueOn: isoDate('2021-04-30'),
  workingDueOn: isoDate('2021-04-30'),
  late,
  daysLeft: 0,
  link: '/',
  workshopId: null,
});

test('each entry counts the workshops that wait there, and the home page what is late', () => {
  const counts = menuCounts({
    stageCounts: {
      awaitingReview: 3,
      awaitingSelection: 2,
      publicity: 4,
      publicityOver: 1,
      signed: 5,
      inWorks: 9,
    },
    quota: 10,
    selected: 0,
    plannedOwn: ZERO_FEN,
    plannedOther: ZERO_FEN,
    spentOwn: ZERO_FEN,
    spentOther: ZERO_FEN,
    watches: [{ figure: 'unvisited', count: 2, note: '' }],
    funnel: [],
    schedule: [],
    waitingResults: 6,
    dues: [due('a', true), due('b', false)],
  });
  expect(counts).toEqual({
    '/selection': 5,
    '/publicity': 1,
    '/plans': 5,
    '/mobilisation': 0,
    '/inspections': 0,
    '/results': 6,
    '/submissions': 0,
    '/assistance': 2,
    '/': 1,
  });
});
