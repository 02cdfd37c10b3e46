import { type } from '@orpc/contract';
import { z } from 'zod';
import { type SettingsChange, SettingsPart } from '../settingsFile.ts';
import { call, PathToken } from './base.ts';
import type { MadePaper } from './papers.ts';

export interface SettingsPreview {
  readonly fileName: string;
  readonly office: string;
  readonly madeOn: string;
  /** Only parts that would change something. */
  readonly changes: readonly SettingsChange[];
}

export const settingsFile = {
  export: call.output(type<MadePaper>()),
  preview: call.input(z.object({ file: PathToken })).output(type<SettingsPreview>()),
  apply: call
    .input(z.object({ file: PathToken, parts: z.array(SettingsPart).min(1, '请至少选一项') }))
    .output(type<{ readonly applied: readonly string[] }>()),
};
