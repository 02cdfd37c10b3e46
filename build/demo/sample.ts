import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bureauAt } from './bureau.ts';
import { pathSteps } from './path.ts';

/** `node build/demo/sample.ts DIR`: fills a data folder with the fictional bureau, for `npm start -- --sample`. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Usage: sample.ts DIR');
const folder = dirname(resolve(dataDir));
const keyFile = join(folder, '恢复码.txt');
await mkdir(folder, { recursive: true });
for (const { title, run } of pathSteps({ bureau: bureauAt(resolve(dataDir), keyFile), folder })) {
  console.log(title);
  await run();
}
console.log(`示例数据的恢复码（系统没有密钥环时启动要用）：${(await readFile(keyFile, 'utf8')).trim()}`);
