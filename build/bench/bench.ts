import { packageApp } from '../package/package.ts';
import { say } from '../process.ts';
import { ensureDisplay } from '../runtime/display.ts';
import { ensureSystemPackages } from '../runtime/systemPackages.ts';
import { type Finding, linesOf } from './figures.ts';
import { measureImport } from './importing.ts';
import { measurePapers } from './papers/papers.ts';
import { type Bench, newFolder } from './place.ts';
import { measureEveryScreen } from './screens.ts';
import { measureStart } from './start.ts';
import { measureTyping } from './typing.ts';

/**
 * `npm run bench`: how long a clerk waits, held against floors measured in the same run. `-- start papers` runs some of
 * the measures only. A missed aim is reported, not a failure.
 */

interface Measure {
  readonly title: string;
  run(bench: Bench): Promise<Finding | readonly Finding[]>;
}

const MEASURES: Readonly<Record<string, Measure>> = {
  start: { title: '启动', run: measureStart },
  import: { title: '导入', run: measureImport },
  search: { title: '搜索', run: measureTyping },
  screens: { title: '各界面', run: measureEveryScreen },
  papers: { title: '改造方案 PDF', run: measurePapers },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in MEASURES));
if (unknown.length > 0) {
  say(`没有“${unknown.join('、')}”这项测量。可选：${Object.keys(MEASURES).join('、')}`);
  process.exit(2);
}

const app = await packageApp('test');
const endDisplay = await ensureDisplay();
const folder = newFolder();
const tidyUp = (): void => {
  folder.remove();
  endDisplay();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    tidyUp();
    process.exit(1);
  });
}
try {
  await ensureSystemPackages({ executable: app.executable });
  console.log(`Electron ${app.electronVersion}，${process.platform} ${process.arch}\n`);
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    say(`正在测量：${measure.title}…`);
    const found = await measure.run({ app, dir: folder.dir });
    for (const one of [found].flat()) console.log(`${linesOf(one).join('\n')}\n`);
  }
} finally {
  tidyUp();
}
