import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main.js';
import { scrub } from './scrub.ts';

const ONE_MEGABYTE = 1024 * 1024;

/** Writes to `logs/desk.log` in the profile folder. Whatever gets there was scrubbed of private numbers. */
export function startLog(): void {
  log.transports.file.resolvePathFn = () => join(logFolder(), 'desk.log');
  log.transports.file.maxSize = ONE_MEGABYTE;
  log.transports.console.level = process.env.WORKSHOP_DESK_VERBOSE ? 'info' : false;
  log.hooks.push((message) => ({ ...message, data: message.data.map((part) => scrub(String(part))) }));
}

export const logFolder = (): string => join(app.getPath('userData'), 'logs');

type LogLevel = 'info' | 'warn' | 'error';

export const writeLog = (level: LogLevel, line: string): void => log[level](line);
