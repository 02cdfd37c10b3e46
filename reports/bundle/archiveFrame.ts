import { pageNumbers } from '../../db/model/archive.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { ArchiveCataloguePaper, ArchivePaper } from '../../db/model/papers/archive.ts';
import type { PaperHead } from '../../db/model/papers/head.ts';
import type { PaperEnvironment } from '../makePaper.ts';

type Line = Omit<ArchiveCataloguePaper['lines'][number], 'page'>;

/** What stands behind a line of the catalogue: a paper of ours, a picture, somebody's PDF, or a file that lies apart. */
export type ArchivePart =
  | { readonly kind: 'paper' | 'picture' | 'foreign'; readonly bytes: Uint8Array }
  | { readonly kind: 'apart' };

/** Everything a worker thread needs to bind one workshop's folder. */
export interface ArchiveRequest {
  readonly head: PaperHead;
  readonly workshop: {
    readonly name: string;
    readonly ownerName: string;
    readonly address: string;
    readonly certificateNo: string;
  };
  readonly madeOn: IsoDate;
  readonly madeBy: string;
  readonly withPrivate: boolean;
  /** Laid out to be printed on both sides. */
  readonly duplex: boolean;
  readonly leftOut: readonly string[];
  readonly items: readonly { readonly line: Line; readonly part: ArchivePart }[];
  readonly environment: PaperEnvironment;
}

export interface BoundArchive {
  readonly bytes: Uint8Array;
  /** Of the whole file, cover and catalogue included. */
  readonly pages: number;
  /** The papers that hold the folder together, for the folder of files. */
  readonly frame: Frame;
}

export interface Frame {
  readonly cover: Uint8Array;
  readonly catalogue: Uint8Array;
  readonly closing: Uint8Array;
}

/** A line of the catalogue with the pages it takes. */
export interface Counted {
  readonly line: Line;
  readonly pages: number;
}

/** Cover, catalogue and closing sheet. The catalogue tells the pages, so they are made last. */
export function framePapers(
  request: Omit<ArchiveRequest, 'items' | 'environment' | 'duplex'>,
  added: readonly Counted[],
): Readonly<Record<keyof Frame, ArchivePaper>> {
  const { head, workshop, madeOn, madeBy, withPrivate, leftOut } = request;
  const pages = added.reduce((sum, one) => sum + one.pages, 0);
  const numbers = pageNumbers(added.map((one) => one.pages));
  const common = { ...head, workshopName: workshop.name, madeOn };
  const counts = { madeBy, items: added.length, pages };
  const { ownerName, address, certificateNo } = workshop;
  const lines = added.map(({ line }, index) => ({ ...line, page: numbers[index] ?? '' }));
  return {
    cover: { paper: 'archiveCover', ...common, ...counts, withPrivate, ownerName, address, certificateNo },
    catalogue: { paper: 'archiveCatalogue', ...common, lines },
    closing: { paper: 'archiveClosing', ...common, ...counts, leftOut },
  };
}
