import type { Scored } from '../../db/model/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { BLANK } from '../shared/format.ts';

const verdict = ({ passed, vetoed }: Scored<number | null>): string =>
  passed ? '达标' : vetoed ? '否决' : '未达标';

/** `92.5分（达标，2021-10-11）` */
export const scoredText = (one: Scored | null): string =>
  one === null ? BLANK : `${pointsText(one.total)}（${verdict(one)}，${one.on}）`;

/** The same for a narrow column; `否决` where no score was told. */
export const scoredBriefly = (one: Scored<number | null> | null): string => {
  if (one === null) return BLANK;
  return one.total === null ? verdict(one) : `${pointsText(one.total)}（${verdict(one)}）`;
};

export const pointsText = (points: number | null): string =>
  points === null ? BLANK : `${formatPoints(points)}分`;
