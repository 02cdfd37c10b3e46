import { lint } from './checks/lint.ts';
import { add, type Count, countOfCheck, NOTHING, runSuite } from './checks/suites.ts';
import { typecheck } from './checks/typecheck.ts';
import { say } from './process.ts';
import { electronRuntime } from './runtime/electron.ts';
import { sqliteForOldElectron } from './runtime/sqlite.ts';
import { ensureSystemPackages } from './runtime/systemPackages.ts';

/** `npm test`: everything, from lint to the windows, with one line of counts at the end. */

interface Step {
  readonly title: string;
  run(): Promise<Count>;
}

const steps: readonly Step[] = [
  { title: '代码规范与引用方向', run: async () => countOfCheck((await lint()).code) },
  { title: '类型检查', run: async () => countOfCheck((await typecheck()).code) },
  { title: '单元测试（上海时间）', run: () => runSuite('unit', 'unit-shanghai', { TZ: 'Asia/Shanghai' }) },
  { title: '单元测试（UTC）', run: () => runSuite('unit', 'unit-utc', { TZ: 'UTC' }) },
  { title: '窗口测试（打包后的程序）', run: () => runSuite('e2e', 'e2e', {}) },
];

/** The slow part of a first run, a download and a compilation, goes on while the unit tests run. */
async function prepareRuntime(): Promise<void> {
  const runtime = await electronRuntime();
  if (!runtime.runsShippedSqlite) await sqliteForOldElectron();
}

async function attempt({ title, run }: Step): Promise<Count> {
  say(`\n── ${title}`);
  try {
    return await run();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { ...NOTHING, failed: 1 };
  }
}

await ensureSystemPackages({ programs: ['pdftotext'] });
const runtime = prepareRuntime();
// A failure is told by the window tests, which need it; until then it must not end the run.
runtime.catch(() => undefined);

let total = NOTHING;
for (const step of steps) {
  if (step.title.startsWith('窗口')) await runtime.catch(() => undefined);
  total = add(total, await attempt(step));
}
if (total.skipped > 0) say(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
