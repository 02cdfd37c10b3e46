import { spawn } from 'node:child_process';

/** An opener that cannot open something says so at once. */
const REFUSAL_MS = 3000;

/**
 * Has a Linux desktop open a path in its own program; false where it has none for it. On plain desktops `xdg-open`
 * runs until that program is closed, so only a refusal is waited for: Electron's own `openPath` would hold the whole
 * window still until then.
 */
export const xdgOpen = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    // As Electron does it: no program that wants a terminal.
    const env = { ...process.env, MM_NOTTTY: '1' };
    const opener = spawn('xdg-open', [path], { detached: true, stdio: 'ignore', env });
    const patience = setTimeout(() => resolve(true), REFUSAL_MS);
    const settle = (opened: boolean): void => {
      clearTimeout(patience);
      resolve(opened);
    };
    opener.once('error', () => settle(false));
    opener.once('exit', (code) => settle(code === 0));
    opener.unref();
  });
