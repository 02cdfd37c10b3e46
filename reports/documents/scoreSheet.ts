import { inChinese } from '../../db/model/dates.ts';
import type { ScoreSheetPaper } from '../../db/model/papers.ts';
import { answerText } from '../../db/model/scoring/answerText.ts';
import { pointsOf } from '../../db/model/scoring/itemScore.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { SAMPLE_NOTICE } from '../../db/model/scoring/sampleTable.ts';
import { type ItemAnswer, SCORE_CONCLUSIONS, type Score, scoreOf } from '../../db/model/scoring/scoreOf.ts';
import { fullPoints, type ScoreItem, sectionsOf } from '../../db/model/scoring/table.ts';
import { INSPECTION_LEVELS, type InspectionLevel } from '../../db/model/terms.ts';
import { cell, column, heading, label, note, signatureFoot, together } from './build.ts';
import type { Block, Cell, Form, OfficialDocument, Table } from './official.ts';
import { workshopsName } from './programme.ts';

/** What each level calls its sheet. */
const SHEET_TITLES: Readonly<Record<InspectionLevel, string>> = {
  self: '自查评分表',
  county: '县级验收评分表',
  city: '市级复评评分表',
  province: '省级抽查评分表',
};

type Answers = ReadonlyMap<ScoreItem['id'], ItemAnswer>;

function headForm({ level, workshop, sheet, bureau }: ScoreSheetPaper): Form {
  const handWritten = '　　　年　　月　　日';
  return {
    kind: 'form',
    columns: [column(24), column(72), column(24), column(52), column(24), column(52)],
    rows: [
      [
        label('小作坊名称'),
        cell(workshop?.name ?? ''),
        label('负责人'),
        cell(workshop?.ownerName ?? ''),
        label('证照编号'),
        cell(workshop?.certificateNo ?? ''),
      ],
      [
        label('生产加工地址'),
        cell(workshop?.address ?? ''),
        label('主要产品'),
        cell(workshop?.products ?? '', { columns: 3 }),
      ],
      [
        label(level === 'self' ? '帮扶单位' : '考评单位'),
        cell(level === 'self' || level === 'county' ? bureau.name : ''),
        label('考评层级'),
        cell(INSPECTION_LEVELS[level]),
        label('日期'),
        cell(sheet ? inChinese(sheet.inspectedOn) : handWritten),
      ],
    ],
  };
}

/** A tick where the line was met, a cross where not; nothing on the blank form. */
const mark = (one: ItemAnswer | undefined): string =>
  one === undefined ? '' : one.answer.way === 'yesNo' && !one.answer.yes ? '×' : '√';

const starred = (item: ScoreItem): string => (item.key ? `★${item.code}` : item.code);

function vetoTable(items: readonly ScoreItem[], answers: Answers): Table {
  return {
    kind: 'table',
    columns: [column(12, 'center'), column(70), column(92), column(22, 'center'), column(52)],
    header: [
      [
        label('编号'),
        label('否决项（任何一项不符合即不予通过）'),
        label('评定标准'),
        label('符合√\n不符合×'),
        label('存在问题'),
      ],
    ],
    rows: items.map((item) => [
      cell(item.code),
      cell(item.content),
      cell(item.criterion),
      cell(mark(answers.get(item.id))),
      cell(answers.get(item.id)?.reason ?? ''),
    ]),
    totals: [],
  };
}

function scoredRow(
  item: ScoreItem,
  one: ItemAnswer | undefined,
  paper: ScoreSheetPaper,
  section: string,
): readonly Cell[] {
  const got = one ? pointsOf(item, one.answer, paper.table.limits.absence) : null;
  const lost = got === null || one?.answer.way === 'absent' ? null : item.points - got;
  return [
    cell(section),
    cell(starred(item)),
    cell(item.content),
    cell(item.criterion),
    cell(formatPoints(item.points)),
    cell(one ? answerText(item.rule, one.answer) : ''),
    cell(lost === null || lost === 0 ? '' : formatPoints(lost)),
    cell(got === null ? '' : formatPoints(got)),
    cell(one?.reason ?? ''),
  ];
}

const COLUMNS = [
  column(28, 'center'),
  column(13, 'center'),
  column(52),
  column(64),
  column(12, 'center'),
  column(23, 'center'),
  column(12, 'center'),
  column(12, 'center'),
  column(40),
];

function scoreTable(paper: ScoreSheetPaper, answers: Answers, score: Score | null): Table {
  const { items } = paper.table;
  // Named at its first line: a heading of its own could be left behind at the foot of a page.
  const rows = sectionsOf(items).flatMap(({ name, items: lines }) =>
    lines.map((item, index) => {
      const section = index === 0 ? `${name}\n（${formatPoints(fullPoints(lines))}分）` : '';
      return scoredRow(item, answers.get(item.id), paper, section);
    }),
  );
  return {
    kind: 'table',
    columns: COLUMNS,
    header: [
      [
        label('部分'),
        label('编号'),
        label('考评内容'),
        label('评分标准'),
        label('分值'),
        label('现场情况'),
        label('扣分'),
        label('得分'),
        label('扣分原因\n（存在问题）'),
      ],
    ],
    rows,
    totals: [
      [
        label('合　计', { columns: 4 }),
        cell(formatPoints(fullPoints(items))),
        cell('', { columns: 2 }),
        cell(score ? formatPoints(score.total) : ''),
        cell(''),
      ],
    ],
  };
}

function conclusionText({ passScore, sheet }: ScoreSheetPaper, score: Score | null): string {
  if (!sheet || !score)
    return `总分：　　　　分（${formatPoints(passScore)}分以上合格）　　□ 合格　　□ 不合格`;
  const limits = score.limitsBroken.length === 0 ? '' : `　${score.limitsBroken.join('；')}`;
  const veto = score.vetoed.length === 0 ? '' : `　不符合的否决项：${score.vetoed.join('、')}`;
  return `总分：${formatPoints(score.total)}分（合格分${formatPoints(passScore)}分）　${SCORE_CONCLUSIONS[score.conclusion]}${veto}${limits}`;
}

const sectionScores = ({ sections }: Score): string =>
  sections
    .map(({ name, points, full }) => `${name} ${formatPoints(points)}/${formatPoints(full)}`)
    .join('；');

function foot(paper: ScoreSheetPaper, score: Score | null): Block {
  const ownCheck = paper.level === 'self';
  const box = (title: string): Cell => cell(title, { room: 1, foot: signatureFoot() });
  return together(heading(1, '三、结论'), {
    kind: 'form',
    columns: [column(1), column(1), column(1)],
    rows: [
      [cell(conclusionText(paper, score), { columns: 3 })],
      ...(score ? [[cell(`各部分得分：${sectionScores(score)}`, { columns: 3 })]] : []),
      [cell(`备注：${paper.sheet?.note ?? ''}`, { columns: 3, room: paper.sheet?.note ? 0 : 1 })],
      [
        box(ownCheck ? '自查人员（一）：' : '考评人员（一）：'),
        box(ownCheck ? '自查人员（二）：' : '考评人员（二）：'),
        box('业主意见：'),
      ],
    ],
  });
}

/** Says how the sheet is filled in; the levels above the county's are filled by others. */
const HOW =
  '填写说明：每项有扣分的，应写明扣分原因；按次扣分的单项扣完为止；确不适用的项目写“合理缺项”并注明原因。★为关键项。';

/** 《自查评分表》 and its sisters of the other levels: veto lines first, then the scored lines by section. */
export function scoreSheetDocument(paper: ScoreSheetPaper): OfficialDocument {
  const { table, sheet, level, bureau, year, workshop } = paper;
  const answers: Answers = new Map((sheet?.answers ?? []).map((one) => [one.itemId, one]));
  const score = sheet ? scoreOf(table, sheet.answers, paper.passScore) : null;
  const vetoes = table.items.filter((item) => item.veto);
  const title = SHEET_TITLES[level];
  const which = table.sample ? SAMPLE_NOTICE : `${table.title}　版本：${table.version}`;
  return {
    name: `${workshop?.name ?? '空白'}${title}`,
    office: bureau.name,
    madeOn: paper.asOf,
    layout: 'form',
    orientation: 'landscape',
    title: [`${year}年度`, workshopsName(paper.programmeName), title],
    subtitle: which,
    blocks: [
      headForm(paper),
      ...(vetoes.length > 0 ? [heading(1, '一、否决项'), vetoTable(vetoes, answers)] : []),
      heading(1, vetoes.length > 0 ? '二、评分项' : '一、评分项'),
      scoreTable(paper, answers, score),
      foot(paper, score),
      note(HOW),
    ],
    runningFoot: table.sample ? `${title}　${SAMPLE_NOTICE}` : `${title}　${table.title}（${table.version}）`,
    ...(sheet && !sheet.finished ? { watermark: '未完成' } : {}),
    isPublic: false,
  };
}
