import type { IsoDate } from './dates.ts';
import type { Opinion, RecordedOpinion, ReviewLevel } from './terms.ts';

export interface ReviewFact {
  readonly level: ReviewLevel;
  readonly opinion: RecordedOpinion;
  readonly reviewedOn: IsoDate;
}

/** An opinion that counts. */
export type CurrentReview<Fact extends ReviewFact> = Fact & { readonly opinion: Opinion };

const counts = <Fact extends ReviewFact>(fact: Fact): fact is CurrentReview<Fact> =>
  fact.opinion !== 'retracted';

/**
 * The opinion that counts of each level: the latest recorded, none where that one was taken back. `reviews` come in
 * the order of recording.
 */
export const currentReviews = <Fact extends ReviewFact>(
  reviews: readonly Fact[],
): readonly CurrentReview<Fact>[] =>
  [...new Map(reviews.map((one) => [one.level, one])).values()].filter(counts);

/** Agreed once 主管领导 agrees and nobody's current opinion refuses; `null` while that is open. */
export function reviewVerdict(reviews: readonly ReviewFact[]): Opinion | null {
  const current = currentReviews(reviews);
  if (current.some((one) => one.opinion === 'refuse')) return 'refuse';
  return current.some((one) => one.level === 'leader') ? 'agree' : null;
}
