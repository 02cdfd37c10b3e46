import { readPicked } from '../../../db/attachments/attachmentFiles.ts';
import { officeTemplates, removeTemplate, templateFile } from '../../../db/bureau/officeTemplates.ts';
import type { PaperTools } from '../../../reports/office/papers.ts';
import {
  adoptTemplate,
  previewTemplate,
  sampleOf,
  templatePlaceholders,
  triedTemplate,
} from '../../../reports/office/templates.ts';
import type { HostContext } from '../context.ts';
import type { OpenCopy } from '../openedCopies.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, unwrap } from './base.ts';

export function templatesApi(context: HostContext, session: Session, shop: PaperShop, openCopy: OpenCopy) {
  const picked = async (token: string) => unwrap(await readPicked(pathBehind(context.pathOf, token)));
  const tools = (signal: AbortSignal | undefined): PaperTools => ({
    today: context.today(),
    make: shop.make,
    signal,
  });
  return {
    list: api.templates.list.handler(() => officeTemplates(session.office())),
    placeholders: api.templates.placeholders.handler(({ input }) => templatePlaceholders(input.paper)),
    sample: api.templates.sample.handler(async ({ input }) => unwrap(await sampleOf(input))),
    preview: api.templates.preview.handler(async ({ input: { file, ...which }, signal }) =>
      unwrap(await previewTemplate(session.office(), which, await picked(file), tools(signal))),
    ),
    tryFile: api.templates.tryFile.handler(async ({ input: { file, ...which }, signal }) => {
      const office = session.office();
      const made = unwrap(await triedTemplate(office, which, await picked(file), tools(signal)));
      return unwrap(await openCopy(made));
    }),
    use: api.templates.use.handler(async ({ input: { file, ...which }, signal }) => {
      const office = session.office();
      unwrap(await adoptTemplate(office, which, await picked(file), tools(signal), session.act()));
    }),
    file: api.templates.file.handler(async ({ input }) =>
      unwrap(await templateFile(session.office(), input)),
    ),
    remove: api.templates.remove.handler(({ input }) => ({
      kind: 'officeTemplate',
      id: unwrap(removeTemplate(session.office(), input.id, '', session.act())),
    })),
  };
}
