import type { Progress } from '../../db/model/contract/base.ts';
import type { MadePaper } from '../../db/model/contract/papers.ts';
import {
  carriesPrivateNumbers,
  MAX_PAPERS,
  type PrintPaper,
  type PrintRequest,
  WORKSHOP_SHEETS,
  withCopies,
} from '../../db/model/printing.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { paperHead } from '../../db/papers/paperHead.ts';
import type { PrintedPaper } from '../../db/papers/printLog.ts';
import { requestedPapers } from '../../db/papers/printRoom.ts';
import { workshopRows } from '../../db/workshops/workshops.ts';
import type { Binder } from '../bundle/jobs.ts';
import { inParallel } from '../inParallel.ts';
import { cancelled, makeOneOfMany, numbersOnce, type PaperTools, stemOf } from './papers.ts';

export interface PrintTools extends PaperTools {
  readonly binder: Binder;
  readonly report?: (progress: Progress) => void;
}

/** One file to be printed, and what stands in it. */
interface Bundle {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly pages: number;
  readonly blanks: number;
  readonly papers: readonly PrintedPaper[];
  readonly carriesPrivateNumbers: boolean;
  /** What could not be made; the rest was. */
  readonly problems: readonly Problem[];
}

/** Records of some hundred papers wait for a thread; more at once would only hold memory. */
const AT_ONCE = 4;

interface Made {
  readonly paper: PrintPaper;
  readonly made: MadePaper;
}

/** Under which bookmark a paper stands. */
function groupOf(
  { sheet, workshopId }: PrintPaper,
  order: PrintRequest['order'],
  names: ReadonlyMap<string, string>,
): string {
  if (sheet === null || workshopId === null) return '全年材料';
  return order === 'byWorkshop' ? (names.get(workshopId) ?? '') : WORKSHOP_SHEETS[sheet];
}

async function joined(
  office: Office,
  made: readonly Made[],
  request: PrintRequest,
  { binder, today, signal }: PrintTools,
) {
  const names = new Map<string, string>(
    workshopRows(office, today).map((row) => [row.workshopId, row.name] as const),
  );
  const { bureau } = paperHead(office);
  return binder.collate(
    {
      title: '批量打印',
      office: bureau.name,
      madeOn: today,
      papers: made.map(({ paper, made: { bytes, fileName } }) => ({
        bytes,
        title: stemOf(fileName).replaceAll('_', ' '),
        group: groupOf(paper, request.order, names),
      })),
      sequence: withCopies([...made.keys()], request),
      duplex: request.duplex,
    },
    signal,
  );
}

const nothing = () =>
  refuse(
    problem('print.nothing', '所选小作坊没有可以打印的所选材料，请另选小作坊或材料', {
      found: '0份',
      expected: '至少1份',
    }),
  );

/** Makes every chosen paper and joins them into one file. */
export async function makeBundle(
  office: Office,
  request: PrintRequest,
  tools: PrintTools,
): Promise<Result<Bundle>> {
  const papers = requestedPapers(office, request, tools.today);
  if (papers.length === 0) return nothing();
  const printed = papers.length * request.copies;
  if (printed > MAX_PAPERS) {
    return refuse(
      problem('print.tooMany', `一次最多打印${MAX_PAPERS}份，现在选了${printed}份，请分几次打印`, {
        found: `${printed}份`,
        expected: `不超过${MAX_PAPERS}份`,
      }),
    );
  }
  const many = { ...tools, numbers: numbersOnce(office) };
  const total = papers.length + 1;
  let done = 0;
  const results = await inParallel(papers, AT_ONCE, async ({ ref }) => {
    const one = await makeOneOfMany(office, ref, 'pdf', many);
    done += 1;
    tools.report?.({ done, total, current: one.ok ? one.value.fileName : '' });
    return one;
  });
  if (tools.signal?.aborted) return cancelled();
  const made = papers.flatMap((paper, index): readonly Made[] => {
    const result = results[index];
    return result?.ok ? [{ paper, made: result.value }] : [];
  });
  const problems = results.flatMap((one) => (one.ok ? [] : one.problems));
  if (made.length === 0) return refuse(...problems);
  tools.report?.({ done: papers.length, total, current: '正在合并成一个文件' });
  const { bytes, pages, blanks } = await joined(office, made, request, tools);
  return ok({
    bytes,
    pages,
    blanks,
    fileName: `批量打印_${made.length}份_${tools.today}.pdf`,
    papers: made.map(({ paper: { ref }, made: { fileName, pages: own = 0 } }) => ({
      ref,
      title: stemOf(fileName),
      pages: own * request.copies,
    })),
    carriesPrivateNumbers: made.some(({ paper }) => carriesPrivateNumbers(paper.ref)),
    problems,
  });
}
