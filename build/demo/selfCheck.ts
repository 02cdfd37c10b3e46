import { SAMPLE_TABLE } from '../../db/model/scoring/sampleTable.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';

interface Deducted {
  readonly result: string;
  readonly reason: string;
  /** What mending it is planned to cost, in yuan, and until when. */
  readonly own: number;
  readonly other: number;
  readonly due: string;
}

/** What the fictional self-checks find, by 评分项. */
export const DEDUCTED: Readonly<Record<string, Deducted>> = {
  '1.2': { result: '2', reason: '门前地面破损，两处积水', own: 5200, other: 0, due: '2021-07-31' },
  '2.2': { result: '5', reason: '生熟区之间没有隔断', own: 6800, other: 1000, due: '2021-08-31' },
  '2.3': { result: '1', reason: '顶棚局部霉变脱落', own: 4600, other: 0, due: '2021-08-15' },
  '3.2': { result: '1', reason: '原料间窗户没有纱窗', own: 1200, other: 0, due: '2021-06-30' },
  '3.3': { result: '3', reason: '洗手处没有干手、消毒设施', own: 2600, other: 500, due: '2021-07-31' },
  '3.5': { result: '1', reason: '原料直接堆放在地面', own: 1800, other: 0, due: '2021-07-15' },
  '4.1': { result: '1', reason: '大宗原料没有进货票据', own: 300, other: 0, due: '2021-06-30' },
  '4.3': { result: '1', reason: '没有投料记录', own: 200, other: 0, due: '2021-06-30' },
  '5.1': { result: '1', reason: '一人健康证明未公示', own: 100, other: 0, due: '2021-06-30' },
};

const FOUND: readonly (readonly string[])[] = [
  ['1.2', '2.2', '3.2', '4.1'],
  ['1.2', '2.3', '3.3', '4.3'],
  ['2.2', '2.3', '3.5', '5.1'],
  ['1.2', '2.3', '3.2', '3.5', '4.1'],
];

/** What gives all of a line's points, as a sheet writes it. */
export function bestResult({ rule, points }: ScoreItem): string {
  if (rule.way === 'yesNo') return '是';
  if (rule.way === 'deduction') return '0';
  if (rule.way === 'worstClass') return rule.classes[0]?.label ?? '';
  return rule.way === 'band' ? String(points / 10) : '符合';
}

/** The filled sheet of the nth workshop, as `self-check import` takes it. */
export function selfCheckAnswers(index: number) {
  const found = FOUND[index % FOUND.length] ?? [];
  return SAMPLE_TABLE.items.map((item) => {
    const deducted = found.includes(item.code) ? DEDUCTED[item.code] : undefined;
    return {
      code: item.code,
      result: deducted?.result ?? bestResult(item),
      reason: deducted?.reason ?? '',
    };
  });
}
