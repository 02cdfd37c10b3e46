import { backups, home } from './backup.ts';
import { imports } from './imports.ts';
import { packages, papers } from './papers.ts';
import { plans } from './plans.ts';
import { publicity } from './publicity.ts';
import { recycle } from './recycle.ts';
import { selection } from './selection.ts';
import { drafts, settings, system } from './system.ts';
import { workshops } from './workshops.ts';

/** The whole API between window and data host, feature by feature. */
export const contract = {
  system,
  settings,
  drafts,
  home,
  workshops,
  imports,
  selection,
  publicity,
  plans,
  papers,
  packages,
  backups,
  recycle,
};
export type Contract = typeof contract;
