import { type Finding, findingsOf, sheetAnswers } from './selfCheck.ts';
import { STORY } from './story.ts';

/** What the county still finds after the works, by 评分项. */
const LEFT_OVER: Readonly<Record<string, Finding>> = {
  '1.2': { result: '1', reason: '门前排水沟盖板缺损一处' },
  '1.5': { result: '1', reason: '清洁消毒记录缺一天' },
  '2.1': { result: '3', reason: '旺季时操作间略显拥挤' },
  '3.2': { result: '1', reason: '成品间挡鼠板与地面间隙过大' },
  '3.4': { result: '有一项不足', reason: '包装处照度不足' },
  '4.1': { result: '1', reason: '一批原料未留存进货票据' },
  '4.3': { result: '1', reason: '一日投料记录漏记' },
  '4.4': { result: '基本符合', reason: '定期送检，未开展出厂检验' },
  '4.6': { result: '1', reason: '销售记录未写购货人' },
  '5.1': { result: '1', reason: '一人健康证明未公示' },
  '6.2': { result: '基本符合', reason: '有县级荣誉，没有注册商标' },
  '6.3': { result: '基本符合', reason: '示范带动作用不够明显' },
};

const TURNS: readonly (readonly string[])[] = [
  ['4.3', '6.3'],
  ['1.5', '4.4', '6.2'],
  ['3.2', '4.6', '6.2', '6.3'],
  ['1.2', '3.4', '4.1', '5.1', '6.2'],
  ['2.1', '4.4', '4.6', '6.2'],
];

/** Why the first inspection of one workshop fails: a veto, and too few points besides. */
const FAILING: Readonly<Record<string, Finding>> = {
  V5: { result: '否', reason: '业主实际投入改造资金不足1万元' },
  '2.2': { result: '4', reason: '熟制区与包装区之间隔断未封到顶' },
  '3.2': { result: '2', reason: '两扇窗没有纱窗' },
  '3.3': { result: '2', reason: '洗手处没有消毒设施' },
  '4.1': { result: '2', reason: '两批原料没有进货票据' },
  '4.3': { result: '2', reason: '投料记录不连续' },
  '5.1': { result: '1', reason: '一人健康证明未公示' },
  '6.2': { result: '基本符合', reason: '有县级荣誉，没有注册商标' },
};

/** Just enough for the county; the city finds more. */
const BARELY = ['1.2', '2.1', '3.2', '3.4', '4.1', '4.3', '4.4', '6.2'] as const;

/** The county's first sheet of the nth workshop on the list. */
export function countyAnswers(workshop: string, index: number) {
  if (workshop === STORY.short) return sheetAnswers(FAILING);
  const turns = workshop === STORY.refuted ? [BARELY] : TURNS;
  return sheetAnswers(findingsOf(LEFT_OVER, turns, index));
}

/** The same table after the 整改. */
export const reinspectionAnswers = () => sheetAnswers(findingsOf(LEFT_OVER, TURNS, 1));
