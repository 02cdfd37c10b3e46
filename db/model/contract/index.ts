import { attachments } from './attachments.ts';
import { backups, home } from './backup.ts';
import { calendar } from './calendar.ts';
import { imports } from './imports.ts';
import { mobilisation } from './mobilisation.ts';
import { packages, papers } from './papers.ts';
import { plans } from './plans.ts';
import { publicity } from './publicity.ts';
import { recycle } from './recycle.ts';
import { selection } from './selection.ts';
import { drafts, settings, system } from './system.ts';
import { workshops } from './workshops.ts';
import { years } from './years.ts';

/** The whole API between window and data host, feature by feature. */
export const contract = {
  system,
  settings,
  drafts,
  home,
  years,
  calendar,
  mobilisation,
  workshops,
  imports,
  selection,
  publicity,
  plans,
  papers,
  packages,
  backups,
  attachments,
  recycle,
};
export type Contract = typeof contract;
