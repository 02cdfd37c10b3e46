import { notePrints } from '../../../db/papers/printLog.ts';
import { notePaymentListMade } from '../../../db/payments/payments.ts';
import { makeOfficePaper, saveOfficePapers } from '../../../reports/office/papers.ts';
import { explainPapers } from '../../../reports/office/privacyReasons.ts';
import { logBug } from '../bugs.ts';
import type { HostContext } from '../context.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, reporting, unwrap } from './base.ts';

export const papersApi = (context: HostContext, session: Session, shop: PaperShop) => ({
  make: api.papers.make.handler(async ({ input: { ref, format }, signal }) => {
    const tools = { today: context.today(), make: shop.make, signal };
    const made = unwrap(await makeOfficePaper(session.office(), ref, format, tools));
    if (ref.paper === 'paymentList') notePaymentListMade(session.office(), ref.batchId, session.act());
    return made;
  }),
  explain: api.papers.explain.handler(({ input: { ref, reason } }) =>
    unwrap(explainPapers(session.office(), [ref], reason, session.act())),
  ),
  makeMany: api.papers.makeMany.handler(({ input: { refs, format, folder }, signal }) => {
    const path = pathBehind(context.pathOf, folder);
    const office = session.office();
    const tools = { today: context.today(), make: shop.make, onBug: logBug(context), signal };
    return reporting(context, async (report) => {
      const saving = saveOfficePapers(office, refs, format, path, tools);
      let done = 0;
      let step = await saving.next();
      while (!step.done) {
        done += 1;
        report({ done, total: refs.length, current: step.value });
        step = await saving.next();
      }
      const { saved, problems } = step.value;
      unwrap(notePrints(office, saved, 'file', session.act()));
      return { made: saved.length, problems };
    });
  }),
});
