import { assistance } from './assistance.ts';
import { attachments } from './attachments.ts';
import { awards } from './awards.ts';
import { backups, home } from './backup.ts';
import { calendar } from './calendar.ts';
import { faces } from './faces.ts';
import { imports } from './imports.ts';
import { inspections } from './inspections.ts';
import { lists } from './lists.ts';
import { mobilisation } from './mobilisation.ts';
import { monthly } from './monthly.ts';
import { packages } from './packages.ts';
import { papers } from './papers.ts';
import { plans } from './plans.ts';
import { printRoom } from './printRoom.ts';
import { publicity } from './publicity.ts';
import { recycle } from './recycle.ts';
import { results } from './results.ts';
import { scoring } from './scoring.ts';
import { selection } from './selection.ts';
import { settingsFile } from './settingsFile.ts';
import { drafts, settings, system } from './system.ts';
import { templates } from './templates.ts';
import { works } from './works.ts';
import { workshops } from './workshops.ts';
import { writings } from './writings.ts';
import { years } from './years.ts';

/** The whole API between window and data host, feature by feature. */
export const contract = {
  system,
  settings,
  settingsFile,
  templates,
  drafts,
  home,
  years,
  calendar,
  mobilisation,
  workshops,
  faces,
  imports,
  selection,
  publicity,
  plans,
  works,
  scoring,
  inspections,
  results,
  awards,
  papers,
  printRoom,
  packages,
  writings,
  backups,
  attachments,
  assistance,
  recycle,
  lists,
  monthly,
};
export type Contract = typeof contract;
