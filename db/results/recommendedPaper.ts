import { currentCampaign } from '../bureau/bureau.ts';
import type { IsoDate } from '../model/dates.ts';
import type { RecommendedPaper } from '../model/papers/results.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { resultsView } from './results.ts';

/** Everybody recommended, by the latest county scoring. */
export function recommendedPaper(office: Office, today: IsoDate): RecommendedPaper {
  const known = new Map(workshopRows(office, today).map((row) => [row.workshopId, row]));
  const rows = resultsView(office, today).rows.flatMap(({ workshopId, name, ownerName, county, decision }) =>
    decision?.kind === 'recommend' && county
      ? [
          {
            name,
            ownerName,
            address: known.get(workshopId)?.address ?? '',
            products: known.get(workshopId)?.products ?? '',
            total: county.total,
            inspectedOn: county.on,
          },
        ]
      : [],
  );
  const { passScore } = currentCampaign(office).policy;
  return { paper: 'recommended', ...paperHead(office), asOf: today, passScore, rows };
}
