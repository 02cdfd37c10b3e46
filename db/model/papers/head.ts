import type { Bureau } from '../bureau.ts';

/**
 * What each paper is made from: plain records, gathered in `db/`, turned into documents by pure functions in
 * `reports/documents/`. A record carries all a paper says; a document function looks nothing up.
 */
export interface PaperHead {
  readonly bureau: Bureau;
  readonly year: number;
  readonly programmeName: string;
}
