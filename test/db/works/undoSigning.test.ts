import { afterEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { revisePlan } from '../../../db/plans/plans.ts';
import { undoSigning } from '../../../db/plans/undoSigning.ts';
import { startWorks, undoStartWorks } from '../../../db/works/startWorks.ts';
import { worksOf } from '../../../db/works/worksRecords.ts';
import { actOn, newOffice, signedPlan, submitAndSign, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

describe('undoSigning', () => {
  it('puts a signed revision back to submitted, while nothing rests on it', async () => {
    const office = await newOffice();
    const workshopId = signedPlan(office, '示例豆腐坊', task('铺地面砖', isoDate('2021-06-30'), 12_000));
    const act = actOn('2021-05-12');
    const view = () => viewOf(office, workshopId, '2021-05-12');
    const { planId, current } = view();
    must(startWorks(office, planId, act.today, act));
    expect(codesOf(undoSigning(office, current.revisionId, '误', act))).toEqual(['signature.works']);
    must(undoStartWorks(office, planId, '误', act));
    must(undoSigning(office, current.revisionId, '登记到了别家', act));
    expect(view().revisions.map((one) => [one.state, one.signatures.length])).toEqual([['submitted', 0]]);
    expect(codesOf(undoSigning(office, current.revisionId, '再撤', act))).toEqual(['signature.none']);
  });

  it('leaves earlier revisions alone once there is a newer one', async () => {
    const office = await newOffice();
    const workshopId = signedPlan(office, '示例豆腐坊', task('铺地面砖', isoDate('2021-06-30'), 12_000));
    const act = actOn('2021-05-12');
    const { planId, current } = viewOf(office, workshopId, '2021-05-12');
    must(revisePlan(office, planId, '增设更衣间', act));
    expect(codesOf(undoSigning(office, current.revisionId, '误', act))).toEqual(['signature.newer']);
    submitAndSign(office, workshopId, '2021-05-12');
    must(startWorks(office, planId, act.today, act));
    const second = viewOf(office, workshopId, '2021-05-12').current.revisionId;
    must(undoSigning(office, second, '登记到了别家', act));
    expect(worksOf(office, workshopId, act.today)).toMatchObject({
      revision: 1,
      pending: { number: 2, state: 'submitted' },
    });
  });
});
