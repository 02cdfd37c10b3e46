import { formatCode } from '../../db/model/checkCode.ts';
import { inChinese } from '../../db/model/dates.ts';
import type { Fen } from '../../db/model/money.ts';
import type { PlanPaper } from '../../db/model/papers/plans.ts';
import { planTotals } from '../../db/model/plan.ts';
import { keysOf, SIGNATURE_ROLES, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { cell, column, heading, label, paragraph, paragraphs, signatureFoot, together } from './build.ts';
import type { Block, Cell, Form, OfficialDocument, Paragraph, Table } from './official.ts';
import { workshopsName } from './programme.ts';
import { day, shortDay, squareMetres, yuanFigures, yuanInFull } from './values.ts';

type Tasks = PlanPaper['record']['plan']['tasks'];

/** 一: who and where. */
function basics({ bureau, record }: PlanPaper): Form {
  const wide = { columns: 3 };
  return {
    kind: 'form',
    columns: [column(14), column(29), column(16), column(33)],
    rows: [
      [label('小作坊名称'), cell(record.workshopName, wide)],
      [
        label('业主'),
        cell(record.ownerName),
        label('加工操作间\n使用面积'),
        cell(squareMetres(record.operationArea)),
      ],
      [label('生产加工地址'), cell(record.address, wide)],
      [label('主要产品'), cell(record.products, wide)],
      [label('帮扶单位'), cell(bureau.name), label('帮扶责任人'), cell(record.plan.helperName)],
      [
        label('计划开工日期'),
        cell(day(record.plan.plannedStart)),
        label('方案版本'),
        cell(revisionOf(record)),
      ],
    ],
  };
}

const revisionOf = ({ revision, submittedOn }: PlanPaper['record']): string =>
  `第${revision}版${submittedOn === null ? '' : `（${inChinese(submittedOn)}提交）`}`;

/** How many tasks fall to each of the notice's four emphases. */
function taskCounts(tasks: Tasks): string {
  const counts = keysOf(TASK_CATEGORIES)
    .map((category) => ({ category, count: tasks.filter((task) => task.category === category).length }))
    .filter(({ count }) => count > 0)
    .map(({ category, count }) => `${TASK_CATEGORIES[category]}${count}项`);
  const detail = counts.length > 0 ? `，其中${counts.join('、')}` : '';
  return `对照验收标准逐项查找，确定改造任务共${tasks.length}项${detail}。`;
}

function taskRow(task: Tasks[number], index: number, year: number): readonly Cell[] {
  const total = task.budgetOwn === null && task.budgetOther === null ? null : planTotals([task]).total;
  return [
    cell(String(index + 1)),
    cell(task.category === null ? '' : TASK_CATEGORIES[task.category]),
    cell(task.problem),
    cell(task.measure),
    cell(task.standard),
    cell(yuanFigures(task.budgetOwn)),
    cell(yuanFigures(task.budgetOther)),
    cell(yuanFigures(total)),
    cell(shortDay(task.dueOn, year)),
    cell(task.responsible),
  ];
}

/** 三: the four things the notice asks for (改造任务、提升标准、资金预算、完成时限), with sums. */
function taskTable({ record }: PlanPaper): Table {
  const { tasks } = record.plan;
  const { own, other, total } = planTotals(tasks);
  return {
    kind: 'table',
    columns: [
      column(6, 'center'),
      column(9, 'center'),
      column(23),
      column(25),
      column(25),
      column(18, 'right'),
      column(15, 'right'),
      column(18, 'right'),
      column(16, 'center'),
      column(13, 'center'),
    ],
    header: [
      [
        label('序\n号', { rows: 2 }),
        label('类别', { rows: 2 }),
        label('存在问题', { rows: 2 }),
        label('改造任务', { rows: 2 }),
        label('提升标准', { rows: 2 }),
        label('资金预算（元）', { columns: 3 }),
        label('完成\n时限', { rows: 2 }),
        label('责任人', { rows: 2 }),
      ],
      [label('业主\n自筹'), label('其他\n资金'), label('合计')],
    ],
    rows: tasks.map((task, index) => taskRow(task, index, record.year)),
    totals: [
      [
        label('合　计', { columns: 5 }),
        cell(yuanFigures(own)),
        cell(yuanFigures(other)),
        cell(yuanFigures(total)),
        cell('', { columns: 2 }),
      ],
    ],
  };
}

/** 四: the promise stands over the owner's signature. */
function funding({ policy, record }: PlanPaper): readonly Block[] {
  const { own, other, total } = planTotals(record.plan.tasks);
  const amount = (value: Fen): string => yuanInFull(value);
  return [
    paragraph(`改造资金预算合计${amount(total)}，其中业主自筹${amount(own)}，其他资金${amount(other)}。`),
    paragraph(
      `业主承诺：自筹改造资金不低于${yuanInFull(policy.minOwnInvestment)}，按照改造进度足额投入，全部用于本方案所列改造任务。`,
    ),
  ];
}

function assistance({ record }: PlanPaper): readonly Paragraph[] {
  if (record.plan.assistance !== '') return paragraphs(record.plan.assistance);
  return [paragraph('由帮扶责任人实行“一对一、点对点”帮扶，指导业主按照提升标准和完成时限组织改造。')];
}

/** 六: room to write, sign and date by hand. */
function signatures(): Form {
  const box = (title: string, room: number): Cell => cell(title, { room, foot: signatureFoot() });
  return {
    kind: 'form',
    columns: [column(1), column(1)],
    rows: [
      [box(`${SIGNATURE_ROLES.owner}意见：`, 2), box(`${SIGNATURE_ROLES.helper}意见：`, 2)],
      [box(`${SIGNATURE_ROLES.sectionHead}意见：`, 3), box(`${SIGNATURE_ROLES.leader}审核意见：`, 3)],
    ],
  };
}

const SIGNING_RULE =
  '本方案由业主与属地监管部门共同研究制定，经主管领导审核签字后组织实施，签字前不得开工。方案如需调整，应重新编制并签批。';

function codeBlocks(checkCode: string | null): readonly Block[] {
  if (checkCode === null) return [];
  return [
    {
      kind: 'checkCode',
      label: '校验码',
      code: formatCode(checkCode),
      explanation: '本校验码由方案全部内容计算得出，印于每页页脚。签字的纸质方案应与系统记录的校验码一致。',
    },
  ];
}

/** A group must fit on a page together with the signatures. */
const MOST_IN_GROUP = 300;

/** 五 and 六: the end of the text stays with the signatures, so that these never stand alone on a page. */
function closing(paper: PlanPaper): readonly Block[] {
  const text = [heading(1, '五、帮扶措施'), ...assistance(paper)];
  const last = text.at(-1);
  const goesAlong = last !== undefined && last.text.length <= MOST_IN_GROUP;
  // A heading is not left behind by the only paragraph below it.
  const kept = goesAlong ? text.slice(text.length === 2 ? 0 : -1) : [];
  return [
    ...text.slice(0, text.length - kept.length),
    together(
      ...kept,
      heading(1, '六、签字'),
      paragraph(SIGNING_RULE),
      signatures(),
      ...codeBlocks(paper.checkCode),
    ),
  ];
}

/** 《改造提升方案》: a draft carries no check code and is marked 草稿. */
export function planDocument(paper: PlanPaper): OfficialDocument {
  const { record, checkCode, bureau, policy } = paper;
  const revision = `第${record.revision}版`;
  return {
    name: `${record.workshopName}改造提升方案（${revision}）`,
    office: bureau.name,
    madeOn: record.submittedOn ?? policy.phases.build.from,
    layout: 'form',
    orientation: 'portrait',
    title: [workshopsName(paper.programmeName), '改造提升方案'],
    subtitle: `（${paper.year}年度）`,
    blocks: [
      heading(1, '一、基本情况'),
      basics(paper),
      heading(1, '二、现状与存在问题'),
      ...paragraphs(record.plan.situation),
      paragraph(taskCounts(record.plan.tasks)),
      heading(1, '三、改造任务'),
      taskTable(paper),
      heading(1, '四、资金来源与承诺'),
      ...funding(paper),
      ...closing(paper),
    ],
    runningFoot:
      checkCode === null
        ? `改造提升方案　${revision}　草稿，不作签批依据`
        : `改造提升方案　${revision}　校验码 ${formatCode(checkCode)}`,
    ...(checkCode === null ? { watermark: '草　稿' } : {}),
    isPublic: false,
  };
}
