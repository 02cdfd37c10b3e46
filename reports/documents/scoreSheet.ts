import { inChinese } from '../../db/model/dates.ts';
import type { ScoreSheetPaper, ScoreSheetsPaper } from '../../db/model/papers/scoring.ts';
import { answerText } from '../../db/model/scoring/answerText.ts';
import { pointsOf } from '../../db/model/scoring/itemScore.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { SAMPLE_NOTICE } from '../../db/model/scoring/sampleTable.ts';
import { type ItemAnswer, type Score, scoreOf } from '../../db/model/scoring/scoreOf.ts';
import { fullPoints, type ScoreItem, sectionsOf } from '../../db/model/scoring/table.ts';
import { INSPECTION_LEVELS, type InspectionLevel } from '../../db/model/terms.ts';
import { cell, column, heading, label } from './build.ts';
import type { Block, Cell, Form, OfficialDocument, Table } from './official.ts';
import { workshopsName } from './programme.ts';
import { scoreSheetFoot } from './scoreSheetFoot.ts';

/** What each level calls its sheet. */
const SHEET_TITLES: Readonly<Record<InspectionLevel, string>> = {
  self: '自查评分表',
  county: '县级验收评分表',
  city: '市级复评评分表',
  province: '省级抽查评分表',
};

type Answers = ReadonlyMap<ScoreItem['id'], ItemAnswer>;

function headForm({ level, workshop, sheet, bureau }: Omit<ScoreSheetPaper, 'paper'>): Form {
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
    columns: [column(9, 'center'), column(77), column(116), column(15, 'center'), column(39)],
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
  paper: Pick<ScoreSheetPaper, 'table'>,
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
  column(25, 'center'),
  column(11, 'center'),
  column(44),
  column(94),
  column(9, 'center'),
  column(19, 'center'),
  column(9, 'center'),
  column(9, 'center'),
  column(36),
];

function scoreTable(paper: Pick<ScoreSheetPaper, 'table'>, answers: Answers, score: Score | null): Table {
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
        label('扣分原因（存在问题）'),
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

/** The reason, and how many photos of the line the office keeps. */
const reasonsOf = ({ answers, photos }: NonNullable<ScoreSheetPaper['sheet']>): Answers => {
  const counts = new Map(photos.map(({ itemId, count }) => [itemId, count]));
  return new Map(
    answers.map((one) => {
      const count = counts.get(one.itemId) ?? 0;
      const kept = count === 0 ? '' : `（留存照片${count}张）`;
      return [one.itemId, { ...one, reason: `${one.reason}${kept}` }];
    }),
  );
};

type SheetBody = Omit<ScoreSheetPaper, 'paper'>;

function bodyBlocks(paper: SheetBody): readonly Block[] {
  const { table, sheet } = paper;
  const answers: Answers = sheet ? reasonsOf(sheet) : new Map();
  const score = sheet ? scoreOf(table, sheet.answers, paper.passScore) : null;
  const vetoes = table.items.filter((item) => item.veto);
  return [
    headForm(paper),
    ...(vetoes.length > 0 ? [heading(1, '一、否决项'), vetoTable(vetoes, answers)] : []),
    heading(1, vetoes.length > 0 ? '二、评分项' : '一、评分项'),
    scoreTable(paper, answers, score),
    scoreSheetFoot(paper, score, vetoes.length > 0 ? '三、结论' : '二、结论'),
  ];
}

const titleOf = ({
  year,
  programmeName,
  level,
}: Pick<SheetBody, 'year' | 'programmeName' | 'level'>): readonly string[] => [
  `${year}年度`,
  workshopsName(programmeName),
  SHEET_TITLES[level],
];

function frameOf({ table, level, bureau, asOf }: Pick<SheetBody, 'table' | 'level' | 'bureau' | 'asOf'>) {
  const which = table.sample ? SAMPLE_NOTICE : `${table.title}　版本：${table.version}`;
  const version = table.sample ? SAMPLE_NOTICE : `${table.title}（${table.version}）`;
  return {
    office: bureau.name,
    madeOn: asOf,
    layout: 'dense',
    orientation: 'landscape',
    subtitle: which,
    runningFoot: `${SHEET_TITLES[level]}　${version}`,
    isPublic: false,
  } as const;
}

/** 《自查评分表》 and its sisters of the other levels: veto lines first, then the scored lines by section. */
export function scoreSheetDocument(paper: ScoreSheetPaper): OfficialDocument {
  const { sheet, level, workshop } = paper;
  return {
    ...frameOf(paper),
    name: `${workshop?.name ?? '空白'}${SHEET_TITLES[level]}`,
    title: [...titleOf(paper), ...(sheet?.again ? ['（复查）'] : [])],
    blocks: bodyBlocks(paper),
    ...(sheet && !sheet.finished ? { watermark: '未完成' } : {}),
  };
}

/** Blank sheets for the field, each workshop's on pages of its own. */
export function scoreSheetsDocument(paper: ScoreSheetsPaper): OfficialDocument {
  const title = titleOf(paper);
  const frame = frameOf(paper);
  const start: Block = { kind: 'sheetStart', title, subtitle: frame.subtitle };
  return {
    ...frame,
    name: `${paper.workshops.length}家${SHEET_TITLES[paper.level]}（空白）`,
    title,
    blocks: paper.workshops.flatMap((workshop, index): readonly Block[] => [
      ...(index === 0 ? [] : [start]),
      ...bodyBlocks({ ...paper, workshop, sheet: null }),
    ]),
  };
}
