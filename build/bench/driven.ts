import type { ElectronApplication } from 'playwright-core';
import type { z } from 'zod';
import { launch, type Program, resize } from '../drive/launch.ts';

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

const answer = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);

const asDriven = ({ app, page }: Program): Driven => ({
  evaluate: async (script, schema) => schema.parse(await page.evaluate(script)),
  press: (key) => page.keyboard.press(key),
  answerDialogs: (path) => answer(app, path),
  stop: () => app.close(),
});

/** Starts a packaged program at the size of a common office screen. */
export async function drive(executable: string, args: readonly string[]): Promise<Driven> {
  const program = await launch(executable, args);
  await resize(program.app);
  return asDriven(program);
}
