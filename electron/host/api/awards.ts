import { transactEach } from '../../../db/office.ts';
import { confirmPayee, removePayee, revealPayee, savePayee } from '../../../db/payments/payees.ts';
import { settlePayments, undoSettlement } from '../../../db/payments/paymentResults.ts';
import { awardsView, cancelBatch, makeBatch } from '../../../db/payments/payments.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const awardsApi = (context: HostContext, session: Session) => ({
  list: api.awards.list.handler(() => awardsView(session.office(), context.today())),
  savePayee: api.awards.savePayee.handler(({ input }) => ({
    warnings: unwrap(savePayee(session.office(), input.workshopId, input.payee, session.act())),
  })),
  confirmPayees: api.awards.confirmPayees.handler(({ input }) =>
    unwrap(
      transactEach(session.office(), input.workshopIds, (id) =>
        confirmPayee(session.office(), id, input.on, session.act()),
      ),
    ),
  ),
  removePayee: api.awards.removePayee.handler(({ input }) => ({
    binId: unwrap(removePayee(session.office(), input.workshopId, input.reason, session.act())),
  })),
  revealPayee: api.awards.revealPayee.handler(({ input }) => ({
    value: unwrap(revealPayee(session.office(), input.workshopId, input.field, session.act())),
  })),
  makeBatch: api.awards.makeBatch.handler(({ input }) => ({
    batchId: unwrap(makeBatch(session.office(), input, session.act())),
  })),
  cancelBatch: api.awards.cancelBatch.handler(({ input }) =>
    unwrap(cancelBatch(session.office(), input.batchId, input.reason, session.act())),
  ),
  settle: api.awards.settle.handler(({ input }) =>
    unwrap(settlePayments(session.office(), input, session.act())),
  ),
  undoSettle: api.awards.undoSettle.handler(({ input }) =>
    unwrap(undoSettlement(session.office(), input.paymentId, input.reason, session.act())),
  ),
});
