import type { InspectionHead } from '../../db/model/inspection.ts';
import type { ScoreSheetPaper } from '../../db/model/papers/scoring.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { SCORE_CONCLUSIONS, type Score } from '../../db/model/scoring/scoreOf.ts';
import { cell, column, heading, signatureFoot, together } from './build.ts';
import type { Block, Cell } from './official.ts';

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

const box = (title: string, columns = 1): Cell => cell(title, { columns, room: 1, foot: signatureFoot() });
const wide = (text: string, room = 0): readonly Cell[] => [cell(text, { columns: 3, room })];

const assessorNames = ({ assessors }: InspectionHead): string =>
  assessors.map(({ name, unit }) => (unit === '' ? name : `${name}（${unit}）`)).join('、');

const recusalText = ({ recusals }: InspectionHead): string =>
  recusals.length === 0 ? '无' : recusals.map(({ name, reason }) => `${name}（${reason}）`).join('；');

/** Who scored, who stood aside, and what the owner says; to be written by hand on a blank sheet. */
function officialRows(head: InspectionHead | undefined): readonly (readonly Cell[])[] {
  if (!head) {
    return [
      wide('回避人员及原因：'),
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

/** Conclusion, remarks and signatures at the end of a sheet. */
export function scoreSheetFoot(paper: SheetBody, score: Score | null, title: string): Block {
  const { sheet, level } = paper;
  return together(heading(1, title), {
    kind: 'form',
    columns: [column(1), column(1), column(1)],
    rows: [
      wide(conclusionText(paper, score)),
      ...(score ? [wide(`各部分得分：${sectionScores(score)}`)] : []),
      wide(`备注：${sheet?.note ?? ''}`, sheet?.note ? 0 : 1),
      ...(level === 'self' ? ownRows : officialRows(sheet?.head)),
    ],
  });
}
