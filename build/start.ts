import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { packageApp } from './package/package.ts';
import { inCache, inProject } from './paths.ts';
import { mustRun, say } from './process.ts';
import { rootArguments } from './runtime/rootArguments.ts';
import { ensureSystemPackages } from './runtime/systemPackages.ts';

/** `npm start`: opens the window. `-- --sample` with the fictional bureau in it, in a folder of its own. */

const SAMPLE_SCRIPT = inProject('build/demo/sample.ts');

async function sampleArguments(): Promise<readonly string[]> {
  const dataDir = inCache('sample', 'data');
  if (!existsSync(dataDir)) {
    say('正在生成示例单位的数据…');
    await mustRun(process.execPath, [SAMPLE_SCRIPT, dataDir], { cwd: inProject(), show: true });
  }
  return [`--data-dir=${dataDir}`, `--profile-dir=${inCache('sample', 'profile')}`];
}

const wanted = process.argv.slice(2);
const passedOn = wanted.filter((one) => one !== '--sample');
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  say('没有图形界面（DISPLAY 未设置），窗口无法打开。请在桌面环境中执行；只看结果可用 npm run demo。');
  process.exit(2);
}
const app = await packageApp('test');
await ensureSystemPackages({ executable: app.executable });
const extra = [...(wanted.includes('--sample') ? await sampleArguments() : []), ...rootArguments()];
// Chromium's own murmuring about buses and graphics helps nobody; what matters is in the program's log.
const child = spawn(app.executable, [...extra, ...passedOn], { stdio: 'ignore' });
child.on('exit', (code) => {
  if (code !== 0) say(`程序异常结束（${code ?? '被终止'}），详见日志文件夹中的 desk.log。`);
  process.exit(code ?? 1);
});
