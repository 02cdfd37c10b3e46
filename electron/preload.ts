import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DeskBridge, DeskInfo } from '../db/model/desk.ts';
import type { CallInput, CallName, EventBody, EventName } from './channels.ts';

/** The one bridge between the window and the rest. It passes on; the main process checks. */

const call = <Name extends CallName>(name: Name, input: CallInput<Name>) => ipcRenderer.invoke(name, input);

function listen<Name extends EventName>(name: Name, listener: (body: EventBody<Name>) => void): () => void {
  const heard = (_event: unknown, body: EventBody<Name>): void => listener(body);
  ipcRenderer.on(name, heard);
  return () => ipcRenderer.off(name, heard);
}

const SYSTEMS: Readonly<Record<string, DeskInfo['system']>> = { win32: 'windows', darwin: 'mac' };

const argument = (name: string): string =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';

const desk: DeskBridge = {
  info: {
    system: SYSTEMS[process.platform] ?? 'linux',
    version: argument('desk-version'),
    electron: process.versions.electron ?? '',
  },
  pickFile: (query) => call('desk:pickFile', query),
  pickFiles: (query) => call('desk:pickFiles', query),
  pickFolder: (query) => call('desk:pickFolder', query),
  // A file the page made up by itself has no path and is left out.
  takeDropped: (files) =>
    call('desk:takeDropped', files.map((file) => webUtils.getPathForFile(file)).filter(Boolean)),
  pickSave: (query) => call('desk:pickSave', query),
  openPath: (token) => call('desk:openPath', token),
  revealInFolder: (token) => call('desk:revealInFolder', token),
  openDataFolder: () => call('desk:openDataFolder', undefined),
  openLogFolder: () => call('desk:openLogFolder', undefined),
  print: () => call('desk:print', undefined),
  restart: () => call('desk:restart', undefined),
  requestPort: () => void call('desk:requestPort', undefined),
  selfTest: () => call('desk:selfTest', undefined),
  hostState: () => call('desk:hostState', undefined),
  onHostState: (listener) => listen('desk:hostStateChanged', listener),
  onCommand: (listener) => listen('desk:command', listener),
};

// A port cannot pass through the bridge; it is handed to the page as a message of the page's own window.
ipcRenderer.on('desk:port', (event) => {
  window.postMessage('desk:port', window.location.origin, [...event.ports]);
});

contextBridge.exposeInMainWorld('desk', desk);
