import { countsText } from '../countsText.ts';
import { Fen, inChineseCapitals, ZERO_FEN } from '../money.ts';
import { assertNever } from '../problems.ts';
import type { SubmissionKind } from '../terms.ts';
import type { WritingDraft } from '../writing.ts';
import { families, funding, section, sentence, unlessNone, yuan } from './parts.ts';

/** What a 报送 comes to, for the report that goes with it. */
export interface ReportFacts {
  readonly year: number;
  readonly project: string;
  /** Name of the notice the year rests on; empty where the office gave none. */
  readonly basis: string;
  readonly kind: SubmissionKind;
  readonly label: string;
  /** Of the package, by the names it gives them. */
  readonly counts: Readonly<Record<string, number>>;
  readonly annexes: readonly string[];
}

type Count = (name: string) => number;

function rosterText(count: Count): string {
  const [joined, left] = [count('新增'), count('退出')];
  if (joined + left === 0)
    return sentence(`经审核、遴选和公示，确定列入创建名单的食品加工小作坊${families(count('家数'))}`);
  return sentence(
    '与上次报送相比',
    unlessNone(left, `退出${families(left)}`),
    unlessNone(joined, `新增${families(joined)}`),
    `现创建名单共${families(count('家数'))}`,
  );
}

function plansText(count: Count, money: (name: string) => Fen): string {
  return sentence(
    `已签批改造提升方案${families(count('家数'))}，确定改造任务${count('任务数')}项`,
    `计划投入改造资金${funding(money('业主自筹（分）'), money('其他资金（分）'))}`,
  );
}

function resultsText(count: Count): string {
  const [scored, passed, named] = [count('考评家数'), count('达标家数'), count('推荐家数')];
  const others = scored - named;
  return sentence(
    `已完成县级考评验收${families(scored)}，达标${families(passed)}，推荐${families(named)}`,
    unlessNone(others, `其余${families(others)}未列入推荐名单，情况见考评验收汇总表`),
  );
}

function payeesText(count: Count, award: Fen): string {
  return sentence(
    `本次报送${families(count('家数'))}，奖补资金${yuan(award)}（大写：${inChineseCapitals(award)}）`,
    '收款信息以加密电子文件报送，口令另行送达',
  );
}

/** What a package of the kind holds, in a sentence; nothing where its title says all. */
function contentText({ kind, counts }: ReportFacts): string {
  const count: Count = (name) => counts[name] ?? 0;
  const money = (name: string): Fen => Fen.catch(ZERO_FEN).parse(counts[name]);
  switch (kind) {
    case 'roster':
      return rosterText(count);
    case 'plans':
      return plansText(count, money);
    case 'results':
      return resultsText(count);
    case 'payees':
      return payeesText(count, money('奖补金额（分）'));
    case 'summary':
      return unlessNone(count('典型案例'), sentence(`另附典型案例${count('典型案例')}个，供参考`));
    case 'monthly':
      return '';
    default:
      return assertNever(kind);
  }
}

/** 关于报送…的报告 */
export function reportDraft(facts: ReportFacts): WritingDraft {
  const { year, project, basis, label, counts, annexes } = facts;
  const by = basis === '' ? '工作安排' : `${basis}要求`;
  const body = [
    `根据${by}，现将我局${year}年${project}${label}报上，请审阅。${contentText(facts)}`,
    '以上材料已经核对，数据与附件一致。',
    '特此报告。',
  ].join('\n');
  const told = countsText(counts);
  return {
    sections: [section('body', '', body, [['报送内容', told === '' ? '—' : told, '/submissions']])],
    annexes,
  };
}
