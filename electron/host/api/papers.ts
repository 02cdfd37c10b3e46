import type { Progress } from '../../../db/model/contract/base.ts';
import type { Problem } from '../../../db/model/problems.ts';
import { notePaymentListMade } from '../../../db/payments.ts';
import { makeOfficePaper, saveOfficePapers } from '../../../reports/officePapers.ts';
import type { HostContext } from '../context.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, unwrap } from './base.ts';

export const papersApi = (context: HostContext, session: Session, shop: PaperShop) => ({
  make: api.papers.make.handler(async ({ input: { ref, format }, signal }) => {
    const tools = { today: context.today(), make: shop.make, signal };
    const made = unwrap(await makeOfficePaper(session.office(), ref, format, tools));
    if (ref.paper === 'paymentList') notePaymentListMade(session.office(), ref.batchId, session.act());
    return made;
  }),
  makeMany: api.papers.makeMany.handler(async function* ({
    input,
    signal,
  }): AsyncGenerator<Progress, { made: number; problems: Awaited<ReturnType<typeof finish>>['problems'] }> {
    const folder = pathBehind(context.pathOf, input.folder);
    const total = input.refs.length;
    const tools = { today: context.today(), make: shop.make, signal };
    const saving = saveOfficePapers(session.office(), input.refs, input.format, folder, tools);
    for (let done = 1; ; done++) {
      const step = await saving.next();
      if (step.done) return finish(step.value);
      yield { done, total, current: step.value };
    }
  }),
});

const finish = ({ files, problems }: { files: readonly string[]; problems: readonly Problem[] }) => ({
  made: files.length,
  problems,
});
