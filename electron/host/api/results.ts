import {
  markOutsideEvent,
  outsideEvents,
  resultPeriod,
  saveOutsideEvent,
} from '../../../db/results/outsideEvents.ts';
import {
  addPassedObjection,
  discardPassedObjection,
  reopenPassedObjection,
  settlePassedObjection,
} from '../../../db/results/passedObjections.ts';
import {
  changeRectification,
  closeRectification,
  demandRectification,
  removeRectification,
  reopenRectification,
} from '../../../db/results/rectifications.ts';
import { decideResults, resultsView, takeBackDecisions } from '../../../db/results/results.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const resultsApi = (context: HostContext, session: Session) => ({
  list: api.results.list.handler(() => resultsView(session.office(), context.today())),
  decide: api.results.decide.handler(({ input }) =>
    unwrap(decideResults(session.office(), input, session.act())),
  ),
  takeBack: api.results.takeBack.handler(({ input }) =>
    unwrap(takeBackDecisions(session.office(), input.workshopIds, input.reason, session.act())),
  ),
  demand: api.results.demand.handler(({ input }) => ({
    id: unwrap(demandRectification(session.office(), input.workshopId, input.rectification, session.act())),
  })),
  changeDemand: api.results.changeDemand.handler(({ input }) =>
    unwrap(changeRectification(session.office(), input.id, input.rectification, input.reason, session.act())),
  ),
  closeDemand: api.results.closeDemand.handler(({ input }) =>
    unwrap(closeRectification(session.office(), input.id, input.done, session.act())),
  ),
  reopenDemand: api.results.reopenDemand.handler(({ input }) =>
    unwrap(reopenRectification(session.office(), input.id, input.reason, session.act())),
  ),
  removeDemand: api.results.removeDemand.handler(({ input }) => ({
    binId: unwrap(removeRectification(session.office(), input.id, input.reason, session.act())),
  })),
  events: api.results.events.handler(() => outsideEvents(session.office(), context.today())),
  period: api.results.period.handler(({ input }) => {
    const { lastDay, warnings } = unwrap(resultPeriod(session.office(), input.firstDay));
    return { lastDay, warnings };
  }),
  saveEvent: api.results.saveEvent.handler(({ input }) => ({
    id: unwrap(saveOutsideEvent(session.office(), input.id, input.event, input.reason, session.act())),
  })),
  removeEvent: api.results.removeEvent.handler(({ input }) =>
    unwrap(markOutsideEvent(session.office(), input.id, 'remove', input.reason, session.act())),
  ),
  restoreEvent: api.results.restoreEvent.handler(({ input }) =>
    unwrap(markOutsideEvent(session.office(), input.id, 'restore', input.reason, session.act())),
  ),
  addObjection: api.results.addObjection.handler(({ input }) => ({
    id: unwrap(addPassedObjection(session.office(), input, session.act())),
  })),
  settleObjection: api.results.settleObjection.handler(({ input }) =>
    unwrap(settlePassedObjection(session.office(), input, session.act())),
  ),
  reopenObjection: api.results.reopenObjection.handler(({ input }) =>
    unwrap(reopenPassedObjection(session.office(), input.id, input.reason, session.act())),
  ),
  discardObjection: api.results.discardObjection.handler(({ input }) => ({
    binId: unwrap(discardPassedObjection(session.office(), input.id, input.reason, session.act())),
  })),
});
