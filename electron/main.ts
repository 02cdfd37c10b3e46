import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { answerWindow } from './answers.ts';
import { type DataHost, startDataHost } from './hostProcess.ts';
import { tellWindow } from './ipc.ts';
import { describeError, startLog, writeLog } from './log.ts';
import { setMenu } from './menu.ts';
import { readOptions } from './options.ts';
import { registerScheme, serveWindow } from './protocol.ts';
import { installedResources } from './resources.ts';
import { closeAllContents, closeSession } from './security.ts';
import { loadWindow, openWindow, showAgain } from './window.ts';

/** Life cycle only: windows, dialogs, printing and the keychain live here; the data and its rules do not. */

const TITLE = '名特优小作坊创建工作台';

const options = readOptions(process.argv, process.env);
app.setName('workshop-desk');
if (options.profileDir) app.setPath('userData', options.profileDir);
const dataDir = options.dataDir ?? join(app.getPath('userData'), 'data');

let window: BrowserWindow | undefined;
let host: DataHost | undefined;

process.on('uncaughtException', (error) => writeLog('error', describeError(error)));
process.on('unhandledRejection', (error) => writeLog('error', describeError(error)));

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
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    writeLog('error', `The window's process ended: ${reason}`);
    // Unsaved edits are kept as drafts by the data host, so a reload finds them.
    if (reason !== 'clean-exit') void loadWindow(opened);
  });
  opened.on('closed', () => {
    window = undefined;
  });
  await loadWindow(opened);
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
  void app.whenReady().then(start);
}

// Not the first with this profile: the first one is told and shows its window.
if (app.requestSingleInstanceLock()) run();
else app.quit();
