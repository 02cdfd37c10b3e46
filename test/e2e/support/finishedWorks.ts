import { join } from 'node:path';
import { PROFILE } from '../../../build/demo/fictional.ts';
import { repoResources } from '../../../build/resources.ts';
import { setUpOffice } from '../../../db/bureau.ts';
import { OfficeProfile } from '../../../db/model/bureau.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { formatRecoveryCode } from '../../../db/model/recoveryCode.ts';
import { createOffice } from '../../../db/open/create.ts';
import { startWorks } from '../../../db/startWorks.ts';
import { saveProgress } from '../../../db/works.ts';
import { must } from '../../db/open/fixtures.ts';
import { actOn, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';

/** An office in `home` with one workshop whose works are finished and wait for their 销号; gives the recovery code. */
export async function officeWithFinishedWorks(home: string, name: string): Promise<string> {
  const { at, ...act } = actOn('2021-04-01');
  const made = must(await createOffice(join(home, 'data'), repoResources(), { program: 'commandLine', at }));
  const { office } = made;
  must(setUpOffice(office, OfficeProfile.parse(PROFILE), { ...act, at }));
  const due = isoDate('2021-08-31');
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
  return formatRecoveryCode(made.recoveryCode);
}
