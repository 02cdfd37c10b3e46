import type { Progress } from '../../../db/model/contract/base.ts';
import type { Problem } from '../../../db/model/problems.ts';
import { SUBMISSION_KINDS } from '../../../db/model/terms.ts';
import { submissions } from '../../../db/submissions.ts';
import { precheckPackage, writeOfficePackage } from '../../../reports/officePackages.ts';
import { makeOfficePaper, saveOfficePapers } from '../../../reports/officePapers.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import type { HostContext } from '../context.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, reporting, unwrap } from './base.ts';

export const papersApi = (context: HostContext, session: Session, shop: PaperShop) => ({
  make: api.papers.make.handler(async ({ input, signal }) =>
    unwrap(
      await makeOfficePaper(session.office(), input.ref, input.format, {
        today: context.today(),
        make: shop.make,
        signal,
      }),
    ),
  ),
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

export const packagesApi = (context: HostContext, session: Session, shop: PaperShop) => ({
  list: api.packages.list.handler(() => submissions(session.office())),
  precheck: api.packages.precheck.handler(({ input }) =>
    precheckPackage(session.office(), input.kind, context.today()),
  ),
  write: api.packages.write.handler(({ input, signal }) =>
    reporting(context, async (onProgress) => {
      const dir = pathBehind(context.pathOf, input.folder);
      const written = unwrap(
        await writeOfficePackage(session.office(), input.kind, dir, session.act(), {
          today: context.today(),
          make: shop.make,
          programVersion: context.version,
          onProgress,
          signal,
        }),
      );
      context.log.info(`package written: ${SUBMISSION_KINDS[input.kind]}`);
      return {
        folderName: written.folderName,
        folderToken: context.rememberPath(written.folder),
        manifestCode: written.manifestCode,
      };
    }),
  ),
  verify: api.packages.verify.handler(({ input, signal }) =>
    reporting(context, async (onProgress) => {
      const { submission: _submission, ...verification } = unwrap(
        await verifyPackage(pathBehind(context.pathOf, input.folder), { signal, onProgress }),
      );
      return verification;
    }),
  ),
});
