import type { ListColumn, ListContent } from './lists.ts';
import { monthInChinese } from './monthly.ts';
import type { SubmissionRecord } from './package.ts';

/** The words of the columns, in the order the records were made with: canonical JSON keeps none. */
export const columnsOf = (records: SubmissionRecord['records']): readonly string[] => [
  ...new Set(records.flatMap((one) => Object.keys(one.fields ?? {}))),
];

const kindOf = (title: string): ListColumn['kind'] => {
  if (title.includes('（元）')) return 'money';
  return title.includes('（㎡）') ? 'area' : 'text';
};

/** What a package says of each of its records, as the receiver lists or exports it. */
export function submissionTable(submission: SubmissionRecord): ListContent {
  const { bureau, campaign, kindLabel, period, records, madeOn, sequence } = submission;
  const titles = submission.columns ?? columnsOf(records);
  const month = period === undefined ? '' : `（${monthInChinese(period)}）`;
  return {
    title: `${kindLabel}${month}报送数据`,
    filters: `${bureau.name} ${campaign.year}年度第${sequence}次报送，制作日期${madeOn}`,
    columns: [
      { key: 'name', title: '名称', kind: 'text' },
      ...titles.map((title, index): ListColumn => ({ key: `f${index}`, title, kind: kindOf(title) })),
      { key: 'digest', title: '记录校验值', kind: 'text' },
    ],
    rows: records.map(({ name, digest, fields }) => ({
      name,
      ...Object.fromEntries(titles.map((title, index) => [`f${index}`, fields?.[title] ?? null])),
      digest: digest.slice(0, 16),
    })),
  };
}
