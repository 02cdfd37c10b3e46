import type { InspectionHead } from '../../db/model/inspection.ts';
import type { ScoreSheetPaper } from '../../db/model/papers/scoring.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { SCORE_CONCLUSIONS, type Score } from '../../db/model/scoring/scoreOf.ts';
import { cell, column, heading, note, signatureFoot, together } from './build.ts';
import type { Block, Cell, Form } from './official.ts';

type SheetBody = Omit<ScoreSheetPaper, 'paper'>;

function conclusionText({ passScore, sheet }: SheetBody, score: Score | null): string {
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

/** Signature and date on one line: the sheet has many lines, and its signatures stand with the last of them. */
const box = (title: string): Cell => cell(title, { room: 1, foot: [signatureFoot().join('')] });
const wide = (text: string, room = 0): readonly Cell[] => [cell(text, { columns: 3, room })];

const assessorNames = ({ assessors }: InspectionHead): string =>
  assessors.map(({ name, unit }) => (unit === '' ? name : `${name}（${unit}）`)).join('、');

const recusalText = ({ recusals }: InspectionHead): string =>
  recusals.length === 0 ? '无' : recusals.map(({ name, reason }) => `${name}（${reason}）`).join('；');

/** Who scored, who stood aside, and what the owner says; to be written by hand on a blank sheet. */
function officialRows(head: InspectionHead | undefined): readonly (readonly Cell[])[] {
  if (!head) {
    return [
      [cell('备注：', { columns: 2, room: 1 }), cell('回避人员及原因：', { room: 1 })],
      [box('考评人员（一）：'), box('考评人员（二）：'), box('业主意见：')],
      [cell('业主拒绝签字的原因：', { columns: 2, room: 1 }), box('见证人（业主拒绝签字时）：')],
    ];
  }
  const refused = head.ownerSigned === false;
  const remark = `业主意见：${head.ownerRemark}`;
  return [
    [cell(`考评人员：${assessorNames(head)}`, { columns: 2 }), cell(`回避人员及原因：${recusalText(head)}`)],
    [
      box('考评人员签字（一）：'),
      box('考评人员签字（二）：'),
      refused ? cell(`${remark}\n（拒绝签字）`) : box(remark),
    ],
    ...(refused
      ? [[cell(`业主拒绝签字的原因：${head.refusalReason}`, { columns: 2 }), box(`见证人：${head.witness}`)]]
      : []),
  ];
}

const ownRows: readonly (readonly Cell[])[] = [
  [box('自查人员（一）：'), box('自查人员（二）：'), box('业主意见：')],
];

/** Says how the sheet is filled in; the levels above the county's are filled by others. */
const HOW =
  '填写说明：每项有扣分的，应写明扣分原因；按次扣分的单项扣完为止；确不适用的项目写“合理缺项”并注明原因。★为关键项。';

/** Conclusion, remarks and signatures at the end of a sheet. */
export function scoreSheetFoot(paper: SheetBody, score: Score | null, title: string): Block {
  const { sheet, level } = paper;
  const form: Form = {
    kind: 'form',
    columns: [column(1), column(1), column(1)],
    rows: [
      wide(conclusionText(paper, score)),
      ...(score ? [wide(`各部分得分：${sectionScores(score)}`)] : []),
      ...(sheet || level === 'self' ? [wide(`备注：${sheet?.note ?? ''}`, sheet?.note ? 0 : 1)] : []),
      ...(level === 'self' ? ownRows : officialRows(sheet?.head)),
    ],
  };
  return together(heading(1, title), form, note(HOW));
}
