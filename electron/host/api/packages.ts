import { SUBMISSION_KINDS } from '../../../db/model/terms.ts';
import {
  recordReceipt,
  submissionRows,
  submissions,
  undoReceipt,
} from '../../../db/submissions/submissions.ts';
import { precheckPackage, writeOfficePackage } from '../../../reports/office/packages.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import type { HostContext } from '../context.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, reporting, unwrap } from './base.ts';

export const packagesApi = (context: HostContext, session: Session, shop: PaperShop) => ({
  list: api.packages.list.handler(() => submissions(session.office())),
  calendar: api.packages.calendar.handler(() => submissionRows(session.office(), context.today())),
  precheck: api.packages.precheck.handler(({ input }) =>
    precheckPackage(session.office(), input, context.today()),
  ),
  write: api.packages.write.handler(({ input, signal }) =>
    reporting(context, async (onProgress) => {
      const dir = pathBehind(context.pathOf, input.folder);
      const { kind, month, correction } = input;
      const written = unwrap(
        await writeOfficePackage(session.office(), { kind, month, correction }, dir, session.act(), {
          today: context.today(),
          make: shop.make,
          programVersion: context.version,
          onProgress,
          signal,
        }),
      );
      context.log.info(`package written: ${SUBMISSION_KINDS[kind]}`);
      return {
        folderName: written.folderName,
        folderToken: context.rememberPath(written.folder),
        manifestCode: written.manifestCode,
        passphrase: written.passphrase,
      };
    }),
  ),
  recordReceipt: api.packages.recordReceipt.handler(({ input }) =>
    unwrap(recordReceipt(session.office(), input.submissionId, input.receipt, session.act())),
  ),
  undoReceipt: api.packages.undoReceipt.handler(({ input }) =>
    unwrap(undoReceipt(session.office(), input.submissionId, session.act())),
  ),
  verify: api.packages.verify.handler(({ input, signal }) =>
    reporting(context, async (onProgress) =>
      unwrap(await verifyPackage(pathBehind(context.pathOf, input.folder), { signal, onProgress })),
    ),
  ),
});
