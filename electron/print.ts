import type { WebContents } from 'electron';
import type { PrintOutcome } from '../db/model/desk.ts';
import { writeLog } from './log.ts';

/**
 * Prints what the window laid out for it: upright A4 sheets without margins of the printer's own. The system's dialog
 * asks for printer, copies and sides.
 */
export function printContents(contents: WebContents): Promise<PrintOutcome> {
  const options = { landscape: false, pageSize: 'A4', printBackground: true } as const;
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
