import { digestOf } from '../../db/canonical.ts';
import { safeFileName } from '../../db/model/package.ts';
import { type Problem, problem, warning } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { type Writing, writings } from '../../db/summary/writings.ts';
import { type Contents, inFormats, type Piece } from './contents.ts';

const recordOf = ({ id, kind, title, body, finishedOn }: Writing): Contents['records'][number] => ({
  id,
  kind,
  name: title,
  digest: digestOf({ title, sections: body.sections.map(({ heading, text }) => ({ heading, text })) }).sha256,
  fields: { 定稿日期: finishedOn },
});

function casePieces(cases: readonly Writing[]): readonly Piece[] {
  return cases.flatMap(({ id, title }, index) =>
    inFormats(
      { paper: 'writing', writingId: id },
      `典型案例/${String(index + 1).padStart(2, '0')}_${safeFileName(title)}`,
      title,
      ['docx', 'pdf'],
    ),
  );
}

function problemsOf(summary: Writing | undefined, cases: readonly Writing[]): readonly Problem[] {
  if (summary === undefined) {
    return [problem('package.noSummary', '还没有创建工作总结，请先到“总结”中生成')];
  }
  if (summary.finishedOn === null) {
    return [problem('package.summaryOpen', '创建工作总结还没有定稿，请先到“总结”中定稿')];
  }
  return cases
    .filter((one) => one.finishedOn === null)
    .map(({ title }) => warning('package.caseOpen', `《${title}》还没有定稿，本次报送不含这一份`));
}

/** 创建工作总结 with the finished cases (notice 四（四）). */
export function summaryContents(office: Office): Contents {
  const all = writings(office);
  const summary = all.find((one) => one.kind === 'summary');
  const cases = all.filter((one) => one.kind === 'case');
  const finished = cases.filter((one) => one.finishedOn !== null);
  const sent = summary?.finishedOn ? [summary, ...finished] : [];
  return {
    pieces: summary?.finishedOn
      ? [
          ...inFormats({ paper: 'writing', writingId: summary.id }, '01_创建工作总结', '创建工作总结', [
            'docx',
            'pdf',
          ]),
          ...casePieces(finished),
        ]
      : [],
    secret: null,
    records: sent.map(recordOf),
    counts: { 典型案例: finished.length },
    problems: problemsOf(summary, cases),
  };
}

export const REPORT_STEM = '00_报送报告';

/** 关于报送…的报告 goes with its package once it is finished. */
export function reportPieces(
  office: Office,
  isOf: (subject: NonNullable<Writing['body']['subject']>) => boolean,
): readonly Piece[] {
  const report = writings(office).find(
    ({ kind, finishedOn, body }) =>
      kind === 'report' && finishedOn !== null && body.subject !== null && isOf(body.subject),
  );
  return report
    ? inFormats({ paper: 'writing', writingId: report.id }, REPORT_STEM, report.title, ['docx', 'pdf'])
    : [];
}
