import type { Scored } from '../../db/model/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { BLANK } from '../shared/format.ts';

const verdict = ({ passed, vetoed }: Scored<number | null>): string =>
  passed ? '达标' : vetoed ? '否决' : '未达标';

const toldPoints = ({ total }: Scored<number | null>): string =>
  total === null ? '得分未告知' : `${formatPoints(total)}分`;

/** `92.5分（达标，2021-10-11）` */
export const scoredText = (one: Scored<number | null> | null): string =>
  one === null ? BLANK : `${toldPoints(one)}（${verdict(one)}，${one.on}）`;

/** The same for a narrow column. */
export const scoredBriefly = (one: Scored<number | null> | null): string =>
  one === null ? BLANK : `${toldPoints(one)}（${verdict(one)}）`;

export const pointsText = (points: number | null): string =>
  points === null ? BLANK : `${formatPoints(points)}分`;
