import { join } from 'node:path';
import { PROFILE } from '../../../build/demo/fictional.ts';
import { repoResources } from '../../../build/resources.ts';
import { setUpOffice } from '../../../db/bureau/bureau.ts';
import { OfficeProfile } from '../../../db/model/bureau.ts';
import { formatRecoveryCode } from '../../../db/model/recoveryCode.ts';
import { createOffice } from '../../../db/open/create.ts';
import { must } from '../../db/open/fixtures.ts';
import { actOn } from '../../fixtures/plannedOffice.ts';

/** The fictional bureau's data in `home`, open, and the recovery code as a clerk types it. */
export async function newOffice(home: string) {
  const act = actOn('2021-04-01');
  const opening = { program: 'commandLine', at: act.at } as const;
  const { office, recoveryCode } = must(await createOffice(join(home, 'data'), repoResources(), opening));
  must(setUpOffice(office, OfficeProfile.parse(PROFILE), act));
  return { office, code: formatRecoveryCode(recoveryCode) };
}
