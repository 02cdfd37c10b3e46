import type { IsoDate } from '../dates.ts';
import type { PaperHead } from './head.ts';

/** The papers that hold 一坊一档 together. Their own day is the day the folder was made. */
interface ArchiveHead extends PaperHead {
  readonly workshopName: string;
  readonly madeOn: IsoDate;
}

/** 封面 */
export interface ArchiveCoverPaper extends ArchiveHead {
  readonly paper: 'archiveCover';
  readonly ownerName: string;
  readonly address: string;
  readonly certificateNo: string;
  readonly madeBy: string;
  readonly withPrivate: boolean;
  /** 件数 and 页数 of what the catalogue lists. */
  readonly items: number;
  readonly pages: number;
}

/** One line of the catalogue; the columns are those of DA/T 22, 文号 left to be written in. */
export interface ArchiveLine {
  /** 责任者 */
  readonly responsible: string;
  /** 题名 */
  readonly title: string;
  readonly date: IsoDate | null;
  readonly remark: string;
}

/** 卷内目录 */
export interface ArchiveCataloguePaper extends ArchiveHead {
  readonly paper: 'archiveCatalogue';
  readonly lines: readonly (ArchiveLine & {
    /** 页号: where it begins, of the last where it ends too; empty where it lies apart. */
    readonly page: string;
  })[];
}

/** What the records say of one workshop where the paper itself is about many: 公示 and lists, results and award. */
export interface ArchiveExtractPaper extends ArchiveHead {
  readonly paper: 'archiveExtract';
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

/** Photos of a workshop with their captions. */
export interface ArchivePhotosPaper extends ArchiveHead {
  readonly paper: 'archivePhotos';
  readonly title: string;
  /** JPEG */
  readonly photos: readonly { readonly caption: string; readonly jpeg: Uint8Array }[];
}

/** 卷内备考表: what the folder lacks and who put it in order. */
export interface ArchiveClosingPaper extends ArchiveHead {
  readonly paper: 'archiveClosing';
  readonly madeBy: string;
  readonly items: number;
  readonly pages: number;
  readonly leftOut: readonly string[];
}

export type ArchivePaper =
  | ArchiveCoverPaper
  | ArchiveCataloguePaper
  | ArchiveExtractPaper
  | ArchivePhotosPaper
  | ArchiveClosingPaper;
