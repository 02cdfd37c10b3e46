import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { inject } from 'vitest';
import { answerDialogs, openProgram } from '../../../build/drive/launch.ts';
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

const made: string[] = [];

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
export async function openDesk({ home = newHome(), ...options }: DeskOptions = {}): Promise<Desk> {
  const consoleErrors: string[] = [];
  const { app, page } = await openProgram({
    executable: inject('executable'),
    home,
    today: options.today ?? '2026-03-02',
    size: options.size,
    args: options.args,
    watch: (opened) => {
      opened.on('console', (message) => {
        if (message.type() === 'error') consoleErrors.push(message.text());
      });
      opened.on('pageerror', (error) => consoleErrors.push(String(error)));
    },
  });
  return {
    app,
    page,
    dataDir: join(home, 'data'),
    profileDir: join(home, 'profile'),
    consoleErrors,
    screen: async (name) => {
      mkdirSync(inCache('screens'), { recursive: true });
      await page.screenshot({ path: inCache('screens', `${name}.png`) });
    },
    answerDialogs: (...answers) => answerDialogs(app, answers),
    close: () => app.close(),
  };
}
