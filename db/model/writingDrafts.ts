import { type IsoDate, inChinese } from './dates.ts';
import { type Fen, formatYuan } from './money.ts';
import { formatPoints } from './scoring/points.ts';
import type { SubmissionKind } from './terms.ts';
import { TO_WRITE, type WritingDraft, type WritingFigure, type WritingSection } from './writing.ts';

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
  readonly announced: number;
  readonly paidCount: number;
  readonly paid: Fen;
  readonly failed: number;
  readonly cases: readonly string[];
}

type Figures = readonly (readonly [label: string, value: string, link: string])[];

const section = (key: string, heading: string, text: string, figures: Figures = []): WritingSection => ({
  key,
  heading,
  text,
  generated: text,
  figures: figures.map(([label, value, link]): WritingFigure => ({ label, value, link })),
});

const families = (count: number): string => `${count}家`;
const yuan = (value: Fen): string => `${formatYuan(value)}元`;

function basics(one: SummaryFacts): WritingSection {
  const left = one.left === 0 ? '' : `，其间退出或取消${families(one.left)}`;
  return section(
    'basics',
    '一、基本情况',
    `${one.year}年，我单位分配创建名额${families(one.quota)}，共受理${one.programme}食品加工小作坊创建申请${families(one.applied)}，经审核、遴选和公示，入选${families(one.selected)}，列入创建名单${families(one.listed)}${left}。`,
    [
      ['分配名额', families(one.quota), '/selection'],
      ['受理申请', families(one.applied), '/workshops?show=applied'],
      ['遴选入围', families(one.selected), '/workshops?show=selected'],
      ['列入创建名单', families(one.listed), '/workshops?show=listed'],
      ['退出或取消', families(one.left), '/workshops'],
    ],
  );
}

function measures(one: SummaryFacts): WritingSection {
  const people = one.headcount === 0 ? '' : `，参加${one.headcount}人次`;
  const mobilised = [
    one.meetings === 0 ? '' : `召开宣传动员会${one.meetings}次${people}`,
    one.duties === 0 ? '' : `分解工作任务${one.duties}项，落实到单位和责任人`,
  ].filter((part) => part !== '');
  const assisted = [
    one.helped === 0 ? '' : `为${families(one.helped)}小作坊明确了帮扶责任人`,
    one.visits === 0 ? '' : `走访帮扶${one.visits}次，指导解决改造中的问题`,
  ].filter((part) => part !== '');
  // What was not recorded is left to the clerk: a paper does not boast of 0 meetings.
  const said = (parts: readonly string[]): string =>
    parts.length === 0 ? TO_WRITE : `${parts.join('，')}。`;
  const lines = [
    `动员部署。${said(mobilised)}`,
    `一坊一策。指导${families(one.signed)}小作坊制定改造提升方案并经签批，开工改造${families(one.started)}，确定改造任务${one.tasks}项，计划投入业主自筹${yuan(one.plannedOwn)}、其他资金${yuan(one.plannedOther)}。`,
    `精准帮扶。${said(assisted)}`,
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

function effects(one: SummaryFacts): WritingSection {
  const { averages } = one;
  const scores =
    averages === null
      ? ''
      : `有改造前后评分的${families(averages.count)}，平均得分由改造前自查的${formatPoints(averages.before)}分提高到县级考评的${formatPoints(averages.after)}分。`;
  return section(
    'effects',
    '三、改造成效',
    `${families(one.finished)}小作坊完成改造，完成改造任务${one.tasksDone}项，实际投入业主自筹${yuan(one.spentOwn)}、其他资金${yuan(one.spentOther)}。${scores}`,
    [
      ['改造完成', families(one.finished), '/workshops?show=finished'],
      ['完成任务', `${one.tasksDone}项`, '/plans'],
      ['实际业主自筹', yuan(one.spentOwn), '/plans'],
      ['实际其他资金', yuan(one.spentOther), '/plans'],
      ['改造前平均得分', averages ? `${formatPoints(averages.before)}分` : '—', '/inspections'],
      ['改造后平均得分', averages ? `${formatPoints(averages.after)}分` : '—', '/inspections'],
    ],
  );
}

function outcomes(one: SummaryFacts): WritingSection {
  const again = one.reinspected === 0 ? '' : `，整改后复查${families(one.reinspected)}`;
  const city = one.citySampled === 0 ? '' : `市局复评${families(one.citySampled)}。`;
  const announced = one.announced === 0 ? '' : `省厅公布${families(one.announced)}。`;
  const failed = one.failed === 0 ? '' : `，另有${families(one.failed)}发放未成功，正在补发`;
  const paid =
    one.paidCount === 0 ? '' : `已发放奖补资金${families(one.paidCount)}、${yuan(one.paid)}${failed}。`;
  return section(
    'outcomes',
    '四、考评验收和奖补',
    `县级考评${families(one.scored)}，达标${families(one.passed)}${again}，列入推荐名单${families(one.recommended)}。${city}${announced}${paid}`,
    [
      ['县级考评', families(one.scored), '/inspections'],
      ['达标', families(one.passed), '/results'],
      ['整改后复查', families(one.reinspected), '/inspections'],
      ['推荐名单', families(one.recommended), '/results'],
      ['市级复评', families(one.citySampled), '/results?tab=events'],
      ['省厅公布', families(one.announced), '/results?tab=events'],
      ['已发放', families(one.paidCount), '/results?tab=payments'],
      ['发放金额', yuan(one.paid), '/results?tab=payments'],
      ['发放失败', families(one.failed), '/results?tab=payments'],
    ],
  );
}

function typical({ cases }: SummaryFacts): WritingSection {
  const text =
    cases.length === 0
      ? TO_WRITE
      : `整理典型案例${cases.length}个：${cases.join('、')}（另附改造前后照片）。`;
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

/** What the records say of one workshop's year. */
export interface CaseFacts {
  readonly workshopId: string;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly products: string;
  readonly situation: string;
  readonly problems: readonly string[];
  readonly measures: readonly string[];
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  readonly helperName: string;
  readonly visits: number;
  readonly spentOwn: Fen;
  readonly spentOther: Fen;
  readonly before: number | null;
  readonly after: number | null;
}

const listed = (lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}.${line.replace(/[。；;]+$/, '')}`).join('；');

function caseEffects(one: CaseFacts): WritingSection {
  const scores = [
    one.before === null ? '' : `改造前自查${formatPoints(one.before)}分`,
    one.after === null ? '' : `县级考评${formatPoints(one.after)}分`,
  ].filter((part) => part !== '');
  const page = `/workshops/${one.workshopId}`;
  return section(
    'effects',
    '四、改造成效',
    `改造实际投入业主自筹${yuan(one.spentOwn)}、其他资金${yuan(one.spentOther)}。${scores.length === 0 ? '' : `${scores.join('，')}。`}${TO_WRITE}`,
    [
      ['实际业主自筹', yuan(one.spentOwn), page],
      ['实际其他资金', yuan(one.spentOther), page],
      ['改造前得分', one.before === null ? '—' : `${formatPoints(one.before)}分`, page],
      ['改造后得分', one.after === null ? '—' : `${formatPoints(one.after)}分`, page],
    ],
  );
}

/** 典型案例 of one workshop. */
export function caseDraft(one: CaseFacts): readonly WritingSection[] {
  const page = `/workshops/${one.workshopId}`;
  const township = one.township === '' ? '' : `位于${one.township}`;
  const span = [
    one.startedOn === null ? '' : `${inChinese(one.startedOn)}开工`,
    one.finishedOn === null ? '' : `${inChinese(one.finishedOn)}完成`,
  ].filter((part) => part !== '');
  const helper = one.helperName === '' ? '' : `帮扶责任人${one.helperName}`;
  return [
    section(
      'basics',
      '一、基本情况',
      `${one.name}${township}，业主${one.ownerName}，主要产品：${one.products === '' ? TO_WRITE : one.products}。`,
    ),
    section(
      'before',
      '二、改造前的主要问题',
      [one.situation, one.problems.length > 0 ? `${listed(one.problems)}。` : '']
        .filter((part) => part !== '')
        .join('\n') || TO_WRITE,
    ),
    section(
      'works',
      '三、改造和帮扶',
      [
        one.measures.length > 0 ? `改造任务${one.measures.length}项：${listed(one.measures)}。` : TO_WRITE,
        span.length > 0 ? `${span.join('，')}。` : '',
        one.visits > 0 ? `${helper}走访帮扶${one.visits}次。` : '',
      ]
        .filter((part) => part !== '')
        .join('\n'),
      [
        ['改造任务', `${one.measures.length}项`, page],
        ['走访帮扶', `${one.visits}次`, page],
      ],
    ),
    caseEffects(one),
  ];
}

/** What a 报送 comes to, for the report that goes with it. */
export interface ReportFacts {
  readonly year: number;
  readonly project: string;
  readonly kind: SubmissionKind;
  readonly label: string;
  /** `家数：7；业主自筹：15,000元` */
  readonly counts: string;
  readonly annexes: readonly string[];
}

/** 关于报送…的报告 */
export const reportDraft = ({ year, project, label, counts, annexes }: ReportFacts): WritingDraft => ({
  sections: [
    section(
      'body',
      '',
      [
        `根据工作安排，现将我单位${year}年${project}${label}报送给你局。${counts === '' ? '' : `有关情况：${counts}。`}`,
        '材料已经核对，数据与附件一致。特此报告。',
      ].join('\n'),
      [['报送内容', counts === '' ? '—' : counts, '/submissions']],
    ),
  ],
  annexes,
});
