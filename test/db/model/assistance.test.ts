import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assignment,
  assignProblems,
  handOverProblems,
  helperOn,
  openAssignment,
  visitProblems,
} from '../../../db/model/assistance.ts';
import { addDays, type IsoDate, isoDate } from '../../../db/model/dates.ts';
import { AssignmentId, newId, StaffId } from '../../../db/model/ids.ts';

const STAFF = [newId(StaffId), newId(StaffId), newId(StaffId)] as const;
const START = isoDate('2021-04-01');
const TODAY = isoDate('2021-06-10');
const name = (id: StaffId): string => `示例${STAFF.indexOf(id)}`;

interface Step {
  readonly staffId: StaffId;
  readonly day: IsoDate;
}

/** What the data host does with a step that the rules allow; a refused one changes nothing. */
function after(lines: readonly Assignment[], { staffId, day }: Step): readonly Assignment[] {
  const next = { id: newId(AssignmentId), staffId, fromDay: day, untilDay: null, reason: '' };
  if (assignProblems(lines, { fromDay: day }, TODAY).length === 0) return [...lines, next];
  if (handOverProblems(lines, { staffId, onDay: day }, TODAY).length > 0) return lines;
  return [...lines.map((one) => (one.untilDay === null ? { ...one, untilDay: day } : one)), next];
}

const step = fc.record({
  staffId: fc.constantFrom(...STAFF),
  day: fc.integer({ min: 0, max: 90 }).map((days) => addDays(START, days)),
});
const history = fc.array(step, { maxLength: 12 }).map((steps) => steps.reduce(after, []));
const anyDay = fc.integer({ min: -10, max: 100 }).map((days) => addDays(START, days));

describe('whatever is named and handed over', () => {
  it('nobody helps beside another, and nobody is left out once one was named', () => {
    fc.assert(
      fc.property(history, anyDay, (lines, day) => {
        const helping = lines.filter(
          (one) => one.fromDay <= day && (one.untilDay === null || day < one.untilDay),
        );
        const [first] = lines;
        expect(helping.length).toBe(first && first.fromDay <= day ? 1 : 0);
        expect(helperOn(lines, day)).toBe(helping[0]);
      }),
    );
  });

  it('each line begins where the one before ends, and only the last is open', () => {
    fc.assert(
      fc.property(history, (lines) => {
        for (const [index, line] of lines.entries()) {
          const next = lines[index + 1];
          expect(line.untilDay).toBe(next ? next.fromDay : null);
          expect(line.untilDay === null || line.fromDay <= line.untilDay).toBe(true);
          expect(next === undefined || next.staffId !== line.staffId).toBe(true);
          expect(line.fromDay <= TODAY).toBe(true);
        }
        expect(openAssignment(lines)).toBe(lines.at(-1));
      }),
    );
  });

  it('a visit is taken only from the helper of its day, or as a substitute', () => {
    fc.assert(
      fc.property(
        history,
        anyDay,
        fc.constantFrom(...STAFF),
        fc.boolean(),
        (lines, day, staffId, substitute) => {
          const problems = visitProblems(lines, { staffId, visitedOn: day, substitute }, TODAY, name);
          const helper = helperOn(lines, day);
          const allowed = helper !== undefined && day <= TODAY && (substitute || helper.staffId === staffId);
          expect(problems.length === 0).toBe(allowed);
        },
      ),
    );
  });
});

describe('sentences', () => {
  const [one, other] = STAFF;
  const lines: readonly Assignment[] = [
    { id: newId(AssignmentId), staffId: one, fromDay: START, untilDay: null, reason: '' },
  ];
  const codes = (day: string, staffId: StaffId, substitute = false) =>
    visitProblems(lines, { staffId, visitedOn: isoDate(day), substitute }, TODAY, name).map(
      ({ code }) => code,
    );

  it('say what is wrong with a visit', () => {
    expect(codes('2021-06-11', one)).toEqual(['assistance.future']);
    expect(codes('2021-03-31', one)).toEqual(['visit.beforeAssignment']);
    expect(codes('2021-05-01', other)).toEqual(['visit.notHelper']);
    expect(codes('2021-05-01', other, true)).toEqual([]);
    expect(
      visitProblems([], { staffId: one, visitedOn: START, substitute: true }, TODAY, name)[0]?.code,
    ).toBe('visit.unassigned');
  });

  it('say what is wrong with a hand-over', () => {
    const found = handOverProblems(lines, { staffId: one, onDay: isoDate('2021-03-01') }, TODAY);
    expect(found.map(({ code }) => code)).toEqual(['assistance.same', 'assistance.beforeStart']);
    expect(handOverProblems([], { staffId: one, onDay: START }, TODAY)[0]?.code).toBe(
      'assistance.unassigned',
    );
  });
});
