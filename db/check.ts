import { listBackups } from './backup/backup.ts';
import { backupsDir } from './backup/paths.ts';
import { currentCampaign } from './bureau/bureau.ts';
import { damagedFaces } from './bureau/faces.ts';
import { digestOf } from './canonical.ts';
import { type Problem, problem } from './model/problems.ts';
import type { Office } from './office.ts';
import { looseTables } from './open/migrations.ts';
import { privateNumbers } from './papers/paperRecords.ts';
import { revisionsOf } from './plans/revisions.ts';
import { frozenRecord } from './plans/signing.ts';
import { rosterLines } from './publicity/rosters.ts';
import { roster } from './schema.ts';
import { SealBroken } from './sealing/vault.ts';

function fileProblems({ sqlite }: Office): readonly Problem[] {
  const integrity = sqlite.pragma('integrity_check', { simple: true });
  const orphans = sqlite.pragma('foreign_key_check');
  const loose = looseTables(sqlite);
  return [
    integrity === 'ok'
      ? undefined
      : problem('check.integrity', `数据库完整性检查未通过：${String(integrity)}`),
    Array.isArray(orphans) && orphans.length > 0
      ? problem('check.references', `有${orphans.length}条记录引用了不存在的记录`)
      : undefined,
    loose.length > 0 ? problem('check.strict', `数据表${loose.join('、')}缺少类型约束`) : undefined,
  ].filter((one) => one !== undefined);
}

/** Every frozen plan still says what its check code was made from. */
function frozenProblems(office: Office): readonly Problem[] {
  return revisionsOf(office, currentCampaign(office).id).flatMap(({ revision }) => {
    const record = frozenRecord(office, revision);
    if (!record || digestOf(record).sha256 === revision.digest) return [];
    return [
      problem('check.plan', `“${record.workshopName}”方案第${revision.number}版的内容与校验码不一致`, {
        found: record.workshopName,
      }),
    ];
  });
}

function rosterProblems(office: Office): readonly Problem[] {
  return office.db
    .select()
    .from(roster)
    .all()
    .filter((row) => digestOf(rosterLines(office, row.id).map((one) => one.line)).sha256 !== row.digest)
    .map((row) => problem('check.roster', `${row.confirmedOn}确定的创建名单与冻结时的内容不一致`));
}

function sealProblems(office: Office): readonly Problem[] {
  try {
    privateNumbers(office);
    return [];
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return [problem('check.seal', '有加密保存的个人信息不能打开，数据可能已损坏，请从备份恢复')];
  }
}

/** Looks everything through: the file, frozen records against their digests, sealed values, chosen fonts, backups. */
export async function checkOffice(office: Office): Promise<readonly Problem[]> {
  const backups = await listBackups(backupsDir(office.dataDir));
  const damaged = backups.ok ? backups.value.filter((one) => !one.readable) : [];
  return [
    ...fileProblems(office),
    ...sealProblems(office),
    ...frozenProblems(office),
    ...rosterProblems(office),
    ...(await damagedFaces(office)),
    ...(backups.ok ? [] : backups.problems),
    ...damaged.map((one) =>
      problem('check.backup', `备份${one.name}已损坏，不能用于恢复`, { found: one.name }),
    ),
  ];
}
