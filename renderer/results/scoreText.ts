import type { Scored } from '../../db/model/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { BLANK } from '../shared/format.ts';

/** `92.5分（达标，2021-10-11）` */
export const scoredText = (one: Scored | null): string =>
  one === null ? BLANK : `${formatPoints(one.total)}分（${one.passed ? '达标' : '未达标'}，${one.on}）`;

/** The same for a narrow column. */
export const scoredBriefly = (one: Scored | null): string =>
  one === null ? BLANK : `${formatPoints(one.total)}分（${one.passed ? '达标' : '未达标'}）`;

export const pointsText = (points: number | null): string =>
  points === null ? BLANK : `${formatPoints(points)}分`;
