import { currentCampaign } from '../bureau/bureau.ts';
import type { IsoDate } from '../model/dates.ts';
import {
  type Month,
  type MonthlyReport,
  monthInChinese,
  monthlyReport,
  reportMonths,
} from '../model/monthly.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Office } from '../office.ts';
import { yearFacts } from './yearFacts.ts';

/** The months a report can be made for, the latest first. */
export const monthsOf = (office: Office, today: IsoDate): readonly Month[] =>
  reportMonths(currentCampaign(office).policy, today);

/** 进展月报 of one month of the year at work. */
export function monthlyOf(office: Office, month: Month, today: IsoDate): Result<MonthlyReport> {
  const months = monthsOf(office, today);
  if (!months.includes(month)) {
    const expected = `${months.at(-1)}至${months[0]}`;
    return refuse(
      problem('monthly.month', `${monthInChinese(month)}不在本年度已开始的月份内，可选${expected}`, {
        field: 'month',
        found: month,
        expected,
      }),
    );
  }
  return ok(monthlyReport(yearFacts(office, today), currentCampaign(office).policy, month, today));
}
