import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { currentCampaign, setUpOffice } from '../../db/bureau/bureau.ts';
import { previewImport, readWorkbook } from '../../db/import/index.ts';
import type { Applicant } from '../../db/model/application.ts';
import { OfficeProfile } from '../../db/model/bureau.ts';
import { Instant, IsoDate } from '../../db/model/dates.ts';
import { IMPORT_FIELDS, type ImportField } from '../../db/model/importTypes.ts';
import { errorsOf } from '../../db/model/problems.ts';
import type { RecoveryCode } from '../../db/model/recoveryCode.ts';
import type { Act, Office } from '../../db/office.ts';
import { createOffice } from '../../db/open/create.ts';
import type { OpenOffice } from '../../db/open/unlock.ts';
import { reviewApplications } from '../../db/selection/selection.ts';
import { importApplicants, knownApplicants } from '../../db/workshops/applicants.ts';
import { workshopRows } from '../../db/workshops/workshops.ts';
import { PROFILE } from '../demo/fictional.ts';
import { repoResources } from '../resources.ts';
import { applicantRow } from './applicantRows.ts';
import { must } from './figures.ts';

/** A fictional bureau with as many workshops as a measure wants. Every index gives another one, always the same. */

export const TODAY = IsoDate.parse('2021-04-20');
export const ACT: Act = { today: TODAY, at: Instant.parse('2021-04-20T01:00:00.000Z'), staffId: null };

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
