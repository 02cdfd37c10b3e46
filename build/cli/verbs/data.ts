import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { makeBackup } from '../../../db/backup/backup.ts';
import { prepareRestore } from '../../../db/backup/restore.ts';
import { setUpOffice } from '../../../db/bureau/bureau.ts';
import { checkOffice } from '../../../db/check.ts';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { exists } from '../../../db/disk/files.ts';
import { lockData } from '../../../db/disk/lock.ts';
import { OfficeProfile } from '../../../db/model/bureau.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { formatRecoveryCode, type RecoveryCode } from '../../../db/model/recoveryCode.ts';
import { createOffice } from '../../../db/open/create.ts';
import { openDatabase } from '../../../db/open/open.ts';
import { readKeyFile } from '../../../db/sealing/keyFile.ts';
import { repoResources } from '../../resources.ts';
import { done, foundFaulty, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb, registerVerb } from '../register.ts';
import { type CommonOptions, verb, whenOf } from '../workspace.ts';

async function readProfile(path: string): Promise<Result<OfficeProfile>> {
  const text = await guardFiles(path, () => readFile(path, 'utf8'));
  if (!text.ok) return text;
  try {
    const parsed = OfficeProfile.safeParse(JSON.parse(text.value));
    if (parsed.success) return ok(parsed.data);
    return refuse(
      ...parsed.error.issues.map((issue) =>
        problem('profile.invalid', `单位信息文件中“${issue.path.join('.')}”不正确：${issue.message}`, {
          field: issue.path.join('.'),
        }),
      ),
    );
  } catch {
    return refuse(problem('profile.notJson', `单位信息文件不是有效的 JSON。位置：${path}`));
  }
}

/** The key file is written before the data exist: data without a way to open them must never come about. */
async function writeKeyFile(path: string, code: RecoveryCode): Promise<Result<void>> {
  return guardFiles(path, () =>
    writeFile(path, `${formatRecoveryCode(code)}\n`, { mode: 0o600, flag: 'wx' }),
  );
}

async function init(profilePath: string, common: CommonOptions): Promise<Outcome> {
  const { keyFile, data } = common;
  if (keyFile === undefined) {
    return refusedWith([problem('key.needed', '请用 --key-file 指定要写入恢复码的新文件')]);
  }
  if (await exists(keyFile)) {
    return refusedWith([problem('key.exists', `密钥文件已存在，没有覆盖它。位置：${keyFile}`)]);
  }
  const profile = await readProfile(profilePath);
  if (!profile.ok) return refusedWith(profile.problems);
  const { today, at } = whenOf(common);
  const created = await createOffice(data, repoResources(), { program: 'commandLine', at });
  if (!created.ok) return refusedWith(created.problems);
  const { office, recoveryCode } = created.value;
  try {
    const kept = await writeKeyFile(keyFile, recoveryCode);
    if (!kept.ok) return refusedWith(kept.problems);
    const filled = setUpOffice(office, profile.value, { today, at, staffId: null });
    if (!filled.ok) return refusedWith(filled.problems);
    const { bureau, year, quota } = profile.value;
    return done(
      { bureau: bureau.name, year, quota, keyFile },
      `已建立${bureau.name}${year}年度数据，名额${quota}家。`,
      `恢复码已写入 ${keyFile}，请妥善保管。`,
    );
  } finally {
    office.close();
  }
}

/** Restores without opening the data first: they may be damaged, or not be there at all. */
async function restore(file: string, common: CommonOptions): Promise<Outcome> {
  if (common.keyFile === undefined) {
    return refusedWith([problem('key.needed', '请用 --key-file 指定该备份的恢复码文件')]);
  }
  const code = readKeyFile(common.keyFile);
  if (!code.ok) return refusedWith(code.problems);
  const { at } = whenOf(common);
  const resources = repoResources();
  const lock = lockData(common.data, resources, { program: 'commandLine', at });
  if (!lock.ok) return refusedWith(lock.problems);
  const prepared = await prepareRestore(common.data, file, resources, { at }, { code: code.value }).finally(
    () => lock.value.release(),
  );
  if (!prepared.ok) return refusedWith(prepared.problems);
  const opened = await openDatabase(common.data, resources, { program: 'commandLine', at });
  if (!opened.ok) return refusedWith(opened.problems);
  if (opened.value.state === 'locked') opened.value.opened.close();
  return done(
    { restoredFrom: file, backupAt: prepared.value.at },
    `已恢复到${prepared.value.at}的备份；恢复前的数据已另存为备份。`,
  );
}

export function registerDataVerbs(program: Command, deliver: Deliver): void {
  registerVerb(program, deliver, {
    command: verb('init', '建立一个单位的数据')
      .requiredOption('--profile <FILE>', '单位信息 JSON 文件')
      .addHelpText(
        'after',
        `
单位信息文件：{ bureau: {name, kind: county|branch, district, cityBureau, section, contactName, contactPhone,
  supervisionPhone, address, postcode}, year, quota, programmeName?, basis?,
  staff: [{name, unit, position, roles: [helper|reviewer|sectionHead|leader|assessor|clerk]}] }
JSON 输出：{ bureau, year, quota, keyFile }`,
      ),
    options: z.object({ profile: z.string() }),
    run: ({ profile }, common) => init(profile, common),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('backup', '做一份备份')
      .option('--out <DIR>', '存放位置，默认为数据文件夹')
      .addHelpText('after', '\nJSON 输出：{ file, bytes }'),
    options: z.object({ out: z.string().optional() }),
    run: async ({ out }, { office, act }) => {
      const made = await makeBackup(office, '手动', act, out === undefined ? {} : { folder: out });
      if (!made.ok) return refusedWith(made.problems);
      const { file, bytes } = made.value;
      return done({ file, bytes }, `已备份：${file}`);
    },
  });
  registerVerb(program, deliver, {
    command: verb('restore', '从备份恢复')
      .argument('<FILE>', '备份文件（.wdbak）')
      .addHelpText('after', '\nJSON 输出：{ restoredFrom, backupAt }'),
    options: z.object({ FILE: z.string() }),
    run: ({ FILE }, common) => restore(FILE, common),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('check', '检查数据是否完好').addHelpText('after', '\nJSON 输出：{ problems: [] }'),
    options: z.object({}),
    run: async (_options, { office }) => {
      const problems = await checkOffice(office);
      return problems.length === 0
        ? done({ problems }, '检查完毕，数据完好。')
        : foundFaulty({ problems }, '检查发现问题：', ...sentences(problems));
    },
  });
}
