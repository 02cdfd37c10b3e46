import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { importApplicants, knownApplicants } from '../../db/applicants.ts';
import { currentCampaign, setUpOffice } from '../../db/bureau.ts';
import { previewImport, readWorkbook } from '../../db/import/index.ts';
import type { Applicant } from '../../db/model/application.ts';
import { OfficeProfile } from '../../db/model/bureau.ts';
import { Instant, IsoDate } from '../../db/model/dates.ts';
import { IMPORT_FIELDS, type ImportField } from '../../db/model/importTypes.ts';
import { idNumberFault } from '../../db/model/privateNumbers.ts';
import { errorsOf, type Result } from '../../db/model/problems.ts';
import type { RecoveryCode } from '../../db/model/recoveryCode.ts';
import type { Act, Office } from '../../db/office.ts';
import { createOffice } from '../../db/open/create.ts';
import type { OpenOffice } from '../../db/open/unlock.ts';
import { reviewApplications } from '../../db/selection.ts';
import { workshopRows } from '../../db/workshops.ts';
import { APPLICANTS, PROFILE } from '../demo/fictional.ts';
import { repoResources } from '../resources.ts';

/** A fictional bureau with as many workshops as a measure wants. Every index gives another one, always the same. */

export const TODAY = IsoDate.parse('2021-04-20');
export const ACT: Act = { today: TODAY, at: Instant.parse('2021-04-20T01:00:00.000Z'), staffId: null };

/** The value of a result that must be there. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((one) => one.message).join('\n'));
}

const TRADES = ['豆腐坊', '挂面作坊', '粘豆包作坊', '煎饼铺', '酱菜作坊', '香油坊', '糕点作坊', '熏肉作坊'];
const TOWNS = '甲乙丙丁戊己庚辛壬癸';
const MARKS = '福禄寿喜康宁和顺兴旺金玉丰盈春秋山川云霞'.split('');

const at = <T>(values: ArrayLike<T>, index: number): T => {
  const found = values[index % values.length];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
};

/** With a right check digit, in a region (999999) that nobody lives in. */
function idNumberOf(index: number): string {
  const born = new Date(Date.UTC(1960, 0, 1 + Math.floor(index / 900))).toISOString().slice(0, 10);
  const head = `999999${born.replaceAll('-', '')}${String((index % 900) + 1).padStart(3, '0')}`;
  const digit = [...'0123456789X'].find((one) => idNumberFault(head + one) === undefined);
  return head + (digit ?? '');
}

type Row = Readonly<Partial<Record<ImportField, string | number>>>;

/** One applicant as an office types it. Every eighth has too small a room: it fails the notice's conditions. */
export function applicantRow(index: number): Row {
  const town = `示例${at(TOWNS, Math.floor(index / 8))}镇`;
  const mark = `${at(MARKS, index)}${at(MARKS, Math.floor(index / MARKS.length))}`;
  const number = String(index + 1).padStart(5, '0');
  const { products } = at(APPLICANTS, index);
  return {
    name: `示例县${town}${mark}${at(TRADES, index)}${index >= 400 ? index + 1 : ''}`,
    ownerName: `示例${at(MARKS, index * 7)}${at(TOWNS, index)}`,
    idNumber: idNumberOf(index),
    phone: `139000${number}`,
    certificateKind: '登记证',
    certificateNo: `示例小作坊登字${number}号`,
    economicType: '个体工商户',
    township: town,
    address: `示例县${town}示例村${index + 1}号`,
    station: `${town}市场监管所`,
    products,
    staffCount: 2 + (index % 6),
    healthCertificateCount: 2,
    operationArea: index % 8 === 5 ? 26 : 31 + (index % 40),
    equipment: '示例设备2台、冷藏柜1台',
    problems: '地面破损积水，原料与成品未分区存放。',
    renovation: '更换防滑地砖，增设隔断和防蝇设施。',
    plannedInvestment: `${(1.2 + (index % 20) / 10).toFixed(1)}万元`,
    promisedOn: '2021-04-08',
    appliedOn: '2021-04-09',
  };
}

/** A workbook of `count` applicants with a title row, as an office hands it in. */
export async function writeApplicants(file: string, from: number, count: number): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('报名表');
  const rows = Array.from({ length: count }, (_, index) => applicantRow(from + index));
  const fields = Object.keys(rows[0] ?? {}).filter((key): key is ImportField => key in IMPORT_FIELDS);
  sheet.addRow(['2021年食品加工小作坊创建报名汇总表']);
  sheet.addRow(['序号', ...fields.map((field) => IMPORT_FIELDS[field])]);
  for (const [index, row] of rows.entries()) sheet.addRow([index + 1, ...fields.map((field) => row[field])]);
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Read and preview, as the import page has it done. */
export async function previewOf(office: Office, file: string) {
  const workbook = must(await readWorkbook(file));
  return previewImport(
    workbook,
    {},
    { today: TODAY, policy: currentCampaign(office).policy, known: knownApplicants(office) },
  );
}

export interface SeededOffice {
  readonly office: OpenOffice;
  readonly recoveryCode: RecoveryCode;
}

/** The first `count` applicants, as an import reads them from a workbook. */
export async function applicantsOf(
  office: Office,
  dataDir: string,
  count: number,
): Promise<readonly Applicant[]> {
  const file = join(dataDir, '..', 'seed.xlsx');
  await writeApplicants(file, 0, count);
  const { rows } = await previewOf(office, file);
  const applicants = rows.map((row) => row.applicant).filter((one) => one !== null);
  if (applicants.length !== count) throw new Error('The seed has rows that do not import');
  return applicants;
}

/** A data folder with `count` workshops that came in by an import; the first half of the eligible ones is reviewed. */
export async function seedOffice(dataDir: string, count: number): Promise<SeededOffice> {
  await mkdir(dataDir, { recursive: true });
  const opening = { program: 'commandLine' as const, at: ACT.at };
  const { office, recoveryCode } = must(await createOffice(dataDir, repoResources(), opening));
  must(setUpOffice(office, OfficeProfile.parse(PROFILE), ACT));
  if (count === 0) return { office, recoveryCode };
  must(importApplicants(office, await applicantsOf(office, dataDir, count), ACT));
  const eligible = workshopRows(office, TODAY).filter((row) => errorsOf(row.failedConditions).length === 0);
  must(
    reviewApplications(
      office,
      {
        applicationIds: eligible.slice(0, eligible.length / 2).map((row) => row.applicationId),
        level: 'leader',
        opinion: 'agree',
        comment: '',
        reviewerName: '示例局长',
        reviewedOn: TODAY,
      },
      ACT,
    ),
  );
  return { office, recoveryCode };
}
