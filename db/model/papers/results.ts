import type { IsoDate } from '../dates.ts';
import type { Fen } from '../money.ts';
import type { CountingRule } from '../terms.ts';
import type { PaperHead } from './head.ts';
import type { PublicEntry } from './publicity.ts';

/** 奖补资金发放表: goes to the bank with the numbers on it; never part of a package. */
export interface PaymentListPaper extends PaperHead {
  readonly paper: 'paymentList';
  readonly title: string;
  readonly madeOn: IsoDate;
  /** Taken back: printed with a mark, so that nobody pays by it. */
  readonly cancelled: boolean;
  readonly total: Fen;
  readonly totalInWords: string;
  readonly rows: readonly {
    readonly position: number;
    readonly workshopName: string;
    readonly idName: string;
    readonly idNumber: string;
    readonly accountName: string;
    readonly bank: string;
    readonly card: string;
    readonly phone: string;
    readonly amount: Fen;
    readonly remark: string;
  }[];
}

/** 考评验收合格公示, where this office posts it itself. */
export interface ResultNoticePaper extends PaperHead {
  readonly paper: 'resultNotice';
  readonly basis: string;
  /** Tenths of a point. */
  readonly passScore: number;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** Null where the dates do not follow from the year's counting rule. */
  readonly counted: { readonly days: number; readonly countingRule: CountingRule } | null;
  readonly entries: readonly PublicEntry[];
}

/** 附表5, 上报版: the workshops that passed every level, with all columns. */
export interface FinalListPaper extends PaperHead {
  readonly paper: 'finalList';
  readonly asOf: IsoDate;
  readonly passScore: number;
  /** Of the 验收结果公示; null: none is recorded. */
  readonly publicity: { readonly firstDay: IsoDate; readonly lastDay: IsoDate } | null;
  readonly rows: readonly (PublicEntry & {
    readonly ownerName: string;
    readonly certificateNo: string;
    /** Tenths of a point. */
    readonly county: number;
    readonly city: number | null;
    /** Own and other money spent on the works; null: nothing is recorded. */
    readonly invested: Fen | null;
    readonly remark: string;
  })[];
}

/** 附表5, 公示版: of the same list only the columns the public may see. */
export interface FinalListPublicPaper extends PaperHead {
  readonly paper: 'finalListPublic';
  readonly asOf: IsoDate;
  readonly entries: readonly PublicEntry[];
}

/** 县级考评验收推荐名单 */
export interface RecommendedPaper extends PaperHead {
  readonly paper: 'recommended';
  readonly asOf: IsoDate;
  readonly passScore: number;
  readonly rows: readonly {
    readonly name: string;
    readonly ownerName: string;
    readonly address: string;
    readonly products: string;
    readonly total: number;
    readonly inspectedOn: IsoDate;
  }[];
}
