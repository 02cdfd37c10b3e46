import type { IsoDate } from '../dates.ts';
import type { PublicityReport, RosterChanges } from '../selectionPapers.ts';
import type { CountingRule } from '../terms.ts';
import type { PaperHead } from './head.ts';

/** One line of a public list: built from this allow-list of columns and nothing else (design §6.1). */
export interface PublicEntry {
  readonly position: number;
  readonly district: string;
  readonly name: string;
  /** To the village or street, as frozen when published. */
  readonly address: string;
  readonly products: string;
}

/** 创建名单公示 */
export interface SelectionNoticePaper extends PaperHead {
  readonly paper: 'selectionNotice';
  readonly basis: string;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly days: number;
  readonly countingRule: CountingRule;
  /** Only 递补 newcomers stand on it. */
  readonly supplementary: boolean;
  readonly entries: readonly PublicEntry[];
}

export interface RosterEntry extends PublicEntry {
  readonly ownerName: string;
  readonly certificateNo: string;
  readonly operationArea: number | null;
  readonly plannedInvestment: number | null;
}

/** 创建名单: for the city bureau; owners' names, no ID numbers. */
export interface RosterPaper extends PaperHead {
  readonly paper: 'roster';
  readonly confirmedOn: IsoDate;
  /** 1 is the first; later ones supplement it (补充名单). */
  readonly batch: number;
  readonly publicity: { readonly firstDay: IsoDate; readonly lastDay: IsoDate };
  readonly quota: number;
  readonly entries: readonly RosterEntry[];
}

/** 公示情况说明 */
export interface PublicityReportPaper extends PaperHead, PublicityReport {
  readonly paper: 'publicityReport';
}

/** 创建名单变动情况表 */
export interface RosterChangesPaper extends PaperHead, RosterChanges {
  readonly paper: 'rosterChanges';
}
