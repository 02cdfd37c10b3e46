import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { inCache } from '../../../build/paths.ts';

export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  readonly profileDir: string;
  /** Everything the page wrote to its console as an error. */
  readonly consoleErrors: readonly string[];
  /** Saves what the window shows to `.cache/screens/NAME.png`. */
  screen(name: string): Promise<void>;
  /** What the next file dialogs answer, one entry a dialog; an empty one is a cancelled dialog. */
  answerDialogs(...answers: readonly (readonly string[])[]): Promise<void>;
  close(): Promise<void>;
}

interface DeskOptions {
  /** A folder with `data` and `profile` in it; a fresh one by default, removed by `cleanUp`. */
  readonly home?: string;
  readonly today?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
}

const START_TIMEOUT = 60_000;
/** Long enough for a busy machine, short enough to show where a walk got stuck. */
const ACTION_TIMEOUT = 15_000;
const made: string[] = [];

/** How the program has to be started here: Chromium refuses its sandbox to root. */
export const rootArguments = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Playwright's own waiting evaluates text, which the page's policy forbids. */
async function waitForHost(page: Page, logFile: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    const { state } = await page.evaluate(() => window.desk.hostState());
    if (state === 'ready') return;
    if (state === 'failed') throw new Error(`The data host failed:\n${readFileSync(logFile, 'utf8')}`);
    if (Date.now() > deadline) throw new Error('The data host did not start');
    await page.waitForTimeout(50);
  }
}

/** A fresh folder for one test. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'desk-'));
  made.push(home);
  return home;
}

/** For `afterAll`. */
export function cleanUp(): void {
  for (const home of made.splice(0)) rmSync(home, { recursive: true, force: true });
}

/** Starts the packaged program in real Electron and waits for its window and the data host. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const home = options.home ?? newHome();
  const dataDir = join(home, 'data');
  const profileDir = join(home, 'profile');
  const app = await _electron.launch({
    executablePath: inject('executable'),
    args: [
      ...rootArguments(),
      `--data-dir=${dataDir}`,
      `--profile-dir=${profileDir}`,
      `--today=${options.today ?? '2026-03-02'}`,
      ...(options.args ?? []),
    ],
    timeout: START_TIMEOUT,
  });
  const page = await app.firstWindow({ timeout: START_TIMEOUT });
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  page.setDefaultTimeout(ACTION_TIMEOUT);
  await waitForHost(page, join(profileDir, 'logs', 'desk.log'));
  const { width, height } = options.size ?? { width: 1366, height: 768 };
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  return {
    app,
    page,
    dataDir,
    profileDir,
    consoleErrors,
    screen: async (name) => {
      mkdirSync(inCache('screens'), { recursive: true });
      await page.screenshot({ path: inCache('screens', `${name}.png`) });
    },
    answerDialogs: (...answers) => presetDialogs(app, answers),
    close: () => app.close(),
  };
}

/** Puts the answers in place of the system's dialogs, in the main process of the real program. */
async function presetDialogs(
  app: ElectronApplication,
  answers: readonly (readonly string[])[],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, queue) => {
      const next = (): string[] => {
        const answer = queue.shift();
        if (!answer) throw new Error('A dialog was shown that the test did not expect');
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
