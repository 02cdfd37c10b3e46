import type { Instant, IsoDate } from '../../db/model/dates.ts';
import type { PathToken } from '../../db/model/desk.ts';
import type { Resources } from '../../db/resources.ts';
import type { WorkerPool } from './pool.ts';

/** The system's key store, where it has a real one: `undefined` otherwise. */
export interface Keychain {
  wrap(bytes: Uint8Array): Promise<Uint8Array | undefined>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array | undefined>;
}

interface HostLog {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** Everything the API handlers get from the shell. One for the life of the data host. */
export interface HostContext {
  readonly dataDir: string;
  readonly resources: Resources;
  readonly version: string;
  /** The day on the PC's clock, or the one given with `--today=`. */
  today(): IsoDate;
  now(): Instant;
  /** The path behind a token of a dialog, or of `rememberPath`. */
  pathOf(token: string): string | undefined;
  /** A token for a file or folder that was made, so that the window can have it opened. */
  rememberPath(path: string): PathToken;
  readonly keychain: Keychain;
  readonly log: HostLog;
  readonly pool: WorkerPool;
  /** Called before the process ends: close what is open. */
  onStop(close: () => void | Promise<void>): void;
}
