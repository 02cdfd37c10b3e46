import { addObjection, settleObjection } from '../../../db/objections.ts';
import { cancelPublicity, proposePublicity, publicities } from '../../../db/publicity.ts';
import { confirmRoster, rosters } from '../../../db/rosters.ts';
import { publicise } from '../../../reports/officePublicity.ts';
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
  addObjection: api.publicity.addObjection.handler(({ input }) => ({
    objectionId: unwrap(addObjection(session.office(), input, session.act())),
  })),
  settleObjection: api.publicity.settleObjection.handler(({ input }) =>
    unwrap(settleObjection(session.office(), input, session.act())),
  ),
  confirmRoster: api.publicity.confirmRoster.handler(({ input }) => ({
    rosterId: unwrap(confirmRoster(session.office(), input.publicityId, input.confirmedOn, session.act())),
  })),
  rosters: api.publicity.rosters.handler(() => rosters(session.office())),
});
