/** Where the parts that ship with the program lie; found by `electron/` or the command line, never guessed below them. */
export interface Resources {
  readonly migrationsDir: string;
  readonly fontsDir: string;
  /** A better-sqlite3 binary to load in place of the package's own (only the window tests need one). */
  readonly nativeBinding?: string;
  readonly workerFile: string;
}
