import type { WebContents } from 'electron';
import type { PrintOutcome, PrintQuery } from '../db/model/desk.ts';
import { writeLog } from './log.ts';

/** Prints what the window shows. The system's own dialog asks for printer and copies. */
export function printContents(contents: WebContents, query: PrintQuery): Promise<PrintOutcome> {
  const options = {
    landscape: query.landscape ?? false,
    pageSize: query.pageSize ?? 'A4',
    printBackground: true,
  } as const;
  return new Promise((resolve) => {
    contents.print(options, (success, reason) => {
      if (success) return resolve('printed');
      // Chromium's words for a closed dialog differ between versions, its beginning does not.
      if (reason.toLowerCase().includes('cancel')) return resolve('cancelled');
      writeLog('warn', `Printing failed: ${reason}`);
      resolve('failed');
    });
  });
}
