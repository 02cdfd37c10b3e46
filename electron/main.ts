import { join } from 'node:path';
import { app, type BrowserWindow, dialog, session } from 'electron';
import { errorText } from '../db/errorText.ts';
import { answerWindow } from './answers.ts';
import { type DataHost, startDataHost } from './hostProcess.ts';
import { tellWindow } from './ipc.ts';
import { logFolder, startLog, writeLog } from './log.ts';
import { setMenu } from './menu.ts';
import { readOptions } from './options.ts';
import { registerScheme, serveWindow } from './protocol.ts';
import { installedResources } from './resources.ts';
import { closeAllContents, closeSession } from './security.ts';
import { loadWindow, openWindow, showAgain } from './window.ts';

/** Life cycle only: windows, dialogs, printing and the keychain live here; the data and its rules do not. */

const TITLE = '名特优小作坊创建工作台';

/** Two crashes of the page within this many milliseconds are one that will go on. */
const CRASH_LOOP = 30_000;

const options = readOptions(process.argv, process.env);
app.setName('workshop-desk');
if (options.profileDir) app.setPath('userData', options.profileDir);
const dataDir = options.dataDir ?? join(app.getPath('userData'), 'data');

let window: BrowserWindow | undefined;
let host: DataHost | undefined;

process.on('uncaughtException', (error) => writeLog('error', errorText(error)));
process.on('unhandledRejection', (error) => writeLog('error', errorText(error)));

async function start(): Promise<void> {
  const { rendererDir, iconFile, ...resources } = installedResources();
  closeSession(session.defaultSession);
  serveWindow(session.defaultSession, rendererDir, resources.fontsDir);
  const opened = openWindow(TITLE, iconFile);
  window = opened;
  host = startDataHost(
    {
      dataDir,
      resources,
      version: app.getVersion(),
      ...(options.today ? { today: options.today } : {}),
    },
    (state) => tellWindow(opened.webContents, 'desk:hostStateChanged', state),
  );
  answerWindow(opened, host, dataDir);
  setMenu((command) => tellWindow(opened.webContents, 'desk:command', command));
  reloadAfterCrash(opened);
  opened.on('closed', () => {
    window = undefined;
  });
  await loadWindow(opened);
}

/** Unsaved edits are kept as drafts by the data host, so a reload finds them. A page that crashes at once is given up. */
function reloadAfterCrash(opened: BrowserWindow): void {
  let lastReload = Number.NEGATIVE_INFINITY;
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    writeLog('error', `The window's process ended: ${reason}`);
    const now = performance.now();
    if (now - lastReload < CRASH_LOOP) {
      giveUp('窗口反复意外中断');
      return;
    }
    lastReload = now;
    void loadWindow(opened);
  });
}

/** What is left when there is no window to say it in. */
function giveUp(what: string): void {
  dialog.showErrorBox(
    TITLE,
    `${what}。数据仍在本机，没有丢失。\n请重新启动程序；仍有问题时，请把日志文件夹交给技术支持：\n${logFolder()}`,
  );
  app.quit();
}

/** The database is closed before the process ends. */
function stopOnce(): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped || !host) return;
    event.preventDefault();
    stopped = true;
    // Not from within this event: a quit asked for there is dropped.
    void host.stop().finally(() => setImmediate(() => app.quit()));
  });
}

function run(): void {
  startLog();
  registerScheme();
  closeAllContents();
  stopOnce();
  // As root (tests in a container) Chromium refuses to start with a sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('second-instance', () => window && showAgain(window));
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      writeLog('error', errorText(error));
      giveUp('程序无法启动');
    });
}

// Not the first with this profile: the first one is told and shows its window.
if (app.requestSingleInstanceLock()) run();
else app.quit();
