import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlanPaper } from '../../db/model/papers/plans.ts';
import { createPaperPool, makePapers } from '../../reports/batch.ts';
import { documentOf } from '../../reports/documents/document.ts';
import { pageCountOf } from '../../reports/pdf/pdf.ts';
import type { PaperJob } from '../../reports/worker.ts';
import { mustRun } from '../process.ts';
import { repoResources } from '../resources.ts';
import { makeBlankApp } from './blankApp.ts';
import { type Finding, median, milliseconds, timed, timesOf } from './figures.ts';
import { bodyOf, frameOf } from './html.ts';
import type { Bench } from './place.ts';
import { planPaper } from './planSamples.ts';
import { must } from './seed.ts';

const PLANS = 100;
const RUNS = 3;
const WARM_UP = 8;
/** One thread of ours, one window of Chromium's. */
const PROCESSES = 1;

const papers: readonly PlanPaper[] = Array.from({ length: PLANS }, (_, index) => planPaper(index));

interface Batch {
  /** Milliseconds for the whole batch, files written. */
  readonly time: number;
  readonly pages: number;
  readonly bytes: number;
}

const namesIn = (dir: string): readonly string[] => papers.map((_, index) => join(dir, `${index + 1}.pdf`));

async function weigh(time: number, files: readonly string[], pagesOf: (pdf: Uint8Array) => number) {
  const pdfs = await Promise.all(files.map((file) => readFile(file)));
  return {
    time,
    pages: pdfs.reduce((sum, pdf) => sum + pagesOf(pdf), 0),
    bytes: pdfs.reduce((sum, pdf) => sum + pdf.length, 0),
  };
}

/** Ours: one worker thread that has its faces open, as the data host keeps it. */
async function ourBatches(dir: string): Promise<readonly Batch[]> {
  const { fontsDir, workerFile } = repoResources();
  const pool = createPaperPool(workerFile, PROCESSES);
  const files = namesIn(dir);
  const jobs = papers.map(
    (paper): PaperJob => ({ kind: 'paper', paper, format: 'pdf', environment: { fontsDir } }),
  );
  try {
    await makePapers(jobs.slice(0, WARM_UP), { runner: pool });
    const batches: Batch[] = [];
    for (let run = 0; run < RUNS; run++) {
      const [time] = await timed(async () => {
        for (const [index, job] of jobs.entries()) {
          const [made] = await makePapers([job], { runner: pool });
          if (made) await writeFile(files[index] ?? '', must(made).bytes);
        }
      });
      batches.push(await weigh(time, files, pageCountOf));
    }
    return batches;
  } finally {
    await pool.stop();
  }
}

/** The floor: the same pages, made into HTML beforehand, printed by one warm window that has its faces open. */
async function chromiumBatches(executable: string, dir: string): Promise<readonly Batch[]> {
  const documents = papers.map(documentOf);
  const [first] = documents;
  if (!first) throw new Error('There are no plans');
  const frame = join(dir, 'frame.html');
  await writeFile(frame, frameOf(first, repoResources().fontsDir));
  const [orderFile, resultFile] = [join(dir, 'order.json'), join(dir, 'result.json')];
  const files = namesIn(dir);
  const order = { frame, pages: documents.map(bodyOf), files, warmUp: WARM_UP, runs: RUNS, resultFile };
  await writeFile(orderFile, JSON.stringify(order));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  await mustRun(executable, [...root, `--profile-dir=${join(dir, 'profile')}`, `--print=${orderFile}`]);
  const times = z.array(z.number()).parse(JSON.parse(await readFile(resultFile, 'utf8')));
  const pagesIn = (pdf: Uint8Array): number =>
    new TextDecoder('latin1').decode(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return Promise.all(times.map((time) => weigh(time, files, pagesIn)));
}

const describe = ({ pages, bytes }: Batch): string =>
  `${pages} 页，每份 ${Math.round(bytes / PLANS / 1024)} KB`;

/** A hundred different plans as a hundred files, against Chromium's printToPDF of the same pages. */
export async function measurePlans({ app, dir }: Bench): Promise<Finding> {
  const [ours, theirs] = [join(dir, 'plans', 'ours'), join(dir, 'plans', 'chromium')];
  await mkdir(ours, { recursive: true });
  await mkdir(theirs, { recursive: true });
  const blank = await makeBlankApp(app, join(dir, 'printer'));
  const batches = await ourBatches(ours);
  const floor = await chromiumBatches(blank, theirs);
  const [one] = batches;
  const [other] = floor;
  const middle = median(batches.map(({ time }) => time));
  return {
    title: `${PLANS} 份不同的改造方案 PDF`,
    ours: timesOf(batches.map(({ time }) => time)),
    floor: timesOf(floor.map(({ time }) => time)),
    floorTitle: 'Chromium printToPDF',
    aim: 1,
    notes: [
      `每份 ${milliseconds(middle / PLANS)}；都已预热，各用 ${PROCESSES} 个线程或窗口`,
      ...(one && other ? [`本程序 ${describe(one)}；Chromium ${describe(other)}`] : []),
    ],
  };
}
