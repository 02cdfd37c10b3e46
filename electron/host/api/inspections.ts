import { inspectionList, inspectionPage } from '../../../db/inspections/inspectionList.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const inspectionsApi = (context: HostContext, session: Session) => ({
  list: api.inspections.list.handler(() => inspectionList(session.office(), context.today())),
  page: api.inspections.page.handler(({ input }) =>
    unwrap(inspectionPage(session.office(), input.workshopId, context.today())),
  ),
});
