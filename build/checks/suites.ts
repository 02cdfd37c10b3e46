import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { inCache, inProject, packageScript } from '../paths.ts';
import { run } from '../process.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

export const add = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

/** A check that is one thing: it counts as one. */
export const countOfCheck = (code: number): Count =>
  code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };

function countOfReport(file: string, code: number): Count {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // The runner did not get as far as writing its report.
    return { ...NOTHING, failed: 1 };
  }
  const report = Report.parse(JSON.parse(text));
  const failed = report.numFailedTests;
  return {
    passed: report.numPassedTests,
    // A file that does not load, or a broken set-up, fails the run without failing a test.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs one vitest project and counts its tests. */
export async function runSuite(
  project: 'unit' | 'e2e',
  label: string,
  env: Record<string, string>,
): Promise<Count> {
  const file = inCache('test', `${label}.json`);
  mkdirSync(inCache('test'), { recursive: true });
  rmSync(file, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${file}`];
  const { code } = await run(process.execPath, [packageScript('vitest/vitest.mjs'), ...args], {
    cwd: inProject(),
    env,
    show: true,
  });
  return countOfReport(file, code);
}
