import { assistanceList, assistanceOf } from '../../../db/assistance/assistance.ts';
import { assignHelper, handOver, undoAssignment } from '../../../db/assistance/helperAssignments.ts';
import { addVisit, changeVisit, removeVisit } from '../../../db/assistance/visits.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const assistanceApi = (context: HostContext, session: Session) => ({
  list: api.assistance.list.handler(({ input }) =>
    assistanceList(session.office(), input.days, context.today()),
  ),
  of: api.assistance.of.handler(({ input }) =>
    unwrap(assistanceOf(session.office(), input.workshopId, context.today())),
  ),
  assign: api.assistance.assign.handler(({ input }) => ({
    assigned: unwrap(assignHelper(session.office(), input, session.act())),
  })),
  handOver: api.assistance.handOver.handler(({ input }) => ({
    handedOver: unwrap(handOver(session.office(), input, session.act())),
  })),
  undoAssignment: api.assistance.undoAssignment.handler(({ input }) =>
    unwrap(undoAssignment(session.office(), input.workshopId, session.act())),
  ),
  addVisit: api.assistance.addVisit.handler(({ input }) => ({
    visitId: unwrap(addVisit(session.office(), input.workshopId, input.visit, session.act())),
  })),
  changeVisit: api.assistance.changeVisit.handler(({ input }) =>
    unwrap(changeVisit(session.office(), input.visitId, input.visit, input.reason, session.act())),
  ),
  removeVisit: api.assistance.removeVisit.handler(({ input }) => ({
    binId: unwrap(removeVisit(session.office(), input.visitId, input.reason, session.act())),
  })),
});
