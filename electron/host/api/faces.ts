import { z } from 'zod';
import { clearFace } from '../../../db/bureau/faces.ts';
import type { FaceView } from '../../../db/model/faces.ts';
import { Problem } from '../../../db/model/problems.ts';
import { chooseOfficeFace, type FontFileCheck, fontSources } from '../../../reports/office/faces.ts';
import type { FontJob } from '../../../reports/worker.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, unwrap } from './base.ts';

/** What comes back over the thread's boundary. */
const Views = z.array(
  z.custom<FaceView>((one) => typeof one === 'object' && one !== null && 'sample' in one),
);
const Checked = z.union([
  z.object({ ok: z.literal(true), value: z.object({ face: z.string() }) }),
  z.object({ ok: z.literal(false), problems: z.array(Problem) }),
]);

/** Fonts are opened in a worker thread: the data host answers other calls meanwhile. */
export function facesApi(context: HostContext, session: Session) {
  const run = (job: FontJob): Promise<unknown> => context.pool.run(job);
  const check: FontFileCheck = async (path, role, face) =>
    Checked.parse(await run({ kind: 'fontFile', path, role, face }));
  return {
    list: api.faces.list.handler(async () => {
      const sources = fontSources(session.office(), context.resources.fontsDir);
      return Views.parse(await run({ kind: 'faces', sources }));
    }),
    choose: api.faces.choose.handler(async ({ input: { role, file, face } }) => {
      const path = pathBehind(context.pathOf, file);
      unwrap(await chooseOfficeFace(session.office(), { role, path, face }, check, session.act()));
    }),
    clear: api.faces.clear.handler(async ({ input }) =>
      unwrap(await clearFace(session.office(), input.role, session.act())),
    ),
  };
}
