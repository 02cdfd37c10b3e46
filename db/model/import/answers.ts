import { type Problem, problem } from '../problems.ts';
import { answerHint, parseAnswer } from '../scoring/answerText.ts';
import type { ItemAnswer } from '../scoring/scoreOf.ts';
import type { Lines } from '../scoring/table.ts';
import type { RawWorkbook } from './grid.ts';
import { tableByHeadings } from './namedColumns.ts';
import { compact, tidy } from './text.ts';

/** The columns of a filled sheet. */
export const ANSWER_COLUMNS = { code: '编号', result: '结果', reason: '扣分原因' } as const;

const OTHER_HEADINGS = {
  code: ['序号', '项号'],
  result: ['考评结果', '评分结果', '检查结果'],
  reason: ['原因', '存在问题', '扣分原因/存在问题', '扣分原因及存在问题'],
};

export interface TypedAnswer {
  readonly code: string;
  readonly result: string;
  readonly reason: string;
  /** `第7行“结果”（B列）`, or `第1.2项`. */
  readonly place: string;
}

/** Typed results held against the table's lines; every one that fits none is named. */
export function answersFrom(
  { items }: Lines,
  typed: readonly TypedAnswer[],
): { readonly answers: readonly ItemAnswer[]; readonly problems: readonly Problem[] } {
  const answers: ItemAnswer[] = [];
  const problems: Problem[] = [];
  for (const { code, result, reason, place } of typed) {
    const item = items.find((one) => one.code === code);
    const answer = item && parseAnswer(item.rule, result);
    if (item && answer) answers.push({ itemId: item.id, answer, reason });
    else if (item) {
      const expected = answerHint(item.rule);
      const message = `${place}：“${result}”不能作为第${code}项的结果，应填${expected}`;
      problems.push(problem('answers.result', message, { found: result, expected }));
    } else {
      problems.push(problem('answers.code', `${place}：评分表中没有编号“${code}”`, { found: code }));
    }
  }
  return { answers, problems };
}

/** A filled sheet from a workbook: one line a row; a line without a result was not looked at. */
export function readAnswers(workbook: RawWorkbook): {
  readonly typed: readonly TypedAnswer[];
  readonly problems: readonly Problem[];
} {
  const table = tableByHeadings(workbook, ANSWER_COLUMNS, OTHER_HEADINGS, ['code', 'result']);
  if (!table) {
    return {
      typed: [],
      problems: [problem('answers.header', '没有找到表头（应有“编号”“结果”“扣分原因”三列）')],
    };
  }
  const typed = table.rows
    .map((row) => ({
      code: compact(table.textAt(row, 'code')),
      result: tidy(table.textAt(row, 'result')),
      reason: tidy(table.textAt(row, 'reason')),
      place: table.placeOf(row, 'result'),
    }))
    .filter((one) => one.code !== '' && one.result !== '');
  return { typed, problems: [] };
}
