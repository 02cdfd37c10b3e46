import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { defaultPolicy } from '../../../db/model/policy.ts';
import { type ReadinessFacts, readinessWarnings } from '../../../db/model/readiness.ts';
import { worksTotals } from '../../../db/model/works.ts';

const POLICY = defaultPolicy(2021, 5);
const DAY = isoDate('2021-10-20');
const READY: ReadinessFacts = {
  works: { ...worksTotals([], [], DAY), tasks: 2, finished: 2, closed: 2, spentOwn: fromYuan(10_000) },
  worksStartedOn: isoDate('2021-05-20'),
  changing: false,
  certificate: { certificateNo: '示例1号', certificateValidUntil: DAY },
  people: { staffCount: 3, healthCertificateCount: 3 },
};
const codes = (given: Partial<ReadinessFacts>) =>
  readinessWarnings({ ...READY, ...given }, POLICY, DAY).map((one) => one.code);
const works = (given: Partial<NonNullable<ReadinessFacts['works']>>) => ({
  works: READY.works && { ...READY.works, ...given },
});

describe('readiness for 考评验收', () => {
  it('lacks nothing when all tasks are closed, the money is spent and the certificate is valid that day', () => {
    expect(codes({})).toEqual([]);
  });

  it('names each thing that is lacking, as a warning', () => {
    expect(codes({ works: null })).toEqual(['ready.plan']);
    expect(codes({ worksStartedOn: null })).toEqual(['ready.start']);
    expect(codes(works({ closed: 1 }))).toEqual(['ready.tasks']);
    expect(codes(works({ spentOwn: fromYuan(9999.99) }))).toEqual(['works.ownMoney']);
    expect(codes({ changing: true })).toEqual(['ready.change']);
    expect(codes({ people: { staffCount: 3, healthCertificateCount: 2 } })).toEqual(['ready.health']);
    const [expired] = readinessWarnings(
      { ...READY, certificate: { certificateNo: '示例1号', certificateValidUntil: isoDate('2021-10-19') } },
      POLICY,
      DAY,
    );
    expect(expired).toMatchObject({
      code: 'ready.certificateExpired',
      severity: 'warning',
      found: '2021-10-19',
    });
  });

  it('tells unfinished tasks from those only not struck off', () => {
    const of = (given: Parameters<typeof works>[0]) =>
      readinessWarnings({ ...READY, ...works(given) }, POLICY, DAY)[0]?.message;
    expect(of({ finished: 1, closed: 1 })).toBe('还有1项任务没有完成');
    expect(of({ closed: 0 })).toBe('还有2项任务没有销号');
  });
});
