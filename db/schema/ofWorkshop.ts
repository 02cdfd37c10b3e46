import type { CampaignId, WorkshopId } from '../model/ids.ts';
import { campaign } from './campaign.ts';
import { idOf } from './columns.ts';
import { workshop } from './workshops.ts';

/** The columns of every record of one workshop in one year. */
export const ofWorkshop = () => ({
  campaignId: idOf<CampaignId>('campaign_id')
    .notNull()
    .references(() => campaign.id),
  workshopId: idOf<WorkshopId>('workshop_id')
    .notNull()
    .references(() => workshop.id),
});
