import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { documentOf } from '../../../reports/documents/document.ts';
import type { PackagedApp } from '../../package/package.ts';
import { mustRun } from '../../process.ts';
import { repoResources } from '../../resources.ts';
import { rootArguments } from '../../runtime/rootArguments.ts';
import { makeBlankApp } from '../blankApp.ts';
import { bodyOf, frameOf } from '../html.ts';
import { filesIn, papers, RUNS, WARM_UP } from './order.ts';

/** The same pages, made into HTML beforehand, printed by one warm window that has its faces open: milliseconds a batch. */
export async function chromiumBatches(app: PackagedApp, dir: string): Promise<readonly number[]> {
  const executable = await makeBlankApp(app, join(dir, 'printer'));
  const documents = papers.map(documentOf);
  const [first] = documents;
  if (!first) throw new Error('There are no plans');
  const frame = join(dir, 'frame.html');
  await writeFile(frame, frameOf(first, repoResources().fontsDir));
  const [orderFile, resultFile] = [join(dir, 'order.json'), join(dir, 'result.json')];
  const files = filesIn(dir, 'pdf');
  const order = { frame, pages: documents.map(bodyOf), files, warmUp: WARM_UP, runs: RUNS, resultFile };
  await writeFile(orderFile, JSON.stringify(order));
  await mustRun(executable, [
    ...rootArguments(),
    `--profile-dir=${join(dir, 'profile')}`,
    `--print=${orderFile}`,
  ]);
  return z.array(z.number()).parse(JSON.parse(await readFile(resultFile, 'utf8')));
}
