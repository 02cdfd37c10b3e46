import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makePaper } from '../../../reports/makePaper.ts';
import { mustRun, run } from '../../process.ts';
import { repoResources } from '../../resources.ts';
import { must, timed } from '../figures.ts';
import { filesIn, papers } from './order.ts';

const PROGRAM = 'soffice';

async function isInstalled(): Promise<boolean> {
  const { code } = await run(PROGRAM, ['--version']);
  return code === 0;
}

/**
 * LibreOffice turning the same plans as Word files into PDF, all in one run of one process: milliseconds of the batch
 * without those of starting it and converting one. Undefined where there is no LibreOffice.
 */
export async function libreOfficeBatch(dir: string): Promise<number | undefined> {
  if (!(await isInstalled())) return undefined;
  const files = filesIn(dir, 'docx');
  const { fontsDir } = repoResources();
  for (const [index, paper] of papers.entries()) {
    const made = must(await makePaper(paper, 'docx', { fontsDir }));
    await writeFile(files[index] ?? '', made.bytes);
  }
  const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
  const convert = async (these: readonly string[]): Promise<number> => {
    const [time] = await timed(() =>
      mustRun(PROGRAM, [profile, '--headless', '--convert-to', 'pdf', '--outdir', dir, ...these]),
    );
    return time;
  };
  // The first makes the profile; the second is what starting costs.
  await convert(files.slice(0, 1));
  const start = await convert(files.slice(0, 1));
  return (await convert(files)) - start;
}
