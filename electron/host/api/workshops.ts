import { saveApplicant } from '../../../db/workshops/applicants.ts';
import { saveMaterials } from '../../../db/workshops/materials.ts';
import { undoWithdrawal, withdrawApplication } from '../../../db/workshops/withdrawals.ts';
import {
  removedWorkshops,
  removeWorkshop,
  restoreWorkshop,
  revealPrivate,
  workshopPage,
  workshopRows,
} from '../../../db/workshops/workshops.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const workshopsApi = (context: HostContext, session: Session) => ({
  list: api.workshops.list.handler(() => workshopRows(session.office(), context.today())),
  page: api.workshops.page.handler(({ input }) =>
    unwrap(workshopPage(session.office(), input.workshopId, context.today())),
  ),
  save: api.workshops.save.handler(({ input }) => ({
    workshopId: unwrap(saveApplicant(session.office(), input, session.act())),
  })),
  reveal: api.workshops.reveal.handler(({ input }) => ({
    value: unwrap(revealPrivate(session.office(), input.workshopId, input.field, session.act())),
  })),
  saveMaterials: api.workshops.saveMaterials.handler(({ input }) =>
    unwrap(saveMaterials(session.office(), input.applicationId, input.materials, session.act())),
  ),
  withdraw: api.workshops.withdraw.handler(({ input }) =>
    unwrap(withdrawApplication(session.office(), input.applicationId, input.on, input.reason, session.act())),
  ),
  undoWithdraw: api.workshops.undoWithdraw.handler(({ input }) =>
    unwrap(undoWithdrawal(session.office(), input.applicationId, session.act())),
  ),
  remove: api.workshops.remove.handler(({ input }) =>
    unwrap(removeWorkshop(session.office(), input.workshopId, input.reason, session.act())),
  ),
  removed: api.workshops.removed.handler(() => removedWorkshops(session.office())),
  restore: api.workshops.restore.handler(({ input }) =>
    unwrap(restoreWorkshop(session.office(), input.workshopId, session.act())),
  ),
});
