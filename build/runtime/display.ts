import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureSystemPackages } from './systemPackages.ts';

const READY_TIMEOUT = 10_000;
const ATTEMPTS = 5;

/** Gives the windows a display where there is none. The answer ends it. */
export async function ensureDisplay(): Promise<() => void> {
  if (process.platform !== 'linux' || process.env.DISPLAY) return () => undefined;
  await ensureSystemPackages({ programs: ['Xvfb'] });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Not left to Xvfb (`-displayfd`): it then takes no lock, and two of them take each other's display.
    const end = await startXvfb(randomInt(100, 1_000));
    if (end) return end;
  }
  throw new Error('Xvfb did not become ready');
}

/** Without `-noreset` it starts over when its last window goes; a program started just then finds no display. */
async function startXvfb(display: number): Promise<(() => void) | undefined> {
  const socket = `/tmp/.X11-unix/X${display}`;
  if (existsSync(socket)) return undefined;
  const options = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn('Xvfb', [`:${display}`, ...options], { stdio: 'ignore' });
  const deadline = Date.now() + READY_TIMEOUT;
  while (Date.now() < deadline && child.exitCode === null) {
    await sleep(50);
    if (!existsSync(socket)) continue;
    process.env.DISPLAY = `:${display}`;
    return () => void child.kill();
  }
  child.kill();
  return undefined;
}
