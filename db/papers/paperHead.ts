import { bureauOf, currentCampaign } from '../bureau/bureau.ts';
import type { Office } from '../office.ts';

/** What every paper begins with: the office, the year, the programme's name as the office writes it. */
export function paperHead(office: Office) {
  const { year, policy } = currentCampaign(office);
  return { bureau: bureauOf(office), year, programmeName: policy.programmeName };
}
