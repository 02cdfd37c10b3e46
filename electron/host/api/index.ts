import type { HostContext } from '../context.ts';
import { openedCopies } from '../openedCopies.ts';
import { createPaperShop } from '../paperShop.ts';
import { createSession } from '../session.ts';
import { assistanceApi } from './assistance.ts';
import { attachmentsApi } from './attachments.ts';
import { awardsApi } from './awards.ts';
import { backupsApi } from './backups.ts';
import { api } from './base.ts';
import { calendarApi, mobilisationApi, yearsApi } from './campaign.ts';
import { facesApi } from './faces.ts';
import { importsApi } from './imports.ts';
import { inspectionsApi } from './inspections.ts';
import { listsApi, monthlyApi } from './lists.ts';
import { packagesApi } from './packages.ts';
import { papersApi } from './papers.ts';
import { plansApi } from './plans.ts';
import { printRoomApi } from './printRoom.ts';
import { publicityApi } from './publicity.ts';
import { recycleApi } from './recycle.ts';
import { resultsApi } from './results.ts';
import { scoringApi } from './scoring.ts';
import { selectionApi } from './selection.ts';
import { settingsFileApi } from './settingsFile.ts';
import { draftsApi, homeApi, settingsApi, systemApi } from './system.ts';
import { templatesApi } from './templates.ts';
import { worksApi } from './works.ts';
import { workshopsApi } from './workshops.ts';
import { writingsApi } from './writings.ts';

/** All handlers of the contract, over one session and one place where papers are made. */
export function createRouter(context: HostContext) {
  const session = createSession(context);
  const openCopy = openedCopies(context);
  const shop = createPaperShop(context, session);
  return api.router({
    system: systemApi(context, session, shop),
    settings: settingsApi(session),
    settingsFile: settingsFileApi(context, session, shop),
    templates: templatesApi(context, session, shop, openCopy),
    drafts: draftsApi(context, session),
    home: homeApi(context, session),
    years: yearsApi(session),
    calendar: calendarApi(session),
    mobilisation: mobilisationApi(session),
    workshops: workshopsApi(context, session),
    faces: facesApi(context, session),
    imports: importsApi(context, session),
    selection: selectionApi(context, session),
    publicity: publicityApi(context, session),
    plans: plansApi(context, session),
    results: resultsApi(context, session),
    awards: awardsApi(context, session),
    works: worksApi(context, session),
    scoring: scoringApi(context, session),
    inspections: inspectionsApi(context, session),
    papers: papersApi(context, session, shop),
    printRoom: printRoomApi(context, session, shop, openCopy),
    packages: packagesApi(context, session, shop),
    writings: writingsApi(context, session),
    backups: backupsApi(context, session),
    attachments: attachmentsApi(context, session, openCopy),
    assistance: assistanceApi(context, session),
    recycle: recycleApi(session),
    lists: listsApi(context, session, shop),
    monthly: monthlyApi(context, session),
  });
}
