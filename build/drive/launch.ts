import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { rootArguments } from '../runtime/rootArguments.ts';

/** A running program and its first window. */
export interface Program {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Opening {
  readonly executable: string;
  /** The folder with `data` and `profile` in it. */
  readonly home: string;
  readonly today: string;
  readonly size?: Size | undefined;
  readonly args?: readonly string[] | undefined;
  /** Gets the window as soon as there is one. */
  readonly watch?: (page: Page) => void;
}

const START_TIMEOUT = 60_000;
/** Long enough for a busy machine, short enough to show where a walk got stuck. */
const ACTION_TIMEOUT = 15_000;
const SIZE: Size = { width: 1366, height: 768 };

/** Gives the window a size, that of a common office screen by default. */
export const resize = (app: ElectronApplication, size = SIZE): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );

/** Starts a packaged Electron program and waits for its first window. */
export async function launch(executable: string, args: readonly string[]): Promise<Program> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...rootArguments(), ...args],
    timeout: START_TIMEOUT,
  });
  const page = await app.firstWindow({ timeout: START_TIMEOUT });
  return { app, page };
}

/** Playwright's own waiting evaluates text, which the page's policy forbids. */
async function hostReady(page: Page, logFile: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    const { state } = await page.evaluate(() => window.desk.hostState());
    if (state === 'ready') return;
    if (state === 'failed') throw new Error(`The data host failed:\n${await readFile(logFile, 'utf8')}`);
    if (Date.now() > deadline) throw new Error('The data host did not start');
    await sleep(50);
  }
}

/** Opens the packaged program on a folder, as on the day `today`, and waits for its data host. */
export async function openProgram({
  executable,
  home,
  today,
  size,
  args = [],
  watch,
}: Opening): Promise<Program> {
  const profileDir = join(home, 'profile');
  const program = await launch(executable, [
    `--data-dir=${join(home, 'data')}`,
    `--profile-dir=${profileDir}`,
    `--today=${today}`,
    ...args,
  ]);
  watch?.(program.page);
  program.page.setDefaultTimeout(ACTION_TIMEOUT);
  await hostReady(program.page, join(profileDir, 'logs', 'desk.log'));
  await resize(program.app, size);
  return program;
}

/**
 * Puts answers in place of the system's file dialogs, in the main process of the real program: one entry a dialog, an
 * empty one for a cancelled dialog.
 */
export async function answerDialogs(
  app: ElectronApplication,
  answers: readonly (readonly string[])[],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, queue) => {
      const next = (): string[] => {
        const answer = queue.shift();
        if (!answer) throw new Error('A dialog was shown that nobody expected');
        return answer;
      };
      dialog.showOpenDialog = async () => {
        const filePaths = next();
        return { canceled: filePaths.length === 0, filePaths };
      };
      dialog.showSaveDialog = async () => {
        const [filePath = ''] = next();
        return { canceled: filePath === '', filePath };
      };
    },
    answers.map((one) => [...one]),
  );
}
