/** Where the files lie that the program carries with it. An installation and a working copy differ in this only. */
export interface Resources {
  readonly migrationsDir: string;
  /** Holds `NotoSerifSC_400Regular.ttf`, `NotoSerifSC_700Bold.ttf`, the same two of `NotoSansSC`, and `HanaMinB.ttf`. */
  readonly fontsDir: string;
  /** The script of the worker threads. */
  readonly workerFile: string;
  /** better-sqlite3's compiled part, where its own does not fit the runtime (window tests on Electron 33). */
  readonly nativeBinding?: string;
}
