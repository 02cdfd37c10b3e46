import { asc, eq } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import { formatArea } from '../model/area.ts';
import type { CandidateRow } from '../model/contract/selection.ts';
import type { WorkshopPage } from '../model/contract/workshops.ts';
import { type IsoDate, inChinese } from '../model/dates.ts';
import type { PublicityId, WorkshopId } from '../model/ids.ts';
import { isOptional, MATERIAL_FORMS, MATERIALS, type Materials } from '../model/materials.ts';
import { formatYuan } from '../model/money.ts';
import type { PublicityReportPaper } from '../model/papers/publicity.ts';
import type { QualificationPaper, SelectionReportPaper } from '../model/papers/selection.ts';
import type { Policy } from '../model/policy.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { DEPARTURES, PUBLICITY_STATES } from '../model/publicity.ts';
import { CRITERIA } from '../model/ranking.ts';
import type { QualificationContent, SelectionReportRow } from '../model/selectionPapers.ts';
import { keysOf } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { objectorOf } from '../publicity/objections.ts';
import { publicities } from '../publicity/publicityViews.ts';
import { rosters } from '../publicity/rosters.ts';
import { objection } from '../schema.ts';
import { workshopPage } from '../workshops/workshops.ts';
import { rankingView } from './ranking.ts';

type Condition = QualificationContent['conditions'][number];

/** The notice's conditions as figures show them, then those only a person can judge. */
function conditionsOf(
  { application, workshop, conditions }: WorkshopPage,
  policy: Policy,
): readonly Condition[] {
  const line = (condition: string, fields: readonly string[], found: string): Condition => {
    const failed = conditions.find((one) => one.field !== undefined && fields.includes(one.field));
    const met = failed === undefined ? true : failed.severity === 'warning' ? null : false;
    return { condition, found, met, note: failed?.message ?? '' };
  };
  const { operationArea, plannedInvestment, promisedOn } = application;
  const judged = ['基础条件较好，有改造提升意愿', '从业人员素质较高，质量信誉良好', '具有地方特色'];
  return [
    line(
      `加工操作间使用面积不少于${formatArea(policy.minArea)}㎡`,
      ['operationArea'],
      operationArea === null ? '' : `${formatArea(operationArea)}㎡`,
    ),
    line(
      `业主投入改造资金不低于${formatYuan(policy.minOwnInvestment)}元`,
      ['plannedInvestment'],
      plannedInvestment === null ? '' : `${formatYuan(plannedInvestment)}元`,
    ),
    line('已签署资金投入承诺', ['promisedOn'], promisedOn === null ? '' : inChinese(promisedOn)),
    line('证照有效', ['certificateNo', 'certificateValidUntil'], workshop.certificateNo),
    ...judged.map((condition): Condition => ({ condition, found: '', met: null, note: '' })),
  ];
}

const materialLines = (received: Materials): QualificationContent['materials'] =>
  keysOf(MATERIALS).map((key) => {
    const one = received[key];
    return {
      material: MATERIALS[key],
      optional: isOptional(key),
      received: one === undefined ? '' : `${MATERIAL_FORMS[one.form]}（${inChinese(one.receivedOn)}）`,
    };
  });

/** The opinions as papers print them: what was taken back is not printed. */
export const opinionsOn = (reviews: WorkshopPage['reviews']): QualificationContent['opinions'] =>
  reviews.flatMap(({ level, opinion, comment, reviewerName, reviewedOn }) =>
    opinion === 'retracted' ? [] : [{ level, opinion, comment, reviewerName, reviewedOn }],
  );

export function qualificationPaper(
  office: Office,
  workshopId: WorkshopId,
  today: IsoDate,
): Result<QualificationPaper> {
  const page = workshopPage(office, workshopId, today);
  if (!page.ok) return page;
  const { workshop, application, materials, reviews } = page.value;
  const { name, ownerName, address, products, certificateNo } = workshop;
  return ok({
    paper: 'qualification',
    ...paperHead(office),
    workshopName: name,
    ...{ ownerName, address, products, certificateNo },
    appliedOn: application.appliedOn,
    conditions: conditionsOf(page.value, currentCampaign(office).policy),
    materials: materialLines(materials),
    opinions: opinionsOn(reviews),
  });
}

function remarkOf({ stage, decision }: CandidateRow): string {
  const replaced = decision?.replaces ? `递补“${decision.replaces}”` : '';
  const left = stage === 'withdrawn' ? DEPARTURES.withdrawn : stage === 'removed' ? DEPARTURES.objection : '';
  return [replaced, left].filter((one) => one !== '').join('；');
}

const reportRow = (row: CandidateRow): SelectionReportRow => ({
  rank: row.decision?.rank ?? null,
  name: row.name,
  ownerName: row.ownerName,
  plannedInvestment: row.plannedInvestment,
  operationArea: row.operationArea,
  health: row.staffCount === null ? '' : `${row.healthCertificateCount ?? 0}/${row.staffCount}`,
  honours: row.honours,
  penalties: row.penalties,
  points: row.points,
  suggestedRank: row.suggestedRank,
  decision: row.decision === null ? '未作决定' : row.decision.selected ? '入选' : '未入选',
  reason: row.decision?.reason ?? '',
  decidedOn: row.decision?.decidedOn ?? null,
  remark: remarkOf(row),
});

export function selectionReportPaper(office: Office, today: IsoDate): SelectionReportPaper {
  const { quota, candidates } = rankingView(office, today);
  const criteria = Object.values(CRITERIA)
    .map(({ label, max }) => `${label}${max}分`)
    .join('、');
  return {
    paper: 'selectionReport',
    ...paperHead(office),
    asOf: today,
    quota,
    criteria,
    rows: candidates.map(reportRow),
  };
}

/** The account of a handling must not name who objected, whenever it was written. */
function namesObjector(office: Office, id: PublicityId, texts: readonly string[]): boolean {
  const rows = office.db
    .select()
    .from(objection)
    .where(eq(objection.publicityId, id))
    .orderBy(asc(objection.id))
    .all();
  return rows
    .map((row) => objectorOf(office, row))
    .some((name) => name !== '' && texts.some((text) => text.includes(name)));
}

const notYet = (why: string): Problem =>
  problem('publicityReport.notYet', `还不能出具公示情况说明：${why}`, { expected: '公示期满且异议均已处理' });

export function publicityReportPaper(
  office: Office,
  id: PublicityId,
  today: IsoDate,
): Result<PublicityReportPaper> {
  const notice = publicities(office, today).find((one) => one.id === id);
  if (!notice) return refuse(problem('paper.unknown', '没有找到该公示，请刷新后再试'));
  if (notice.state !== 'closed') {
    return refuse(notYet(`公示现为“${PUBLICITY_STATES[notice.state]}”`));
  }
  const objections = notice.objections.flatMap(
    ({ receivedOn, workshopName, outcome, settledOn, handling }) =>
      outcome === null || settledOn === null
        ? []
        : [{ receivedOn, concerning: workshopName, outcome, settledOn, handling }],
  );
  const told = [...objections.map((one) => one.handling), notice.postedNote];
  if (namesObjector(office, id, told)) {
    return refuse(
      problem('privacy.objector', '核查处理情况中写有异议人姓名，请撤回处理结果，改写后再出具说明', {
        field: 'handling',
      }),
    );
  }
  const { firstDay, lastDay, days, countingRule, place, postedBy, postedNote, supplementary } = notice;
  // Once the list is confirmed the account ends there: who leaves later is told by 名单变动情况表.
  const confirmed = rosters(office).find((one) => one.publicityId === id);
  const stayed = (entry: (typeof notice.entries)[number]): boolean =>
    confirmed === undefined
      ? entry.departure === null
      : confirmed.entries.some((one) => one.workshopId === entry.workshopId);
  const gone = notice.entries.filter((entry) => !stayed(entry));
  return ok({
    paper: 'publicityReport',
    ...paperHead(office),
    asOf: confirmed?.confirmedOn ?? today,
    ...{ firstDay, lastDay, days, countingRule, place, postedBy, postedNote, supplementary },
    posted: notice.entries.length,
    objections,
    left: gone.flatMap(({ name, departure }) => (departure ? [{ name, departure }] : [])),
    remaining: notice.entries.filter(stayed).map((one) => one.name),
  });
}
