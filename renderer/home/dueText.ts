import type { Due } from '../../db/model/contract/backup.ts';
import { inChinese, weekdayInChinese } from '../../db/model/dates.ts';

/** How long there is still time: `已逾期3天`, `今天截止`, `还有5天`. */
export function timeLeftText({ late, daysLeft }: Pick<Due, 'late' | 'daysLeft'>): string {
  if (late) return `已逾期${Math.abs(daysLeft)}天`;
  return daysLeft === 0 ? '今天截止' : `还有${daysLeft}天`;
}

/** The day, and the earlier working day where it falls on a rest day. */
export function dueDayText({ dueOn, workingDueOn }: Pick<Due, 'dueOn' | 'workingDueOn'>): string {
  const day = `${inChinese(dueOn)}（${weekdayInChinese(dueOn)}）`;
  return workingDueOn === dueOn ? day : `${day}为休息日，请提前至${inChinese(workingDueOn)}办理`;
}
