import type { IsoDate } from './dates.ts';
import type { Opinion, ReviewLevel } from './terms.ts';

export interface ReviewFact {
  readonly level: ReviewLevel;
  readonly opinion: Opinion;
  readonly reviewedOn: IsoDate;
}

/** The opinion that counts of each level: the latest recorded. `reviews` come in the order of recording. */
export const currentReviews = <Fact extends ReviewFact>(reviews: readonly Fact[]): readonly Fact[] => [
  ...new Map(reviews.map((one) => [one.level, one])).values(),
];

/** Agreed once 主管领导 agrees and nobody's current opinion refuses; `null` while that is open. */
export function reviewVerdict(reviews: readonly ReviewFact[]): Opinion | null {
  const current = currentReviews(reviews);
  if (current.some((one) => one.opinion === 'refuse')) return 'refuse';
  return current.some((one) => one.level === 'leader') ? 'agree' : null;
}
