import { digestOf } from '../../db/canonical.ts';
import { inspectionOutcomes } from '../../db/inspections/outcomes.ts';
import type { ResultRow } from '../../db/model/contract/results.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { safeFileName } from '../../db/model/package.ts';
import { type Problem, problem, warning } from '../../db/model/problems.ts';
import { RESULT_STATES } from '../../db/model/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { RESULT_DECISIONS } from '../../db/model/terms.ts';
import type { Office } from '../../db/office.ts';
import { resultsView } from '../../db/results/results.ts';
import { type Contents, inFormats, type Piece } from './contents.ts';

type Scored = ResultRow & { readonly county: NonNullable<ResultRow['county']> };

const isScored = (row: ResultRow): row is Scored => row.county !== null;

function sheetPieces(rows: readonly Scored[]): readonly Piece[] {
  const width = Math.max(2, String(rows.length).length);
  return rows.map(({ workshopId, name, county }, index) => ({
    ref: {
      paper: 'scoreSheet',
      inspectionId: county.inspectionId,
      tableId: null,
      workshopId,
      level: 'county',
    },
    format: 'pdf',
    path: `评分表/${String(index + 1).padStart(width, '0')}_${safeFileName(name)}.pdf`,
    title: `${name}县级验收评分表`,
  }));
}

const recordOf = (row: Scored): Contents['records'][number] => {
  const { workshopId, name, ownerName, county, decision, state } = row;
  const fields = {
    业主: ownerName,
    县级得分: formatPoints(county.total),
    考评日期: county.on,
    考评次数: county.round,
    是否达标: county.passed ? '是' : '否',
    处理结果: decision === null ? RESULT_STATES[state] : RESULT_DECISIONS[decision.kind],
    理由: decision?.reason ?? '',
  };
  return { id: workshopId, kind: 'countyResult', name, digest: digestOf(fields).sha256, fields };
};

/** Of a scoring that was recorded by its total alone there is no sheet to hand up. */
function sheetless(office: Office, rows: readonly Scored[]): readonly Scored[] {
  const outcomes = inspectionOutcomes(office);
  return rows.filter((row) => outcomes.get(row.workshopId)?.county?.reported === true);
}

const noSheet = ({ name }: Scored): Problem =>
  warning('package.noSheet', `“${name}”的县级考评只登记了总分，本次报送不含这一家的评分表`);

function problemsOf(rows: readonly ResultRow[]): readonly Problem[] {
  if (!rows.some((row) => row.county !== null)) {
    return [problem('package.noResults', '还没有完成的县级考评，请先到“考评验收”打分')];
  }
  if (!rows.some((row) => row.decision?.kind === 'recommend')) {
    return [problem('package.noneRecommended', '推荐名单还是空的，请先到“名单与奖补”确定推荐名单')];
  }
  return rows.flatMap(({ state, name, doubts }) => {
    if (state === 'recommended' || state === 'withheld' || state === 'criticised') return [];
    const why = doubts.length > 0 ? `（${doubts.join('；')}）` : '';
    return [warning('package.resultOpen', `“${name}”目前为“${RESULT_STATES[state]}”${why}，请核对`)];
  });
}

/** 县级验收结果: 推荐名单, 汇总表 and every sheet that counts (notice 三（四）). */
export function resultContents(office: Office, today: IsoDate): Contents {
  const { rows } = resultsView(office, today);
  const scored = rows.filter(isScored);
  const without = sheetless(office, scored);
  const recommended = rows.filter((row) => row.decision?.kind === 'recommend');
  return {
    pieces:
      scored.length === 0
        ? []
        : [
            ...inFormats({ paper: 'recommended' }, '01_推荐名单', '县级考评验收推荐名单', ['xlsx', 'pdf']),
            ...inFormats({ paper: 'inspectionSummary' }, '02_考评汇总表', '考评验收汇总表', ['xlsx', 'pdf']),
            ...sheetPieces(scored.filter((row) => !without.includes(row))),
          ],
    secret: null,
    records: scored.map(recordOf),
    counts: {
      考评家数: scored.length,
      达标家数: scored.filter((row) => row.county.passed).length,
      推荐家数: recommended.length,
    },
    problems: [...problemsOf(rows), ...without.map(noSheet)],
  };
}
