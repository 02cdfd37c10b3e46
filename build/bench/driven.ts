import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { z } from 'zod';

/**
 * The program driven by Playwright, for measures of a running window: unlike `watch`, it can answer the system's file
 * dialogs. The times themselves are taken inside the page.
 */
export interface Driven {
  evaluate<Schema extends z.ZodType>(script: string, schema: Schema): Promise<z.output<Schema>>;
  press(key: string): Promise<void>;
  /** What every file dialog answers from now on. */
  answerDialogs(path: string): Promise<void>;
  stop(): Promise<void>;
}

const START_TIMEOUT = 60_000;

const rootArguments = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

const answer = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);

const asDriven = (app: ElectronApplication, page: Page): Driven => ({
  evaluate: async (script, schema) => schema.parse(await page.evaluate(script)),
  press: (key) => page.keyboard.press(key),
  answerDialogs: (path) => answer(app, path),
  stop: () => app.close(),
});

/** Starts a packaged program at the size of a common office screen. */
export async function drive(executable: string, args: readonly string[]): Promise<Driven> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...rootArguments(), ...args],
    timeout: START_TIMEOUT,
  });
  const page = await app.firstWindow({ timeout: START_TIMEOUT });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  return asDriven(app, page);
}
