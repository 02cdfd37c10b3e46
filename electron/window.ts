import { join } from 'node:path';
import { app, BrowserWindow, nativeImage, screen } from 'electron';
import { z } from 'zod';
import { placeWindow, smallestSize } from './bounds.ts';
import { windowAddress } from './protocol.ts';
import { readState, writeState } from './stateFile.ts';

const Remembered = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(150),
  maximized: z.boolean(),
});

const stateFile = (): string => join(app.getPath('userData'), 'window.json');

const workAreas = () => screen.getAllDisplays().map((display) => display.workArea);

/** The one window: sandboxed, without Node, talking to the rest through the preload script alone. */
export function openWindow(title: string, iconFile: string): BrowserWindow {
  const remembered = readState(stateFile(), Remembered);
  const smallest = smallestSize(workAreas());
  const window = new BrowserWindow({
    ...placeWindow(remembered, workAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title,
    icon: nativeImage.createFromPath(iconFile),
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      additionalArguments: [`--desk-version=${app.getVersion()}`],
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  if (remembered?.maximized) window.maximize();
  // Scaling changed, or the window was carried to another screen.
  const fit = (): void => {
    const { width, height } = smallestSize(workAreas());
    window.setMinimumSize(width, height);
  };
  screen.on('display-added', fit).on('display-removed', fit).on('display-metrics-changed', fit);
  window.once('closed', () => {
    screen.off('display-added', fit).off('display-removed', fit).off('display-metrics-changed', fit);
  });
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => {
    writeState(stateFile(), { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  return window;
}

/** Loading is a step of its own: the calls of the page have to be answered before it runs. */
export const loadWindow = (window: BrowserWindow): Promise<void> => window.loadURL(windowAddress);

/** A second start brings the first window forward. */
export function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
