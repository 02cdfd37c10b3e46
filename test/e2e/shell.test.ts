import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { rootArguments } from '../../build/runtime/rootArguments.ts';
import { cleanUp, type Desk, newHome, openDesk } from './support/desk.ts';

afterAll(cleanUp);

const outsideRequest = (address: string): Promise<string> =>
  fetch(address).then(
    (answer) => `answered ${answer.status}`,
    () => 'refused',
  );

describe('the window', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  test('shows the page, with SQLite and a worker thread at work behind it', async () => {
    expect(desk.page.url()).toBe('app://desk/');
    const report = await desk.page.evaluate(() => window.desk.selfTest());
    expect(report.workerAnswered).toBe(true);
    expect(report.sqlite).toMatch(/^3\./);
    await desk.screen('shell');
  });

  test('is called by the product and fits a 1366×768 screen', async () => {
    const shown = await desk.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { title: window?.getTitle(), smallest: window?.getMinimumSize() };
    });
    expect(shown).toEqual({ title: '名特优小作坊创建工作台', smallest: [1024, 640] });
  });

  test('has no Node and no bridge but its own', async () => {
    const found = await desk.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  test('does not leave its page', async () => {
    for (const address of [
      'https://example.invalid/',
      'file:///etc/hostname',
      'app://other/',
      'data:text/html,x',
    ]) {
      await desk.page.evaluate((to) => window.location.assign(to), address);
      await desk.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      expect(desk.page.url()).toBe('app://desk/');
    }
  });

  test('may load its page anew from any of its screens', async () => {
    await desk.page.evaluate(() => {
      window.location.hash = '#/settings';
    });
    const loaded = desk.page.waitForEvent('load');
    await desk.page.evaluate(() => window.location.reload());
    await loaded;
    expect(desk.page.url()).toBe('app://desk/#/settings');
  });

  test('opens no other window', async () => {
    const opened = await desk.page.evaluate(() =>
      ['https://example.invalid/', 'app://desk/', 'about:blank'].map((to) => window.open(to) !== null),
    );
    expect(opened).toEqual([false, false, false]);
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('embeds no foreign frame', async () => {
    const loaded = await desk.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.invalid/';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const address = frame.contentDocument?.URL ?? 'closed';
      frame.remove();
      return address;
    });
    expect(['about:blank', 'closed']).toContain(loaded);
  });

  test('fetches nothing from outside', async () => {
    const answers = await desk.page.evaluate(outsideRequest, 'https://example.invalid/');
    expect(answers).toBe('refused');
    const fromMain = await desk.app.evaluate(({ net }) =>
      net.fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(fromMain).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('runs no script but its own', async () => {
    const ran = await desk.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      return 'injected' in window;
    });
    expect(ran).toBe(false);
    const policy = await desk.page.evaluate(() =>
      fetch('app://desk/').then((answer) => answer.headers.get('content-security-policy')),
    );
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self';`);
  });

  test('gets each page with a new nonce', async () => {
    const pages = await desk.page.evaluate(() =>
      Promise.all([1, 2].map(() => fetch('app://desk/').then((answer) => answer.text()))),
    );
    expect(pages[0]).not.toContain('__STYLE_NONCE__');
    expect(pages[0]).not.toBe(pages[1]);
  });

  test.each([
    ['GET', 'app://desk/../package.json', 404],
    ['GET', 'app://desk/%2e%2e%2f%2e%2e%2fpackage.json', 404],
    ['GET', 'app://desk/fonts/..%2fapp.asar', 404],
    ['GET', 'app://desk/fonts/..%5cicon.png', 404],
    ['GET', 'app://desk/nothing.js', 404],
    ['POST', 'app://desk/', 405],
    ['GET', 'app://desk/fonts/NotoSansSC_400Regular.ttf', 200],
  ])('%s %s is answered with %i', async (method, address, status) => {
    const found = await desk.page.evaluate(
      ([how, to]) => fetch(to ?? '', { method: how ?? '' }).then((a) => a.status),
      [method, address],
    );
    expect(found).toBe(status);
  });

  test('is granted no permission', async () => {
    const states = await desk.page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as const).map((name) =>
          navigator.permissions.query({ name }).then(({ state }) => state),
        ),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  });

  test('gets tokens for paths, never a path', async () => {
    const file = join(desk.profileDir, '名单.xlsx');
    writeFileSync(file, '');
    await desk.answerDialogs([file], []);
    const [picked, cancelled] = await desk.page.evaluate(async () => [
      await window.desk.pickFile({ purpose: 'applicantsWorkbook' }),
      await window.desk.pickFile({ purpose: 'applicantsWorkbook' }),
    ]);
    expect(picked).toEqual({ token: expect.stringMatching(/^[0-9a-f-]{36}$/), name: basename(file) });
    expect(cancelled).toBeUndefined();
  });

  test('is refused what no dialog gave, and malformed calls', async () => {
    const answers = await desk.page.evaluate(async () => [
      await window.desk.openPath('00000000-0000-4000-8000-000000000000'),
      await window.desk.openPath('/etc/hostname').catch(() => 'refused'),
    ]);
    expect(answers).toEqual([false, 'refused']);
  });
});

describe('the life cycle', () => {
  let desk: Desk | undefined;
  afterEach(() => desk?.close());

  test('a second start ends by itself and shows the first window', async () => {
    desk = await openDesk();
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const second = spawn(inject('executable'), [
      ...rootArguments(),
      `--profile-dir=${desk.profileDir}`,
      `--data-dir=${desk.dataDir}`,
    ]);
    const code = await new Promise((resolve) => second.on('exit', resolve));
    expect(code).toBe(0);
    const isVisible = () =>
      desk?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()));
    await expect.poll(isVisible).toEqual([true]);
  });

  test('a data host that dies is started once more; the second time the window is told', async () => {
    desk = await openDesk();
    const { page, app } = desk;
    const killHost = async (): Promise<void> => {
      const pid = await app.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'workshop-desk-data')?.pid,
      );
      expect(pid).toBeTypeOf('number');
      process.kill(pid ?? 0, 'SIGKILL');
    };
    const state = () => page.evaluate(() => window.desk.hostState());
    await killHost();
    await expect
      .poll(state, { timeout: 20_000 })
      .toEqual({ state: 'ready', message: expect.stringContaining('重新启动') });
    await killHost();
    await expect
      .poll(state, { timeout: 20_000 })
      .toEqual({ state: 'failed', message: expect.stringContaining('无法启动') });
  });

  test('a page that crashes comes back', async () => {
    desk = await openDesk();
    const { app } = desk;
    const state = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return new Promise((resolve) => {
        contents?.once('did-finish-load', () =>
          contents.executeJavaScript('window.desk.hostState().then(({ state }) => state)').then(resolve),
        );
        contents?.forcefullyCrashRenderer();
      });
    });
    expect(state).toBe('ready');
  });

  test('the place of the window is remembered', async () => {
    const home = newHome();
    desk = await openDesk({ home, size: { width: 1200, height: 700 } });
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const file = join(home, 'profile', 'window.json');
    await expect.poll(() => existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ width: 1200, maximized: false });
  });
});
