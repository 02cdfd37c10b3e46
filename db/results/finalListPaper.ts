import { currentCampaign } from '../bureau/bureau.ts';
import type { IsoDate } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { type Fen, fen } from '../model/money.ts';
import type { FinalListPaper, FinalListPublicPaper } from '../model/papers/results.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { rosterLines, rosters } from '../publicity/rosters.ts';
import { gatherWorks } from '../works/worksRecords.ts';
import { outsideEvents } from './outsideEvents.ts';
import { resultRows } from './results.ts';

type Line = FinalListPaper['rows'][number];

function investedBy(office: Office, today: IsoDate): ReadonlyMap<WorkshopId, Fen> {
  const begun = gatherWorks(office, today).filter(({ plan }) => plan.worksStartedOn !== null);
  return new Map(
    begun.map(({ plan, totals }) => [plan.workshopId, fen(totals.spentOwn + totals.spentOther)] as const),
  );
}

/** The latest 验收结果公示 that counts. */
function publicityOf(office: Office, today: IsoDate): FinalListPaper['publicity'] {
  const event = outsideEvents(office, today).find(
    ({ kind, removed }) => kind === 'resultPublicity' && removed === null,
  );
  return event && event.lastDay !== null ? { firstDay: event.happenedOn, lastDay: event.lastDay } : null;
}

/** Who is recommended with nothing speaking against it, in the order of the 创建名单 and as frozen there. */
function linesOf(office: Office, today: IsoDate): readonly Line[] {
  const entries = new Map(
    rosters(office)
      .flatMap(({ id }) => rosterLines(office, id))
      .map(({ workshopId, line }) => [workshopId, line] as const),
  );
  const invested = investedBy(office, today);
  return resultRows(office, today)
    .filter((row) => row.state === 'recommended')
    .flatMap(({ workshopId, county, city, province }): readonly Omit<Line, 'position'>[] => {
      const entry = entries.get(workshopId);
      if (!entry || !county) return [];
      const { district, name, address, products, ownerName, certificateNo } = entry;
      return [
        {
          ...{ district, name, address, products, ownerName, certificateNo },
          county: county.total,
          city: city?.total ?? null,
          invested: invested.get(workshopId) ?? null,
          remark: province ? '省级抽查合格' : '',
        },
      ];
    })
    .map((line, index) => ({ position: index + 1, ...line }));
}

/** 附表5, 上报版. */
export function finalListPaper(office: Office, today: IsoDate): FinalListPaper {
  const { passScore } = currentCampaign(office).policy;
  const publicity = publicityOf(office, today);
  const rows = linesOf(office, today);
  return { paper: 'finalList', ...paperHead(office), asOf: today, passScore, publicity, rows };
}

/** 附表5, 公示版: the same workshops, by an allow-list of columns. */
export function finalListPublicPaper(office: Office, today: IsoDate): FinalListPublicPaper {
  const entries = linesOf(office, today).map(({ position, district, name, address, products }) => ({
    position,
    district,
    name,
    address,
    products,
  }));
  return { paper: 'finalListPublic', ...paperHead(office), asOf: today, entries };
}
