import { writeFile } from 'node:fs/promises';
import type { PlanPaper } from '../../../db/model/papers/plans.ts';
import { createPaperPool, makePapers, type PaperPool } from '../../../reports/batch.ts';
import type { PaperJob } from '../../../reports/worker.ts';
import { repoResources } from '../../resources.ts';
import { must, timed } from '../figures.ts';
import { filesIn, type OurResult, papers, RUNS, WARM_UP } from './order.ts';

/**
 * Our engine in a process of its own, so that its memory is its own: one worker thread that has its faces open, as the
 * data host keeps it. Prints what it found as JSON. `node ours.ts DIR`
 */
const { fontsDir, workerFile } = repoResources();
const jobOf = (paper: PlanPaper): PaperJob => ({
  kind: 'paper',
  paper,
  format: 'pdf',
  environment: { fontsDir },
});

async function make(pool: PaperPool, job: PaperJob): Promise<Uint8Array> {
  const [made] = await makePapers([job], { runner: pool });
  if (!made) throw new Error('Nothing was made');
  return must(made).bytes;
}

async function batch(pool: PaperPool, files: readonly string[]): Promise<number> {
  const [time] = await timed(async () => {
    for (const [index, paper] of papers.entries())
      await writeFile(files[index] ?? '', await make(pool, jobOf(paper)));
  });
  return time;
}

const PREVIEWS = 30;

/** What a clerk waits for behind the pause in typing: the plan with one more word, made anew. */
async function preview(pool: PaperPool, index: number): Promise<number> {
  const [paper] = papers;
  if (!paper) throw new Error('There are no plans');
  const { record } = paper;
  const situation = `${record.plan.situation}${'改'.repeat(index + 1)}`;
  const changed = { ...paper, record: { ...record, plan: { ...record.plan, situation } } };
  const [time] = await timed(() => make(pool, jobOf(changed)));
  return time;
}

const CANCELS = 5;
const BEFORE_CANCEL_MS = 400;

/** From 取消 to the answer that the batch has ended, and to the next paper. */
async function cancel(pool: PaperPool): Promise<readonly [number, number]> {
  const stopping = new AbortController();
  const running = makePapers(papers.map(jobOf), { runner: pool, signal: stopping.signal });
  await new Promise((resolve) => setTimeout(resolve, BEFORE_CANCEL_MS));
  const [cancelled] = await timed(async () => {
    stopping.abort();
    await running;
  });
  return [cancelled, cancelled + (await preview(pool, PREVIEWS))];
}

async function measure(dir: string): Promise<OurResult> {
  const pool = createPaperPool(workerFile, 1);
  const files = filesIn(dir, 'pdf');
  try {
    for (const paper of papers.slice(0, WARM_UP)) await make(pool, jobOf(paper));
    const batches: number[] = [];
    for (let run = 0; run < RUNS; run++) batches.push(await batch(pool, files));
    const previews: number[] = [];
    for (let index = 0; index < PREVIEWS; index++) previews.push(await preview(pool, index));
    const cancels: (readonly [number, number])[] = [];
    for (let index = 0; index < CANCELS; index++) cancels.push(await cancel(pool));
    return {
      batches,
      previews,
      cancels: cancels.map(([time]) => time),
      afterCancel: cancels.map(([, time]) => time),
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    await pool.stop();
  }
}

console.log(JSON.stringify(await measure(process.argv[2] ?? '.')));
