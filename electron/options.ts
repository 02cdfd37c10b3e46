import { resolve } from 'node:path';
import { IsoDate } from '../db/model/dates.ts';

/** What can be said on the command line. `today` and `profileDir` exist for tests and support. */
export interface Options {
  /** The data folder; by default inside the user's profile folder of the program. */
  readonly dataDir: string | undefined;
  /** Chromium's own files, the window's place, logs. Two programs with the same one are one. */
  readonly profileDir: string | undefined;
  readonly today: IsoDate | undefined;
}

const argumentOf = (argv: readonly string[], name: string): string | undefined => {
  const prefix = `--${name}=`;
  return argv.find((one) => one.startsWith(prefix))?.slice(prefix.length) || undefined;
};

/** Reads `--data-dir=`, `--profile-dir=` and `--today=`; `WORKSHOP_DESK_DATA` stands in for the first. */
export function readOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options {
  const folder = (value: string | undefined): string | undefined => (value ? resolve(value) : undefined);
  const today = argumentOf(argv, 'today');
  return {
    dataDir: folder(argumentOf(argv, 'data-dir') ?? environment.WORKSHOP_DESK_DATA),
    profileDir: folder(argumentOf(argv, 'profile-dir')),
    today: today === undefined ? undefined : IsoDate.parse(today),
  };
}
