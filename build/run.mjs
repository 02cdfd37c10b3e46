// `node build/run.mjs SCRIPT ARGS…` installs what is missing, then runs the script with the project's own Node 24.
// npm's shell remembers where it found `node` before the install, so a plain `setup && node …` would stay on the old one.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { node24, setUp } from './setup.mjs';

setUp();

const child = spawn(node24, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node24)}${delimiter}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)));
