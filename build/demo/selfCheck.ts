import { SAMPLE_TABLE } from '../../db/model/scoring/sampleTable.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';

/** What was found wrong with a line. */
export interface Finding {
  readonly result: string;
  readonly reason: string;
}

interface Deducted extends Finding {
  /** What mending it is planned to cost, in yuan, and until when. */
  readonly own: number;
  readonly other: number;
  readonly due: string;
}

/** What the fictional self-checks find, by 评分项. */
export const DEDUCTED: Readonly<Record<string, Deducted>> = {
  '1.2': { result: '4', reason: '门前地面破损，四处积水', own: 5200, other: 0, due: '2021-07-31' },
  '2.2': { result: '2', reason: '生熟区之间没有隔断', own: 6800, other: 1000, due: '2021-08-31' },
  '2.3': { result: '4', reason: '墙面、顶棚多处霉变脱落', own: 4600, other: 0, due: '2021-08-15' },
  '3.2': {
    result: '4',
    reason: '原料间、成品间窗户没有纱窗，没有挡鼠板',
    own: 1200,
    other: 0,
    due: '2021-06-30',
  },
  '3.3': { result: '1', reason: '洗手处没有干手、消毒设施', own: 2600, other: 500, due: '2021-07-31' },
  '3.5': { result: '3', reason: '原料直接堆放在地面', own: 1800, other: 0, due: '2021-07-15' },
  '4.1': { result: '4', reason: '大宗原料没有进货票据', own: 300, other: 0, due: '2021-06-30' },
  '4.3': { result: '3', reason: '没有投料记录', own: 200, other: 0, due: '2021-06-30' },
  '5.1': { result: '2', reason: '两人健康证明未公示', own: 100, other: 0, due: '2021-06-30' },
};

const FOUND: readonly (readonly string[])[] = [
  ['1.2', '2.2', '3.2', '4.1'],
  ['1.2', '2.3', '3.3', '4.3'],
  ['2.2', '2.3', '3.5', '5.1'],
  ['1.2', '2.3', '3.2', '3.5', '4.1'],
];

function bestResult({ rule, points }: ScoreItem): string {
  if (rule.way === 'yesNo') return '是';
  if (rule.way === 'deduction') return '0';
  if (rule.way === 'worstClass') return rule.classes[0]?.label ?? '';
  return rule.way === 'band' ? String(points / 10) : '符合';
}

/** A filled sheet as `self-check import` and `inspect import` take it: the best result but for what was found. */
export const sheetAnswers = (found: Readonly<Record<string, Finding>>) =>
  SAMPLE_TABLE.items.map((item) => ({
    code: item.code,
    result: found[item.code]?.result ?? bestResult(item),
    reason: found[item.code]?.reason ?? '',
  }));

/** Some lines of many findings, by the turn of the workshop. */
export function findingsOf<Kind extends Finding>(
  all: Readonly<Record<string, Kind>>,
  turns: readonly (readonly string[])[],
  index: number,
): Readonly<Record<string, Kind>> {
  const codes = turns[index % turns.length] ?? [];
  return Object.fromEntries(Object.entries(all).filter(([code]) => codes.includes(code)));
}

/** The filled sheet of the nth workshop's self-check. */
export const selfCheckAnswers = (index: number) => sheetAnswers(findingsOf(DEDUCTED, FOUND, index));
