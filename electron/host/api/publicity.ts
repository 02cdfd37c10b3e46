import { addObjection } from '../../../db/publicity/objections.ts';
import {
  cancelPublicity,
  proposePublicity,
  recordPosting,
  restorePublicity,
} from '../../../db/publicity/publicity.ts';
import { publicities } from '../../../db/publicity/publicityViews.ts';
import { confirmRoster, rosters, undoRoster } from '../../../db/publicity/rosters.ts';
import { discardObjection, reopenObjection, settleObjection } from '../../../db/publicity/settlements.ts';
import { publicise } from '../../../reports/office/publicity.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const publicityApi = (context: HostContext, session: Session) => ({
  list: api.publicity.list.handler(() => publicities(session.office(), context.today())),
  propose: api.publicity.propose.handler(({ input }) =>
    unwrap(proposePublicity(session.office(), input, context.today())),
  ),
  create: api.publicity.create.handler(({ input }) => ({
    publicityId: unwrap(publicise(session.office(), input, session.act())),
  })),
  cancel: api.publicity.cancel.handler(({ input }) =>
    unwrap(cancelPublicity(session.office(), input.publicityId, input.reason, session.act())),
  ),
  restore: api.publicity.restore.handler(({ input }) =>
    unwrap(restorePublicity(session.office(), input.publicityId, input.reason, session.act())),
  ),
  recordPosting: api.publicity.recordPosting.handler(({ input }) =>
    unwrap(recordPosting(session.office(), input, session.act())),
  ),
  addObjection: api.publicity.addObjection.handler(({ input }) => ({
    objectionId: unwrap(addObjection(session.office(), input, session.act())),
  })),
  settleObjection: api.publicity.settleObjection.handler(({ input }) =>
    unwrap(settleObjection(session.office(), input, session.act())),
  ),
  reopenObjection: api.publicity.reopenObjection.handler(({ input }) =>
    unwrap(reopenObjection(session.office(), input.objectionId, input.reason, session.act())),
  ),
  discardObjection: api.publicity.discardObjection.handler(({ input }) =>
    unwrap(discardObjection(session.office(), input.objectionId, input.reason, session.act())),
  ),
  confirmRoster: api.publicity.confirmRoster.handler(({ input }) => ({
    rosterId: unwrap(confirmRoster(session.office(), input.publicityId, input.confirmedOn, session.act())),
  })),
  undoRoster: api.publicity.undoRoster.handler(({ input }) =>
    unwrap(undoRoster(session.office(), input.rosterId, input.reason, session.act())),
  ),
  rosters: api.publicity.rosters.handler(() => rosters(session.office())),
});
