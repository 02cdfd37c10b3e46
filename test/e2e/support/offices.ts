import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { startWorks } from '../../../db/works/startWorks.ts';
import { saveProgress } from '../../../db/works/works.ts';
import { must } from '../../db/open/fixtures.ts';
import { actOn, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { newOffice } from './newOffice.ts';

const due = isoDate('2021-08-31');

/** An office in `home` with workshops of these names, whose plans were signed on 2021-05-10; gives the recovery code. */
export async function officeWithSignedPlans(home: string, ...names: readonly string[]): Promise<string> {
  const { office, code } = await newOffice(home);
  for (const name of names) signedPlan(office, name, task('更换地砖', due), task('增设隔断', due));
  office.close();
  return code;
}

/** An office in `home` with one workshop whose works are finished and wait for their 销号; gives the recovery code. */
export async function officeWithFinishedWorks(home: string, name: string): Promise<string> {
  const { office, code } = await newOffice(home);
  const workshopId = signedPlan(office, name, task('更换地砖', due), task('增设隔断', due));
  const { planId } = viewOf(office, workshopId, '2021-05-10');
  must(startWorks(office, planId, isoDate('2021-05-17'), actOn('2021-05-17')));
  const { tasks } = viewOf(office, workshopId, '2021-05-17').current.content;
  const done = tasks.map(({ line }) => ({
    line,
    progressPercent: 100,
    costOwn: fromYuan(6000),
    costOther: fromYuan(1000),
    finishedOn: isoDate('2021-08-20'),
    note: '',
  }));
  must(saveProgress(office, planId, done, actOn('2021-08-25')));
  office.close();
  return code;
}
