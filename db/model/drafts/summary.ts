import { type Fen, fen } from '../money.ts';
import { formatPoints } from '../scoring/points.ts';
import { TO_WRITE, type WritingSection } from '../writing.ts';
import { CASE_TITLE } from './case.ts';
import { families, funding, section, sentence, unlessNone, yuan } from './parts.ts';

/** Everything the year's summary counts. */
export interface SummaryFacts {
  readonly year: number;
  readonly programme: string;
  readonly quota: number;
  readonly applied: number;
  readonly selected: number;
  readonly listed: number;
  readonly left: number;
  readonly meetings: number;
  readonly headcount: number;
  readonly duties: number;
  readonly helped: number;
  readonly visits: number;
  readonly signed: number;
  readonly started: number;
  readonly tasks: number;
  readonly tasksDone: number;
  readonly finished: number;
  readonly plannedOwn: Fen;
  readonly plannedOther: Fen;
  readonly spentOwn: Fen;
  readonly spentOther: Fen;
  /** Of those scored both before (自查) and after (县级考评), in 0.1 points. */
  readonly averages: { readonly before: number; readonly after: number; readonly count: number } | null;
  readonly scored: number;
  readonly passed: number;
  readonly reinspected: number;
  readonly recommended: number;
  readonly citySampled: number;
  /** Of those, below the pass score or vetoed. */
  readonly cityFailed: number;
  /** 不予发放奖补 */
  readonly withheld: number;
  readonly announced: number;
  readonly paidCount: number;
  readonly paid: Fen;
  readonly failed: number;
  readonly cases: readonly string[];
}

function basics(one: SummaryFacts): WritingSection {
  const left = unlessNone(one.left, `（其间退出或取消${families(one.left)}）`);
  return section(
    'basics',
    '一、基本情况',
    `${one.year}年，${sentence(
      unlessNone(one.quota, `市局分配我局创建名额${families(one.quota)}`),
      unlessNone(one.applied, `共受理${one.programme}食品加工小作坊创建申请${families(one.applied)}${left}`),
      unlessNone(one.selected, `经审核、遴选和公示，入选${families(one.selected)}`),
      unlessNone(one.listed, `列入创建名单${families(one.listed)}`),
    )}`,
    [
      ['分配名额', families(one.quota), '/selection'],
      ['受理申请', families(one.applied), '/workshops?show=applied'],
      ['遴选入围', families(one.selected), '/workshops?show=selected'],
      ['列入创建名单', families(one.listed), '/workshops?show=listed'],
      ['退出或取消', families(one.left), '/workshops'],
    ],
  );
}

/** Each under a heading of the second level; what was not recorded is left to the clerk. */
function measures(one: SummaryFacts): WritingSection {
  const planned = fen(one.plannedOwn + one.plannedOther);
  const lines = [
    '（一）动员部署',
    sentence(
      unlessNone(one.meetings, `召开宣传动员会${one.meetings}次`),
      unlessNone(one.headcount, `参加${one.headcount}人次`),
      unlessNone(one.duties, `分解工作任务${one.duties}项，落实到单位和责任人`),
    ),
    '（二）一坊一策',
    sentence(
      unlessNone(
        one.signed,
        `指导${families(one.signed)}小作坊制定改造提升方案，经主管领导审核签字后组织实施`,
      ),
      unlessNone(one.started, `开工改造${families(one.started)}`),
      unlessNone(one.tasks, `确定改造任务${one.tasks}项`),
      unlessNone(planned, `计划投入改造资金${funding(one.plannedOwn, one.plannedOther)}`),
    ),
    '（三）精准帮扶',
    sentence(
      unlessNone(one.helped, `为${families(one.helped)}小作坊明确了帮扶责任人`),
      unlessNone(one.visits, `走访帮扶${one.visits}次，指导解决改造中的问题`),
    ),
  ];
  return section('measures', '二、主要做法', lines.join('\n'), [
    ['动员会', `${one.meetings}次`, '/mobilisation'],
    ['参加动员', `${one.headcount}人次`, '/mobilisation'],
    ['任务分解', `${one.duties}项`, '/mobilisation?tab=duties'],
    ['方案签批', families(one.signed), '/workshops?show=signed'],
    ['开工改造', families(one.started), '/workshops?show=started'],
    ['改造任务', `${one.tasks}项`, '/plans'],
    ['计划业主自筹', yuan(one.plannedOwn), '/plans'],
    ['计划其他资金', yuan(one.plannedOther), '/plans'],
    ['明确帮扶责任人', families(one.helped), '/assistance'],
    ['走访帮扶', `${one.visits}次`, '/assistance'],
  ]);
}

/** A score that fell did not “rise to” anything. */
function scoresText({ averages }: SummaryFacts): string {
  if (averages === null) return '';
  const { before, after, count } = averages;
  const became = after > before ? '提高到' : '变为';
  return `有改造前后评分的${families(count)}，平均得分由改造前自查的${formatPoints(before)}分${became}县级考评的${formatPoints(after)}分。`;
}

function effects(one: SummaryFacts): WritingSection {
  const { averages } = one;
  const spent = fen(one.spentOwn + one.spentOther);
  const works = sentence(
    unlessNone(one.finished, `${families(one.finished)}小作坊完成改造`),
    unlessNone(one.tasksDone, `完成改造任务${one.tasksDone}项`),
    unlessNone(spent, `实际投入改造资金${funding(one.spentOwn, one.spentOther)}`),
  );
  return section('effects', '三、改造成效', `${works}${scoresText(one)}`, [
    ['改造完成', families(one.finished), '/workshops?show=finished'],
    ['完成任务', `${one.tasksDone}项`, '/plans'],
    ['实际业主自筹', yuan(one.spentOwn), '/plans'],
    ['实际其他资金', yuan(one.spentOther), '/plans'],
    ['改造前平均得分', averages ? `${formatPoints(averages.before)}分` : '—', '/inspections'],
    ['改造后平均得分', averages ? `${formatPoints(averages.after)}分` : '—', '/inspections'],
  ]);
}

/** Says why fewer are recommended than passed, or the reader has to ask. */
function outcomes(one: SummaryFacts): WritingSection {
  const again = unlessNone(one.reinspected, `（其中整改后复查${families(one.reinspected)}）`);
  const refuted = one.citySampled === 0 ? 0 : one.cityFailed;
  const text = [
    sentence(
      unlessNone(one.scored, `县级考评${families(one.scored)}，达标${families(one.passed)}${again}`),
      unlessNone(one.recommended, `列入推荐名单${families(one.recommended)}`),
    ),
    unlessNone(
      one.citySampled,
      sentence(
        `市局复评${families(one.citySampled)}`,
        refuted === 0 ? '全部达标' : `达标${families(one.citySampled - refuted)}，未达标${families(refuted)}`,
      ),
    ),
    unlessNone(one.withheld, sentence(`不予发放奖补资金${families(one.withheld)}`)),
    unlessNone(one.announced, sentence(`省厅公布${families(one.announced)}`)),
    unlessNone(
      one.paidCount,
      sentence(
        `已向${families(one.paidCount)}小作坊发放奖补资金共${yuan(one.paid)}`,
        unlessNone(one.failed, `另有${families(one.failed)}发放未成功，正在补发`),
      ),
    ),
  ].join('');
  return section('outcomes', '四、考评验收和奖补', text, [
    ['县级考评', families(one.scored), '/inspections'],
    ['达标', families(one.passed), '/results'],
    ['整改后复查', families(one.reinspected), '/inspections'],
    ['推荐名单', families(one.recommended), '/results'],
    ['市级复评', families(one.citySampled), '/results?tab=events'],
    ['市级复评未达标', families(one.cityFailed), '/results?tab=events'],
    ['不予发放奖补', families(one.withheld), '/results'],
    ['省厅公布', families(one.announced), '/results?tab=events'],
    ['已发放', families(one.paidCount), '/results?tab=payments'],
    ['发放金额', yuan(one.paid), '/results?tab=payments'],
    ['发放失败', families(one.failed), '/results?tab=payments'],
  ]);
}

function typical({ cases }: SummaryFacts): WritingSection {
  const names = cases.map((title) => title.replace(CASE_TITLE, ''));
  const text = cases.length === 0 ? TO_WRITE : `整理典型案例${cases.length}个（另附）：${names.join('、')}。`;
  return section('cases', '五、典型案例', text, [['典型案例', `${cases.length}个`, '/summary']]);
}

/** 创建工作总结, pre-written: what only the office can say is left open. */
export const summaryDraft = (facts: SummaryFacts): readonly WritingSection[] => [
  basics(facts),
  measures(facts),
  effects(facts),
  outcomes(facts),
  typical(facts),
  section('problems', '六、存在的问题', TO_WRITE),
  section('next', '七、下一步打算', TO_WRITE),
];
