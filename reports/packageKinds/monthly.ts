import { digestOf } from '../../db/canonical.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { lastDayOf, type Month, monthInChinese } from '../../db/model/monthly.ts';
import { problem, warning } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { monthlyOf } from '../../db/summary/monthly.ts';
import { type Contents, inFormats } from './contents.ts';

const nothing: Omit<Contents, 'problems'> = { pieces: [], secret: null, records: [], counts: {} };

/** 进展月报 of one month as the records stand now. */
export function monthlyContents(office: Office, month: Month | null, today: IsoDate): Contents {
  if (month === null) {
    return { ...nothing, problems: [problem('package.month', '请选择月份', { field: 'month' })] };
  }
  const report = monthlyOf(office, month, today);
  if (!report.ok) return { ...nothing, problems: report.problems };
  const { lines, asOf } = report.value;
  const isRunning = asOf < lastDayOf(month);
  return {
    pieces: inFormats(
      { paper: 'monthly', month },
      `01_进展月报_${month}`,
      `${monthInChinese(month)}进展月报`,
      ['xlsx', 'pdf'],
    ),
    secret: null,
    records: lines.map(({ position: _, item, unit, target, done, note }) => ({
      id: `${month}/${item}`,
      kind: 'monthlyLine',
      name: item,
      digest: digestOf({ unit, target, done, note }).sha256,
      fields: {
        单位: unit,
        目标任务: unit === '元' && target !== null ? target / 100 : target,
        实际完成: unit === '元' ? done / 100 : done,
        备注: note,
      },
    })),
    counts: { 项目数: lines.length },
    problems: isRunning ? [warning('package.monthRuns', `数字截至${asOf}，本月尚未结束`)] : [],
  };
}
