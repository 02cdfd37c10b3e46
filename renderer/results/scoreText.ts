import type { Scored } from '../../db/model/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { BLANK } from '../shared/format.ts';

const verdict = ({ passed, vetoed }: Scored): string => (passed ? '达标' : vetoed ? '否决' : '未达标');

/** `92.5分（达标，2021-10-11）` */
export const scoredText = (one: Scored | null): string =>
  one === null ? BLANK : `${formatPoints(one.total)}分（${verdict(one)}，${one.on}）`;

/** The same for a narrow column. */
export const scoredBriefly = (one: Scored | null): string =>
  one === null ? BLANK : `${formatPoints(one.total)}分（${verdict(one)}）`;

export const pointsText = (points: number | null): string =>
  points === null ? BLANK : `${formatPoints(points)}分`;
