import { transactEach } from '../../../db/office.ts';
import { recycleBin, restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const recycleApi = (session: Session) => ({
  list: api.recycle.list.handler(() => recycleBin(session.office())),
  restore: api.recycle.restore.handler(({ input }) =>
    unwrap(restoreFromBin(session.office(), input.kind, input.id, session.act())),
  ),
  restoreAll: api.recycle.restoreAll.handler(({ input }) =>
    unwrap(
      transactEach(session.office(), input.records, ({ kind, id }) =>
        restoreFromBin(session.office(), kind, id, session.act()),
      ),
    ),
  ),
});
