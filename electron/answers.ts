import { app, type BrowserWindow, shell } from 'electron';
import type { PathToken } from '../db/model/desk.ts';
import { createDialogs } from './dialogs.ts';
import type { DataHost } from './hostProcess.ts';
import { answerCall } from './ipc.ts';
import { logFolder } from './log.ts';
import { printContents } from './print.ts';
import { xdgOpen } from './xdgOpen.ts';

/** Electron answers with an empty text when the system could open the path. */
const opens = async (path: string): Promise<boolean> =>
  process.platform === 'linux' ? xdgOpen(path) : (await shell.openPath(path)) === '';

/** Answers every call the window can make on the main process. */
export function answerWindow(window: BrowserWindow, host: DataHost, dataDir: string): void {
  const dialogs = createDialogs(window, host.rememberPath);
  answerCall('desk:pickFile', dialogs.pickFile);
  answerCall('desk:pickFiles', dialogs.pickFiles);
  answerCall('desk:pickFolder', dialogs.pickFolder);
  answerCall('desk:takeDropped', dialogs.takeDropped);
  answerCall('desk:pickSave', dialogs.pickSave);
  answerCall('desk:openPath', async (token: PathToken) => {
    const path = await host.pathOf(token);
    return path !== undefined && opens(path);
  });
  answerCall('desk:revealInFolder', async (token: PathToken) => {
    const path = await host.pathOf(token);
    if (path !== undefined) shell.showItemInFolder(path);
    return path !== undefined;
  });
  answerCall('desk:openDataFolder', () => opens(dataDir));
  answerCall('desk:openLogFolder', () => opens(logFolder()));
  answerCall('desk:print', (_input, sender) => printContents(sender));
  answerCall('desk:requestPort', (_input, sender) => host.connect(sender));
  answerCall('desk:hostState', () => host.state());
  answerCall('desk:selfTest', () => host.selfTest());
  answerCall('desk:restart', () => {
    app.relaunch();
    app.quit();
  });
}
