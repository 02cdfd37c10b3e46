import type { PaperRef } from '../../db/model/contract/papers.ts';
import { PAPER_FORMATS, PAPER_TITLES, type PaperFormat } from '../../db/model/papers.ts';

/** What the button says that saves a paper in this format. */
export const FORMAT_LABELS: Readonly<Record<PaperFormat, string>> = {
  pdf: '另存为PDF',
  docx: '另存为Word',
  xlsx: '另存为Excel',
};

export const formatsOf = (ref: PaperRef): readonly PaperFormat[] => PAPER_FORMATS[ref.paper];

/** Only a paper that is made as PDF can be looked at and printed here. */
export const isShowable = (ref: PaperRef): boolean => formatsOf(ref).includes('pdf');

export const titleOf = (ref: PaperRef): string => PAPER_TITLES[ref.paper];
