import { type } from '@orpc/contract';
import { z } from 'zod';
import { ImportChoices, type ImportPreview, type ImportRow } from '../importTypes.ts';
import { call, longWork, PathToken } from './base.ts';

/** The preview without the applicants themselves: private numbers stay in the host. */
export type ShownImportRow = Omit<ImportRow, 'applicant'> & { readonly valid: boolean };
export type ShownImportPreview = Omit<ImportPreview, 'rows'> & {
  readonly fileName: string;
  readonly rows: readonly ShownImportRow[];
};

export const imports = {
  /** Reads the picked workbook and keeps it under the token until it is applied or another is opened. */
  preview: call
    .input(z.object({ token: PathToken, choices: ImportChoices }))
    .output(type<ShownImportPreview>()),
  /** Takes exactly what the last preview with these choices showed; a backup is made before. */
  apply: call
    .input(z.object({ token: PathToken, choices: ImportChoices, onlyValid: z.boolean() }))
    .output(longWork<{ readonly imported: number; readonly left: number }>()),
  template: call.output(type<{ readonly bytes: Uint8Array; readonly fileName: string }>()),
};
