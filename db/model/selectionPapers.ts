import type { IsoDate } from './dates.ts';
import type { Departure } from './publicity.ts';
import type { CountingRule, ObjectionOutcome, Opinion, ReviewLevel } from './terms.ts';

/** What the papers of 申请遴选 and 公示 say, without the office's head; none of them carries a private number. */

/** 资格审核表: one applicant against the conditions, the materials, and the opinions of the three levels. */
export interface QualificationContent {
  readonly workshopName: string;
  readonly ownerName: string;
  readonly address: string;
  readonly products: string;
  readonly certificateNo: string;
  readonly appliedOn: IsoDate | null;
  readonly conditions: readonly {
    readonly condition: string;
    readonly found: string;
    /** `null`: to be checked by a person. */
    readonly met: boolean | null;
    readonly note: string;
  }[];
  readonly materials: readonly {
    readonly material: string;
    readonly optional: boolean;
    /** `纸质（2021年4月10日）`; empty: not received. */
    readonly received: string;
  }[];
  readonly opinions: readonly {
    readonly level: ReviewLevel;
    readonly opinion: Opinion;
    readonly comment: string;
    readonly reviewerName: string;
    readonly reviewedOn: IsoDate;
  }[];
}

export interface SelectionReportRow {
  readonly rank: number | null;
  readonly name: string;
  readonly ownerName: string;
  readonly plannedInvestment: number | null;
  readonly operationArea: number | null;
  /** `3/4`: holding a health certificate, of all. */
  readonly health: string;
  readonly honours: string;
  readonly penalties: string;
  readonly points: number;
  readonly suggestedRank: number;
  readonly decision: '入选' | '未入选' | '未作决定';
  readonly reason: string;
  readonly decidedOn: IsoDate | null;
  /** What came after: 退出, 递补. */
  readonly remark: string;
}

/** 遴选情况表: why A and not B, for every candidate. */
export interface SelectionReport {
  readonly asOf: IsoDate;
  readonly quota: number;
  readonly criteria: string;
  readonly rows: readonly SelectionReportRow[];
}

/** 公示情况说明: never who objected, nor what would tell it. */
export interface PublicityReport {
  readonly asOf: IsoDate;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly days: number;
  readonly countingRule: CountingRule;
  readonly place: string;
  readonly postedBy: string;
  readonly postedNote: string;
  readonly supplementary: boolean;
  readonly posted: number;
  readonly objections: readonly {
    readonly receivedOn: IsoDate;
    readonly concerning: string;
    readonly outcome: ObjectionOutcome;
    readonly settledOn: IsoDate;
    readonly handling: string;
  }[];
  readonly left: readonly { readonly name: string; readonly departure: Departure }[];
  readonly remaining: readonly string[];
}

export interface RosterChange {
  readonly name: string;
  readonly ownerName: string;
  readonly address: string;
  readonly products: string;
  readonly on: IsoDate;
  readonly reason: string;
}

/** 创建名单变动情况表: what differs from what was handed up last, and the list as it now stands. */
export interface RosterChanges {
  readonly asOf: IsoDate;
  /** Of the package handed up last; `null`: nothing was handed up yet. */
  readonly since: IsoDate | null;
  readonly quota: number;
  readonly left: readonly RosterChange[];
  readonly joined: readonly RosterChange[];
  readonly current: readonly { readonly name: string; readonly ownerName: string }[];
}
