import { type } from '@orpc/contract';
import { z } from 'zod';
import { OfficeTemplateId } from '../ids.ts';
import type { Problem } from '../problems.ts';
import { TemplateFormat, TemplatePaper } from '../templates.ts';
import { call, PathToken } from './base.ts';
import type { MadePaper } from './papers.ts';
import type { InBin } from './recycle.ts';

export interface OfficeTemplateRow {
  readonly id: OfficeTemplateId;
  readonly paper: TemplatePaper;
  readonly format: TemplateFormat;
  readonly title: string;
  readonly bytes: number;
  readonly addedAt: string;
}

/** The placeholders a template of a paper may use, braces and all, in the order of the paper. */
export interface TemplatePlaceholders {
  readonly fields: readonly string[];
  readonly rows: readonly string[];
}

/** A page of what a template makes, as the program reads it back. */
export interface PreviewSheet {
  readonly name: string;
  /** Rows of texts; the columns to the right are cut off where all are empty. */
  readonly rows: readonly (readonly string[])[];
}

export interface TemplatePreview {
  readonly fileName: string;
  /** What it was tried with: a record of this year, or made-up values. */
  readonly fictional: boolean;
  readonly placeholders: number;
  readonly warnings: readonly Problem[];
  readonly sheets: readonly PreviewSheet[];
}

const which = z.object({ paper: TemplatePaper, format: TemplateFormat });
const picked = which.extend({ file: PathToken });

export const templates = {
  list: call.output(type<readonly OfficeTemplateRow[]>()),
  placeholders: call.input(z.object({ paper: TemplatePaper })).output(type<TemplatePlaceholders>()),
  /** The built-in paper with placeholders in it, to be changed in Excel or Word. */
  sample: call.input(which).output(type<MadePaper>()),
  /** Checks a picked file and tries it; nothing is stored. */
  preview: call.input(picked).output(type<TemplatePreview>()),
  /** The tried paper as a file to be opened with the system's program. */
  tryFile: call.input(picked).output(type<{ readonly token: PathToken }>()),
  use: call.input(picked).output(type<void>()),
  /** The template as it was uploaded. */
  file: call.input(which).output(type<MadePaper>()),
  /** Into the recycle bin. */
  remove: call.input(z.object({ id: OfficeTemplateId })).output(type<InBin>()),
};
