import { createHashRouter, type RouteObject } from 'react-router';
import { HomePage } from '../home/HomePage.tsx';
import { WorkshopsPage } from '../workshops/WorkshopsPage.tsx';
import { Frame } from './Frame.tsx';
import { NotFound } from './NotFound.tsx';

/** Where a clerk begins is loaded at once, the other pages when they are first gone to: the start is not theirs. */
const pages: RouteObject[] = [
  { path: '/', element: <HomePage /> },
  {
    path: '/mobilisation',
    lazy: async () => ({
      Component: (await import('../mobilisation/MobilisationPage.tsx')).MobilisationPage,
    }),
  },
  { path: '/workshops', element: <WorkshopsPage /> },
  {
    path: '/workshops/new',
    lazy: async () => ({ Component: (await import('../workshops/NewWorkshopPage.tsx')).NewWorkshopPage }),
  },
  {
    path: '/workshops/:id',
    lazy: async () => ({ Component: (await import('../workshops/WorkshopPage.tsx')).WorkshopPage }),
  },
  {
    path: '/import',
    lazy: async () => ({ Component: (await import('../import/ImportPage.tsx')).ImportPage }),
  },
  {
    path: '/selection',
    lazy: async () => ({ Component: (await import('../selection/SelectionPage.tsx')).SelectionPage }),
  },
  {
    path: '/selection/ranking',
    lazy: async () => ({ Component: (await import('../selection/RankingPage.tsx')).RankingPage }),
  },
  {
    path: '/publicity',
    lazy: async () => ({ Component: (await import('../publicity/PublicityPage.tsx')).PublicityPage }),
  },
  {
    path: '/plans',
    lazy: async () => ({ Component: (await import('../plans/PlansPage.tsx')).PlansPage }),
  },
  {
    path: '/plans/:workshopId',
    lazy: async () => ({ Component: (await import('../plans/PlanPage.tsx')).PlanPage }),
  },
  {
    path: '/assistance',
    lazy: async () => ({ Component: (await import('../assistance/AssistancePage.tsx')).AssistancePage }),
  },
  {
    path: '/inspections',
    lazy: async () => ({
      Component: (await import('../inspections/InspectionsPage.tsx')).InspectionsPage,
    }),
  },
  {
    path: '/inspections/sheets/:inspectionId',
    lazy: async () => ({ Component: (await import('../scoring/SheetPage.tsx')).SheetPage }),
  },
  {
    path: '/inspections/:workshopId',
    lazy: async () => ({ Component: (await import('../inspections/InspectionPage.tsx')).InspectionPage }),
  },
  {
    path: '/results',
    lazy: async () => ({ Component: (await import('../results/ResultsPage.tsx')).ResultsPage }),
  },
  {
    path: '/monthly',
    lazy: async () => ({ Component: (await import('../monthly/MonthlyPage.tsx')).MonthlyPage }),
  },
  {
    path: '/scoring/:inspectionId',
    lazy: async () => ({ Component: (await import('../scoring/SheetPage.tsx')).SheetPage }),
  },
  {
    path: '/score-tables/:tableId',
    lazy: async () => ({ Component: (await import('../scoring/ScoreTablePage.tsx')).ScoreTablePage }),
  },
  {
    path: '/submissions',
    lazy: async () => ({ Component: (await import('../submissions/SubmissionsPage.tsx')).SubmissionsPage }),
  },
  {
    path: '/summary',
    lazy: async () => ({ Component: (await import('../summary/SummaryPage.tsx')).SummaryPage }),
  },
  {
    path: '/summary/:writingId',
    lazy: async () => ({ Component: (await import('../summary/WritingPage.tsx')).WritingPage }),
  },
  {
    path: '/print',
    lazy: async () => ({ Component: (await import('../printRoom/PrintRoomPage.tsx')).PrintRoomPage }),
  },
  {
    path: '/backups',
    lazy: async () => ({ Component: (await import('../backups/BackupsPage.tsx')).BackupsPage }),
  },
  {
    path: '/settings',
    lazy: async () => ({ Component: (await import('../settings/SettingsPage.tsx')).SettingsPage }),
  },
  {
    path: '/manual/:chapter?',
    lazy: async () => ({ Component: (await import('../manual/ManualPage.tsx')).ManualPage }),
  },
  {
    path: '/recycle',
    lazy: async () => ({ Component: (await import('../recycle/RecyclePage.tsx')).RecyclePage }),
  },
  { path: '*', element: <NotFound /> },
];

/** Addresses lie behind the `#`: the window's own protocol serves one page. */
export const createRouter = () =>
  createHashRouter([{ element: <Frame />, hydrateFallbackElement: <div />, children: pages }]);
