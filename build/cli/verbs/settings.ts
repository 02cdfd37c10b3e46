import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import { SETTINGS_PARTS, SettingsPart } from '../../../db/model/settingsFile.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { applySettings, exportSettings, previewSettings } from '../../../reports/office/settings.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect, verb, type Workspace } from '../workspace.ts';

const Options = z.object({
  ACTION: z.enum(['export', 'preview', 'import']),
  FILE: z.string(),
  part: z.array(SettingsPart).default(keysOf(SETTINGS_PARTS)),
});

async function settings(
  { ACTION, FILE, part }: z.infer<typeof Options>,
  { office, act, tools }: Workspace,
): Promise<Outcome> {
  if (ACTION === 'export') {
    const made = await exportSettings(office, act);
    const written = made.ok ? await writeFileAtomic(FILE, made.value.bytes) : made;
    return written.ok ? done({ file: FILE }, `已写入${FILE}`) : refusedWith(written.problems);
  }
  const bytes = await guardFiles(FILE, () => readFile(FILE));
  if (!bytes.ok) return refusedWith(bytes.problems);
  const file = { fileName: basename(FILE), bytes: new Uint8Array(bytes.value) };
  if (ACTION === 'preview') {
    const preview = await previewSettings(office, file);
    if (!preview.ok) return refusedWith(preview.problems);
    const lines = preview.value.changes.flatMap((one) => [SETTINGS_PARTS[one.part], ...one.lines]);
    return done({ ...preview.value }, ...(lines.length > 0 ? lines : ['与现有设置相同']));
  }
  const applied = await applySettings(office, file, part, tools, act);
  if (!applied.ok) return refusedWith(applied.problems);
  return done({ applied: applied.value }, `已导入：${applied.value.join('、') || '没有需要改动的'}`);
}

export function registerSettingsVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('settings', '导出、导入设置（本单位信息、模板、筛选、字体），用于另一台电脑')
      .argument('<ACTION>', 'export、preview 或 import')
      .argument('<FILE>', '设置文件（.zip）')
      .option('--part <PART>', `只导入其中一部分，可重复：${keysOf(SETTINGS_PARTS).join('、')}`, collect)
      .addHelpText('after', '\nJSON 输出：{ file } / { office, madeOn, changes } / { applied }'),
    options: Options,
    run: settings,
  });
}
