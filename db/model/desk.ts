import { z } from 'zod';

/**
 * What the shell offers the window besides the data: dialogs, printing, menu commands. The window never names a path:
 * it gets a token from a dialog, or from the data host for a file that was made, and hands the token back.
 */
export const PathToken = z.uuid();
export type PathToken = z.infer<typeof PathToken>;

/** What a dialog is for: decides its title and file types, and under which the last folder is remembered. */
export const PickPurpose = z.enum([
  'applicantsWorkbook',
  'plansWorkbook',
  'worksWorkbook',
  'scoreTableWorkbook',
  'measuresWorkbook',
  'attachment',
  'backup',
  'package',
  'documents',
  'recoverySheet',
  'font',
  'template',
  'settings',
]);
export type PickPurpose = z.infer<typeof PickPurpose>;

export const PickQuery = z.object({ purpose: PickPurpose });
export type PickQuery = z.infer<typeof PickQuery>;

export const SaveQuery = z.object({ purpose: PickPurpose, suggestedName: z.string().min(1).max(200) });
export type SaveQuery = z.infer<typeof SaveQuery>;

/** What the clerk chose. `name` is the last part of the path, for showing. */
export const PickedPath = z.object({ token: PathToken, name: z.string() });
export type PickedPath = z.infer<typeof PickedPath>;

/** Where dropped files lie, as the preload script finds it from the files themselves; never said by the window. */
export const DroppedPaths = z.array(z.string().min(1)).max(100);

export const PrintOutcome = z.enum(['printed', 'cancelled', 'failed']);
export type PrintOutcome = z.infer<typeof PrintOutcome>;

/** Menu entries that the window carries out. */
export const DeskCommand = z.enum(['save', 'print', 'search', 'keys', 'manual', 'about']);
export type DeskCommand = z.infer<typeof DeskCommand>;

/** `starting` until the data host answers; after `ready` the window asks for a (new) port. */
export const HostState = z.object({ state: z.enum(['starting', 'ready', 'failed']), message: z.string() });
export type HostState = z.infer<typeof HostState>;

export const DeskInfo = z.object({
  system: z.enum(['windows', 'linux', 'mac']),
  version: z.string(),
  electron: z.string(),
});
export type DeskInfo = z.infer<typeof DeskInfo>;

/** Whether the parts that differ from PC to PC work here: SQLite in the data host, a worker thread. */
export const SelfTest = z.object({
  sqlite: z.string(),
  workerAnswered: z.boolean(),
  milliseconds: z.number(),
});
export type SelfTest = z.infer<typeof SelfTest>;

/** The data of the window's `message` event that carries the port to the data host. */
export const PORT_MESSAGE = 'desk:port';

type Unsubscribe = () => void;

/** `window.desk`, put there by the preload script. Every `undefined` means that the clerk cancelled. */
export interface DeskBridge {
  readonly info: DeskInfo;
  pickFile(query: PickQuery): Promise<PickedPath | undefined>;
  pickFiles(query: PickQuery): Promise<readonly PickedPath[]>;
  pickFolder(query: PickQuery): Promise<PickedPath | undefined>;
  /** Files the clerk dropped on the window. The window hands over what it got; the shell finds where they lie. */
  takeDropped(files: readonly File[]): Promise<readonly PickedPath[]>;
  pickSave(query: SaveQuery): Promise<PickedPath | undefined>;
  /** Opens with the program the system has for it. False when the token is stale or nothing can open it. */
  openPath(token: PathToken): Promise<boolean>;
  revealInFolder(token: PathToken): Promise<boolean>;
  openDataFolder(): Promise<boolean>;
  openLogFolder(): Promise<boolean>;
  /** Prints what the window laid out for it on upright A4 sheets, through the system's dialog. */
  print(): Promise<PrintOutcome>;
  /** Closes the data and starts the program anew (a restore takes effect then). */
  restart(): Promise<void>;
  /** The port comes as a `message` event of the window with `data === PORT_MESSAGE` and one port. */
  requestPort(): void;
  selfTest(): Promise<SelfTest>;
  hostState(): Promise<HostState>;
  onHostState(listener: (state: HostState) => void): Unsubscribe;
  onCommand(listener: (command: DeskCommand) => void): Unsubscribe;
}
