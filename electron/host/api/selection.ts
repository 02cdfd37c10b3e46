import { decideSelection, rankingView } from '../../../db/selection/ranking.ts';
import { replaceWorkshop, vacancies } from '../../../db/selection/replacement.ts';
import {
  changeQuota,
  deselectApplications,
  retractReview,
  reviewApplications,
  selectApplications,
} from '../../../db/selection/selection.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const selectionApi = (context: HostContext, session: Session) => ({
  review: api.selection.review.handler(({ input }) => ({
    reviewed: unwrap(reviewApplications(session.office(), input, session.act())),
  })),
  retractReview: api.selection.retractReview.handler(({ input }) =>
    unwrap(retractReview(session.office(), input.applicationId, input.level, input.reason, session.act())),
  ),
  ranking: api.selection.ranking.handler(() => rankingView(session.office(), context.today())),
  decide: api.selection.decide.handler(({ input }) =>
    unwrap(decideSelection(session.office(), input.decisions, session.act())),
  ),
  select: api.selection.select.handler(({ input }) => ({
    selected: unwrap(selectApplications(session.office(), input.applicationIds, input.reason, session.act())),
  })),
  deselect: api.selection.deselect.handler(({ input }) =>
    unwrap(deselectApplications(session.office(), input.applicationIds, input.reason, session.act())),
  ),
  vacancies: api.selection.vacancies.handler(() => vacancies(session.office(), context.today())),
  replace: api.selection.replace.handler(({ input }) =>
    unwrap(replaceWorkshop(session.office(), input, session.act())),
  ),
  raiseQuota: api.selection.raiseQuota.handler(({ input }) =>
    unwrap(changeQuota(session.office(), input.quota, input.reason, session.act())),
  ),
});
