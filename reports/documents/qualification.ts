import { isoDate } from '../../db/model/dates.ts';
import type { QualificationPaper } from '../../db/model/papers/selection.ts';
import { keysOf, REVIEW_LEVELS, type ReviewLevel } from '../../db/model/terms.ts';
import { cell, column, label, note, together } from './build.ts';
import type { Cell, Form, OfficialDocument, Table } from './official.ts';
import { opinionBox } from './opinions.ts';
import { workshopsName } from './programme.ts';
import { day } from './values.ts';

const WIDE = { columns: 5 };

/** Whatever may be long has the whole width: a name of 60 characters takes two lines and leaves the sheet one page. */
const headForm = (paper: QualificationPaper): Form => ({
  kind: 'form',
  columns: [column(17), column(14), column(11), column(27), column(11), column(20)],
  rows: [
    [label('小作坊名称'), cell(paper.workshopName, WIDE)],
    [
      label('业主'),
      cell(paper.ownerName),
      label('证照编号'),
      cell(paper.certificateNo),
      label('申请日期'),
      cell(day(paper.appliedOn)),
    ],
    [label('生产加工地址'), cell(paper.address, WIDE)],
    [label('主要产品'), cell(paper.products, WIDE)],
  ],
});

/** □ is left for what a person has to judge. */
const mark = (met: boolean | null): string => (met === null ? '□符合　□不符合' : met ? '符合' : '不符合');

const conditionTable = ({ conditions }: QualificationPaper): Table => ({
  kind: 'table',
  columns: [column(8, 'center'), column(44), column(28), column(20, 'center')],
  header: [[label('序号'), label('创建条件'), label('申请情况'), label('核对')]],
  rows: conditions.map(({ condition, found, met }, index) => [
    cell(String(index + 1)),
    cell(condition),
    cell(found),
    cell(mark(met)),
  ]),
  totals: [],
});

type Material = QualificationPaper['materials'][number];

const materialCells = (one: Material | undefined, year: number): readonly Cell[] => {
  if (!one) return [cell(''), cell('')];
  const { material, received, optional } = one;
  return [
    cell(`${material}${optional ? '※' : ''}`),
    cell(received === '' ? '□' : received.replace(`${year}年`, '')),
  ];
};

/** Two materials a line, so that the sheet stays one page. */
function materialTable({ materials, year }: QualificationPaper): Table {
  const half = Math.ceil(materials.length / 2);
  return {
    kind: 'table',
    columns: [column(28), column(22, 'center'), column(28), column(22, 'center')],
    header: [[label('附件材料'), label('收到情况'), label('附件材料'), label('收到情况')]],
    rows: materials
      .slice(0, half)
      .map((one, index) => [...materialCells(one, year), ...materialCells(materials[half + index], year)]),
    totals: [],
  };
}

function opinionRow(paper: QualificationPaper, level: ReviewLevel): readonly Cell[] {
  const title = level === 'section' ? `${paper.bureau.section}\n意见` : `${REVIEW_LEVELS[level]}\n意见`;
  return [label(title), opinionBox(paper.opinions, level, { columns: 1, room: 1, compact: true })];
}

const opinionForm = (paper: QualificationPaper): Form => ({
  kind: 'form',
  columns: [column(24), column(76)],
  rows: keysOf(REVIEW_LEVELS).map((level) => opinionRow(paper, level)),
});

/** 《资格审核表》: for the file. Opinions already recorded are printed; the others have room to write. */
export function qualificationDocument(paper: QualificationPaper): OfficialDocument {
  const { bureau } = paper;
  const latest = paper.opinions
    .map((one) => one.reviewedOn)
    .sort()
    .at(-1);
  return {
    name: `${paper.workshopName}资格审核表`,
    office: bureau.name,
    madeOn: latest ?? paper.appliedOn ?? isoDate(`${paper.year}-01-01`),
    layout: 'form',
    orientation: 'portrait',
    title: [`${paper.year}年度`, `${workshopsName(paper.programmeName)}资格审核表`],
    blocks: [
      headForm(paper),
      conditionTable(paper),
      materialTable(paper),
      together(
        opinionForm(paper),
        note(
          '说明：面积、资金、承诺和证照由申请表数据核对；其余条件由审核人现场核实后勾选；带※的材料可不提供。',
        ),
      ),
    ],
    isPublic: false,
  };
}
