import type { Command } from 'commander';
import { z } from 'zod';
import { clearFace } from '../../../db/bureau/faces.ts';
import { FACE_ORIGINS, FACE_ROLES, FaceRole } from '../../../db/model/faces.ts';
import { problem } from '../../../db/model/problems.ts';
import { chooseOfficeFace, fontSources } from '../../../reports/office/faces.ts';
import { repoResources } from '../../resources.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

/** What each role is set in. */
async function list({ office }: Workspace): Promise<Outcome> {
  const { describeFaces } = await import('../../../reports/fonts/describeFaces.ts');
  const views = describeFaces(fontSources(office, repoResources().fontsDir));
  const faces = views.map(({ sample: _, ...view }) => view);
  const lines = faces.map(
    ({ role, origin, family, fileName, chosenIsMissing }) =>
      `${FACE_ROLES[role]}\t${family}\t${fileName}\t${FACE_ORIGINS[origin]}${chosenIsMissing ? '（指定的文件不见了或已损坏）' : ''}`,
  );
  return done({ faces }, ...lines);
}

const Options = z.object({
  role: FaceRole.optional(),
  set: z.string().optional(),
  face: z.string().optional(),
  unset: z.boolean().default(false),
});

async function run(
  { role, set, face, unset }: z.infer<typeof Options>,
  workspace: Workspace,
): Promise<Outcome> {
  const { office, act } = workspace;
  if (set === undefined && !unset) return list(workspace);
  if (role === undefined || (set !== undefined && unset)) {
    return refusedWith([
      problem('option.role', '请用 --role 写明字体的用途，并在 --set 和 --unset 中选一个', {
        field: 'role',
        expected: FaceRole.options.join('、'),
      }),
    ]);
  }
  const { checkFontFile } = await import('../../../reports/fonts/fontFile.ts');
  const changed =
    set === undefined
      ? await clearFace(office, role, act)
      : await chooseOfficeFace(office, { role, path: set, face }, checkFontFile, act);
  return changed.ok ? list(workspace) : refusedWith(changed.problems);
}

export function registerFaceVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('faces', '列出各类文字所用的字体，或指定、取消字体文件')
      .option('--role <ROLE>', FaceRole.options.map((one) => `${one} ${FACE_ROLES[one]}`).join('；'))
      .option('--set <FILE>', '改用这个 TrueType 字体文件（.ttf、.ttc），复制到数据文件夹，随备份保存')
      .option('--face <NAME>', '.ttc 中有多个字体时，用哪一个')
      .option('--unset', '不再使用指定的字体文件')
      .addHelpText(
        'after',
        '\nJSON 输出：{ faces: [{ role, origin: chosen|pc|carried, family, fileName, chosenIsMissing }] }',
      ),
    options: Options,
    run,
  });
}
