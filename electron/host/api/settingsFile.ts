import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { applySettings, exportSettings, previewSettings } from '../../../reports/office/settings.ts';
import type { HostContext } from '../context.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, unwrap } from './base.ts';

export function settingsFileApi(context: HostContext, session: Session, shop: PaperShop) {
  const picked = async (token: string) => {
    const path = pathBehind(context.pathOf, token);
    const bytes = unwrap(await guardFiles(path, () => readFile(path)));
    return { fileName: basename(path), bytes: new Uint8Array(bytes) };
  };
  return {
    export: api.settingsFile.export.handler(async () =>
      unwrap(await exportSettings(session.office(), session.act())),
    ),
    preview: api.settingsFile.preview.handler(async ({ input }) =>
      unwrap(await previewSettings(session.office(), await picked(input.file))),
    ),
    apply: api.settingsFile.apply.handler(async ({ input, signal }) => {
      const tools = { today: context.today(), make: shop.make, signal };
      const file = await picked(input.file);
      return {
        applied: unwrap(await applySettings(session.office(), file, input.parts, tools, session.act())),
      };
    }),
  };
}
