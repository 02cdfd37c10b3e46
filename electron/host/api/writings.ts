import {
  finishWriting,
  removeWriting,
  reopenWriting,
  saveWriting,
} from '../../../db/summary/writingSteps.ts';
import { writingRows } from '../../../db/summary/writings.ts';
import { createOfficeWriting, renewOfficeWriting, writingView } from '../../../reports/office/writings.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const writingsApi = (context: HostContext, session: Session) => ({
  list: api.writings.list.handler(() => writingRows(session.office())),
  open: api.writings.open.handler(({ input }) =>
    unwrap(writingView(session.office(), input.id, context.today())),
  ),
  create: api.writings.create.handler(({ input }) => ({
    id: unwrap(createOfficeWriting(session.office(), input, session.act())),
  })),
  save: api.writings.save.handler(({ input }) =>
    unwrap(saveWriting(session.office(), input.id, input.edit, session.act())),
  ),
  renew: api.writings.renew.handler(({ input }) =>
    unwrap(renewOfficeWriting(session.office(), input.id, session.act())),
  ),
  finish: api.writings.finish.handler(({ input }) =>
    unwrap(finishWriting(session.office(), input.id, session.act())),
  ),
  reopen: api.writings.reopen.handler(({ input }) =>
    unwrap(reopenWriting(session.office(), input.id, session.act())),
  ),
  remove: api.writings.remove.handler(({ input }) => ({
    binId: unwrap(removeWriting(session.office(), input.id, input.reason, session.act())),
  })),
});
