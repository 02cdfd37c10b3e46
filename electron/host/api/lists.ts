import { removeView, savedViews, saveView } from '../../../db/bureau/views.ts';
import { monthlyOf, monthsOf } from '../../../db/summary/monthly.ts';
import { makeListWorkbook } from '../../../reports/office/lists.ts';
import type { HostContext } from '../context.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const listsApi = (context: HostContext, session: Session, shop: PaperShop) => ({
  export: api.lists.export.handler(async ({ input, signal }) =>
    unwrap(
      await makeListWorkbook(session.office(), input, { today: context.today(), make: shop.make, signal }),
    ),
  ),
  views: api.lists.views.handler(({ input }) => savedViews(session.office(), input.listId)),
  saveView: api.lists.saveView.handler(({ input }) =>
    unwrap(saveView(session.office(), input.listId, input.view, session.act())),
  ),
  removeView: api.lists.removeView.handler(({ input }) =>
    unwrap(removeView(session.office(), input.listId, input.name, session.act())),
  ),
});

export const monthlyApi = (context: HostContext, session: Session) => ({
  months: api.monthly.months.handler(() => monthsOf(session.office(), context.today())),
  report: api.monthly.report.handler(({ input }) =>
    unwrap(monthlyOf(session.office(), input.month, context.today())),
  ),
});
