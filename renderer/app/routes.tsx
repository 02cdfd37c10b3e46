import { createHashRouter, type RouteObject } from 'react-router';
import { AssistancePage } from '../assistance/AssistancePage.tsx';
import { BackupsPage } from '../backups/BackupsPage.tsx';
import { HomePage } from '../home/HomePage.tsx';
import { ImportPage } from '../import/ImportPage.tsx';
import { MobilisationPage } from '../mobilisation/MobilisationPage.tsx';
import { MonthlyPage } from '../monthly/MonthlyPage.tsx';
import { PlanPage } from '../plans/PlanPage.tsx';
import { PlansPage } from '../plans/PlansPage.tsx';
import { PublicityPage } from '../publicity/PublicityPage.tsx';
import { RecyclePage } from '../recycle/RecyclePage.tsx';
import { ScoreTablePage } from '../scoring/ScoreTablePage.tsx';
import { SheetPage } from '../scoring/SheetPage.tsx';
import { RankingPage } from '../selection/RankingPage.tsx';
import { SelectionPage } from '../selection/SelectionPage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { SubmissionsPage } from '../submissions/SubmissionsPage.tsx';
import { NewWorkshopPage } from '../workshops/NewWorkshopPage.tsx';
import { WorkshopPage } from '../workshops/WorkshopPage.tsx';
import { WorkshopsPage } from '../workshops/WorkshopsPage.tsx';
import { Frame } from './Frame.tsx';
import { NotFound } from './NotFound.tsx';

const pages: RouteObject[] = [
  { path: '/', element: <HomePage /> },
  { path: '/mobilisation', element: <MobilisationPage /> },
  { path: '/workshops', element: <WorkshopsPage /> },
  { path: '/workshops/new', element: <NewWorkshopPage /> },
  { path: '/workshops/:id', element: <WorkshopPage /> },
  { path: '/import', element: <ImportPage /> },
  { path: '/selection', element: <SelectionPage /> },
  { path: '/selection/ranking', element: <RankingPage /> },
  { path: '/publicity', element: <PublicityPage /> },
  { path: '/plans', element: <PlansPage /> },
  { path: '/plans/:workshopId', element: <PlanPage /> },
  { path: '/assistance', element: <AssistancePage /> },
  { path: '/monthly', element: <MonthlyPage /> },
  { path: '/scoring/:inspectionId', element: <SheetPage /> },
  { path: '/score-tables/:tableId', element: <ScoreTablePage /> },
  { path: '/submissions', element: <SubmissionsPage /> },
  { path: '/backups', element: <BackupsPage /> },
  { path: '/settings', element: <SettingsPage /> },
  { path: '/recycle', element: <RecyclePage /> },
  { path: '*', element: <NotFound /> },
];

/** Addresses lie behind the `#`: the window's own protocol serves one page. */
export const createRouter = () => createHashRouter([{ element: <Frame />, children: pages }]);
