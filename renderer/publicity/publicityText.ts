import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { inChinese } from '../../db/model/dates.ts';

type Shown = Pick<
  PublicityView,
  'state' | 'daysLeft' | 'firstDay' | 'lastDay' | 'objections' | 'entries' | 'cancelled'
>;

export const periodText = ({ firstDay, lastDay }: Pick<PublicityView, 'firstDay' | 'lastDay'>): string =>
  `${inChinese(firstDay)}至${inChinese(lastDay)}`;

export const openObjections = ({ objections }: Pick<PublicityView, 'objections'>): number =>
  objections.filter((one) => one.settledOn === null).length;

/** What a clerk has to know of a publicity now, in one sentence. */
export function publicityNote(publicity: Shown): string {
  const waiting = openObjections(publicity);
  switch (publicity.state) {
    case 'scheduled':
      return `将于${inChinese(publicity.firstDay)}起公示。`;
    case 'running':
      return `公示还剩${publicity.daysLeft}天（含今天）${waiting > 0 ? `，有${waiting}件异议待处理` : ''}。`;
    case 'awaitingObjections':
      return `公示已期满，还有${waiting}件异议未处理，处理完后才能确定创建名单。`;
    case 'closed':
      return publicity.entries.length > 0 && publicity.entries.every((one) => one.departure !== null)
        ? '公示已期满，名单上的小作坊都已退出或取消，不再确定名单。'
        : '公示已期满，可以确定创建名单。';
    case 'cancelled':
      return `本次公示已于${publicity.cancelled?.on ?? ''}撤销（${publicity.cancelled?.reason ?? ''}），名单内的小作坊回到待公示。`;
  }
}

/** By whom and how it was posted, or that nobody has said so yet. */
export const postingText = ({
  postedBy,
  postedNote,
}: Pick<PublicityView, 'postedBy' | 'postedNote'>): string =>
  postedBy === ''
    ? '尚未登记发布情况（由谁、以什么方式发布）。'
    : `由${postedBy}发布${postedNote === '' ? '' : `：${postedNote}`}`;
