import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type Locator, type Page } from 'playwright-core';
import { withPalette } from './palette.ts';

const SIZE = { width: 1366, height: 768 };
const START_TIMEOUT = 60_000;
const ACTION_TIMEOUT = 15_000;
/** Fades and slides of the window end within it. */
const SETTLED = 450;

/** The program's window, as a clerk's hand and eye use it. */
export interface Desk {
  readonly page: Page;
  /** The folder the office lies in: workbooks, sticks. */
  readonly home: string;
  /** What the next file dialogs answer, one path a dialog. */
  answerDialogs(...paths: readonly string[]): Promise<void>;
  /** Saves what the window shows, with `hidden` painted over. */
  shoot(file: string, hidden?: readonly Locator[]): Promise<void>;
  close(): Promise<void>;
}

async function waitForHost(page: Page): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  // Not by Playwright's own waiting: it evaluates text, which the page's policy forbids.
  while ((await page.evaluate(() => window.desk.hostState())).state !== 'ready') {
    if (Date.now() > deadline) throw new Error('The data host did not start');
    await sleep(50);
  }
}

/** Opens the packaged program on `home`, as on the day `today`. */
export async function openDesk(executable: string, home: string, today: string): Promise<Desk> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--data-dir=${join(home, 'data')}`,
      `--profile-dir=${join(home, 'profile')}`,
      `--today=${today}`,
    ],
    timeout: START_TIMEOUT,
  });
  const page = await app.firstWindow({ timeout: START_TIMEOUT });
  page.setDefaultTimeout(ACTION_TIMEOUT);
  await waitForHost(page);
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    SIZE,
  );
  return {
    page,
    home,
    answerDialogs: (...paths) =>
      app.evaluate(
        ({ dialog }, queue) => {
          const next = (): string => queue.shift() ?? '';
          dialog.showOpenDialog = async () => {
            const path = next();
            return { canceled: path === '', filePaths: path === '' ? [] : [path] };
          };
          dialog.showSaveDialog = async () => {
            const filePath = next();
            return { canceled: filePath === '', filePath };
          };
        },
        [...paths],
      ),
    shoot: async (file, hidden = []) => {
      await sleep(SETTLED);
      await writeFile(file, withPalette(await page.screenshot({ mask: [...hidden], maskColor: '#d0d5dd' })));
    },
    close: () => app.close(),
  };
}

type Within = Locator | Page;

export const press = (within: Within, name: string | RegExp): Promise<void> =>
  within.getByRole('button', { name }).first().click();

export const dialog = ({ page }: Desk, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Waits until a text is shown. */
export const seen = (within: Within, text: string | RegExp): Promise<void> =>
  within.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 30_000 });

/** The row of a list that shows this text. */
export const row = ({ page }: Desk, text: string): Locator =>
  page.locator('.ant-table-row', { hasText: text }).first();

export async function tick(desk: Desk, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await row(desk, text).getByRole('checkbox').check();
}

export async function fill(within: Within, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = within.getByLabel(label, { exact: true });
    await field.fill(text);
    // A date is taken when the field is left.
    await field.press('Tab');
  }
}

/** Opens a page by its entry in the left menu. */
export const open = ({ page }: Desk, entry: string): Promise<void> =>
  page
    .getByRole('menuitem', { name: new RegExp(`${entry}( \\d+)?$`) })
    .first()
    .click();

export const tab = ({ page }: Desk, name: string | RegExp): Promise<void> =>
  page.getByRole('tab', { name }).first().click();

/** Opens the data with the recovery code. */
export async function unlock({ page }: Desk, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '恢复码' }).fill(code);
  await press(page, '打开');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  await sleep(300);
}

/** Waits until the preview shows its first page: the frame stands before anything is drawn. */
export async function paperSeen({ page }: Desk): Promise<void> {
  await seen(page, /共\d+页/);
  const canvas = page.locator('.pdf-pages canvas').first();
  await canvas.waitFor();
  const isBlank = (): Promise<boolean> =>
    canvas.evaluate((one) => {
      if (!(one instanceof HTMLCanvasElement) || one.width === 0) return true;
      const pixels = one.getContext('2d')?.getImageData(0, 0, one.width, one.height).data;
      return !pixels?.some((value, at) => at % 4 === 0 && value < 100);
    });
  const deadline = Date.now() + ACTION_TIMEOUT;
  while (await isBlank()) {
    if (Date.now() > deadline) throw new Error('The preview stayed blank');
    await sleep(100);
  }
}
