import type { PlanRow } from '../../db/model/contract/plans.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { safeFileName } from '../../db/model/package.ts';
import { type Problem, problem, warning } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { findRevision, planRows } from '../../db/plans/plans.ts';
import type { Contents, Piece } from './contents.ts';

const unsigned = (row: PlanRow): Problem =>
  warning('package.unsigned', `“${row.workshopName}”的方案尚未签批，本次报送不含这一家`);

const LEDGER: Piece = {
  ref: { paper: 'planLedger' },
  format: 'xlsx',
  path: '01_改造方案台账.xlsx',
  title: '改造方案台账',
};

function planPieces(signed: readonly PlanRow[]): readonly Piece[] {
  const width = Math.max(2, String(signed.length).length);
  return signed.flatMap((row, index): readonly Piece[] => {
    if (row.revisionId === null) return [];
    const number = String(index + 1).padStart(width, '0');
    return [
      {
        ref: { paper: 'plan', revisionId: row.revisionId },
        format: 'pdf',
        path: `改造提升方案/${number}_${safeFileName(row.workshopName)}.pdf`,
        title: `${row.workshopName}改造提升方案（第${row.revision}版）`,
      },
    ];
  });
}

/** Every signed plan with the ledger over all. */
export function planContents(office: Office, today: IsoDate): Contents {
  const rows = planRows(office, today);
  const signed = rows.filter((row) => row.state === 'signed');
  const none = problem('package.noPlans', '还没有已签批的改造提升方案，不能报送');
  return {
    pieces: signed.length === 0 ? [] : [LEDGER, ...planPieces(signed)],
    secret: null,
    records: signed.flatMap(({ revisionId, workshopName, ownerName, ...row }) => {
      const digest = revisionId === null ? null : findRevision(office, revisionId)?.revision.digest;
      if (!revisionId || !digest) return [];
      const fields = {
        业主: ownerName,
        方案版次: row.revision,
        任务数: row.taskCount,
        '业主自筹（元）': row.budgetOwn / 100,
        '其他资金（元）': row.budgetOther / 100,
        签批日期: row.signedOn,
      };
      return [{ id: revisionId, kind: 'planRevision', name: workshopName, digest, fields }];
    }),
    counts: {
      家数: signed.length,
      任务数: signed.reduce((sum, row) => sum + row.taskCount, 0),
      '业主自筹（分）': signed.reduce((sum, row) => sum + row.budgetOwn, 0),
      '其他资金（分）': signed.reduce((sum, row) => sum + row.budgetOther, 0),
    },
    problems: signed.length === 0 ? [none] : rows.filter((row) => row.state !== 'signed').map(unsigned),
  };
}
