import type { WorkshopCore } from '../application.ts';
import type { IsoDate } from '../dates.ts';
import type { PaperHead } from './head.ts';

/** 《帮扶记录表》: all of a workshop's visits of the year, or `single` one with room for signatures; without a visit
 * that is the blank form. */
export interface AssistanceRecordPaper extends PaperHead {
  readonly paper: 'assistanceRecord';
  readonly asOf: IsoDate;
  readonly workshop: Pick<WorkshopCore, 'name' | 'ownerName' | 'address' | 'products'>;
  readonly single: boolean;
  readonly assignments: readonly {
    readonly name: string;
    readonly fromDay: IsoDate;
    readonly untilDay: IsoDate | null;
    readonly reason: string;
  }[];
  readonly visits: readonly {
    readonly visitedOn: IsoDate;
    readonly staffName: string;
    readonly substitute: boolean;
    readonly findings: string;
    readonly advice: string;
    readonly ownerResponse: string;
    readonly progressPercent: number | null;
    readonly photos: number;
  }[];
}

/** 《帮扶安排表》 */
export interface HelperListPaper extends PaperHead {
  readonly paper: 'helperList';
  readonly asOf: IsoDate;
  readonly rows: readonly {
    readonly workshopName: string;
    readonly ownerName: string;
    readonly township: string;
    readonly address: string;
    readonly helperName: string;
    readonly helperUnit: string;
    readonly since: IsoDate | null;
    readonly visits: number;
    readonly lastVisitOn: IsoDate | null;
  }[];
}
