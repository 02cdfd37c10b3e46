import type { PaperRef } from './contract/papers.ts';
import type { AttachmentId } from './ids.ts';
import type { ArchiveExtractPaper, ArchiveLine } from './papers/archive.ts';

/** Where an item of the folder comes from. */
export type ArchiveSource =
  | { readonly kind: 'paper'; readonly ref: PaperRef }
  | { readonly kind: 'extract'; readonly paper: ArchiveExtractPaper }
  /** A file somebody attached, on pages of its own. */
  | { readonly kind: 'file'; readonly attachmentId: AttachmentId }
  /** Photos of one matter, two to a page. */
  | {
      readonly kind: 'photos';
      readonly photos: readonly { readonly attachmentId: AttachmentId; readonly caption: string }[];
    };

/** 一件: a line of the catalogue and what lies behind it. */
export interface ArchiveItem extends ArchiveLine {
  readonly source: ArchiveSource;
  /** Holds private numbers, or may: copies of ID cards among the materials. */
  readonly isPrivate: boolean;
}

/** 页号 of the catalogue: where each item begins, of the last where it ends too; empty for what lies apart. */
export function pageNumbers(counts: readonly number[]): readonly string[] {
  const lastBound = counts.findLastIndex((count) => count > 0);
  let next = 1;
  return counts.map((count, index) => {
    if (count === 0) return '';
    const first = next;
    next += count;
    return index === lastBound && count > 1 ? `${first}—${next - 1}` : String(first);
  });
}
