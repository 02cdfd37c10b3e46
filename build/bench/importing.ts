import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { currentCampaign } from '../../db/bureau/bureau.ts';
import { previewImport, readWorkbook } from '../../db/import/index.ts';
import { openDatabase } from '../../db/open/open.ts';
import { unlockOfficeWithCode } from '../../db/open/unlock.ts';
import { importApplicants, knownApplicants } from '../../db/workshops/applicants.ts';
import { repoResources } from '../resources.ts';
import { type Finding, median, milliseconds, must, timed, timesOf } from './figures.ts';
import type { Bench } from './place.ts';
import { ACT, previewOf, seedOffice, TODAY, writeApplicants } from './seed.ts';

const ROWS = 5_000;
/** Workshops that are there already, each to be compared with. */
const KNOWN = 2_000;
const RUNS = 7;
const WRITES = 3;
const WARM_UP = 1;

async function bareRead(file: string): Promise<number> {
  const [time, workbook] = await timed(() => new ExcelJS.Workbook().xlsx.readFile(file));
  if (workbook.worksheets[0]?.rowCount !== ROWS + 2) throw new Error('exceljs read another number of rows');
  return time;
}

/** The whole read and preview of 5,000 rows, against exceljs's bare reading of the same file. */
export async function measureImport({ dir }: Bench): Promise<Finding> {
  const home = join(dir, 'import');
  const dataDir = join(home, 'data');
  const { office, recoveryCode } = await seedOffice(dataDir, KNOWN);
  const file = join(home, 'applicants.xlsx');
  await writeApplicants(file, KNOWN, ROWS);
  const floor: number[] = [];
  const reads: number[] = [];
  const previews: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run++) {
    const bare = await bareRead(file);
    const [read, workbook] = await timed(async () => must(await readWorkbook(file)));
    const [preview, { rows }] = await timed(() =>
      previewImport(
        workbook,
        {},
        { today: TODAY, policy: currentCampaign(office).policy, known: knownApplicants(office) },
      ),
    );
    if (rows.some((row) => row.applicant === null)) throw new Error('The rows do not import');
    if (run < 0) continue;
    floor.push(bare);
    reads.push(read);
    previews.push(preview);
  }
  const { rows } = await previewOf(office, file);
  office.close();
  const applicants = rows.map((row) => row.applicant).filter((one) => one !== null);
  const writes: number[] = [];
  for (let run = 0; run < WRITES; run++) {
    const copy = join(home, `write-${run}`);
    await cp(dataDir, copy, { recursive: true });
    const opened = must(await openDatabase(copy, repoResources(), { program: 'commandLine', at: ACT.at }));
    if (opened.state !== 'locked') throw new Error('The copy has no data');
    const target = must(await unlockOfficeWithCode(opened.opened, recoveryCode));
    const [time] = await timed(() => must(importApplicants(target, applicants, ACT)));
    target.close();
    writes.push(time);
  }
  return {
    title: `导入 ${ROWS} 行（已有 ${KNOWN} 家）：读取加预览`,
    ours: timesOf(reads.map((read, index) => read + (previews[index] ?? 0))),
    floor: timesOf(floor),
    floorTitle: 'exceljs 仅 readFile',
    aim: 1.5,
    notes: [
      `分段（中位）：读取 ${milliseconds(median(reads))}，识别表头、逐行校验、查重 ${milliseconds(median(previews))}`,
      `确认后写入 ${applicants.length} 行（加密、审计，一个事务）：中位 ${milliseconds(median(writes))}，最差 ${milliseconds(Math.max(...writes))}`,
    ],
  };
}
