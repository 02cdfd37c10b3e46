import { bureauOf, currentCampaign } from '../db/bureau.ts';
import { digestOf } from '../db/canonical.ts';
import { takeBackFolder } from '../db/files.ts';
import type { MadePaper, PackagePrecheck, PaperRef } from '../db/model/contract/papers.ts';
import type { PlanRow } from '../db/model/contract/plans.ts';
import type { RosterView } from '../db/model/contract/publicity.ts';
import type { IsoDate } from '../db/model/dates.ts';
import { type SubmissionRecord, safeFileName } from '../db/model/package.ts';
import type { PaperFormat } from '../db/model/papers.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse, warning } from '../db/model/problems.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from '../db/model/terms.ts';
import type { Act, Office } from '../db/office.ts';
import { findRevision, planRows } from '../db/plans.ts';
import { currentRoster, lastHandedUp, rosterChanges } from '../db/rosterChanges.ts';
import { rosters } from '../db/rosters.ts';
import { nextPackage, recordSubmission } from '../db/submissions.ts';
import { makeOfficePaper, type PaperTools } from './officePapers.ts';
import type { WorkOptions } from './package/work.ts';
import { type WrittenPackage, writePackage } from './package/write.ts';

/** One file of a package: which paper, in which format, under which name in `data/`. */
interface Piece {
  readonly ref: PaperRef;
  readonly format: PaperFormat;
  readonly path: string;
  readonly title: string;
}

interface Contents {
  readonly pieces: readonly Piece[];
  readonly records: SubmissionRecord['records'];
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

const CHANGES: readonly Piece[] = (['xlsx', 'pdf'] as const).map((format) => ({
  ref: { paper: 'rosterChanges' },
  format,
  path: `00_创建名单变动情况.${format}`,
  title: `创建名单变动情况表（${format === 'xlsx' ? 'Excel' : '打印盖章用'}）`,
}));

/** One confirmed list with the notice it rests on. */
function rosterPieces(one: RosterView, several: boolean): readonly Piece[] {
  const batch = several ? `_第${one.batch}批` : '';
  const notice: PaperRef = { paper: 'selectionNotice', publicityId: one.publicityId };
  const list: PaperRef = { paper: 'roster', rosterId: one.id };
  return [
    { ref: list, format: 'xlsx', path: `01_创建名单${batch}.xlsx`, title: `创建名单${batch}（Excel）` },
    { ref: list, format: 'pdf', path: `01_创建名单${batch}.pdf`, title: `创建名单${batch}（打印盖章用）` },
    { ref: notice, format: 'pdf', path: `02_创建名单公示${batch}.pdf`, title: `创建名单公示${batch}` },
  ];
}

/**
 * The first package carries the whole list. Once something changed, the next carries the changes and the lists that
 * are new; `records` are always the whole list as it stands, so that the receiver need not add up.
 */
function rosterContents(office: Office, today: IsoDate): Contents {
  const confirmed = [...rosters(office)].reverse();
  const last = lastHandedUp(office);
  const { left, joined } = rosterChanges(office, today);
  const isChanged = left.length + joined.length > 0;
  const isNew = (one: RosterView): boolean =>
    last === null || one.entries.some((entry) => !last.ids.has(entry.workshopId));
  const sent = isChanged && last !== null ? confirmed.filter(isNew) : confirmed;
  const entries = currentRoster(office);
  return {
    pieces: [
      ...(isChanged ? CHANGES : []),
      ...sent.flatMap((one) => rosterPieces(one, confirmed.length > 1)),
    ],
    records: entries.map(({ withdrawnOn: _, withdrawnReason: __, ...entry }) => ({
      id: entry.workshopId,
      kind: 'workshop',
      name: entry.name,
      digest: digestOf(entry).sha256,
    })),
    counts: {
      家数: entries.length,
      ...(isChanged ? { 新增: joined.length, 退出: left.length } : {}),
    },
    problems:
      entries.length > 0
        ? []
        : [problem('package.noRoster', '还没有确定创建名单，请在公示期满后到“公示”中确定名单')],
  };
}

const unsigned = (row: PlanRow): Problem =>
  warning('package.unsigned', `“${row.workshopName}”的方案尚未签批，本次报送不含这一家`);

function planContents(office: Office, today: IsoDate): Contents {
  const rows = planRows(office, today);
  const signed = rows.filter((row) => row.state === 'signed');
  const width = Math.max(2, String(signed.length).length);
  const plans = signed.flatMap((row, index): readonly Piece[] => {
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
  const ledger: Piece = {
    ref: { paper: 'planLedger' },
    format: 'xlsx',
    path: '01_改造方案台账.xlsx',
    title: '改造方案台账',
  };
  const none = problem('package.noPlans', '还没有已签批的改造提升方案，不能报送');
  return {
    pieces: signed.length === 0 ? [] : [ledger, ...plans],
    records: signed.flatMap(({ revisionId, workshopName }) => {
      const digest = revisionId === null ? null : findRevision(office, revisionId)?.revision.digest;
      return revisionId && digest
        ? [{ id: revisionId, kind: 'planRevision', name: workshopName, digest }]
        : [];
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

function contentsOf(office: Office, kind: SubmissionKind, today: IsoDate): Contents {
  switch (kind) {
    case 'roster':
      return rosterContents(office, today);
    case 'plans':
      return planContents(office, today);
  }
}

/** What the next package of a kind would hold, and what is missing; writes nothing. */
export function precheckPackage(office: Office, kind: SubmissionKind, today: IsoDate): PackagePrecheck {
  const { pieces, counts, problems } = contentsOf(office, kind, today);
  return {
    folderName: nextPackage(office, kind).folderName,
    dueOn: currentCampaign(office).policy.deadlines[kind],
    counts,
    files: pieces.map(({ path, title }) => ({ path, title })),
    problems,
  };
}

interface PackageTools extends PaperTools, Pick<WorkOptions, 'onProgress'> {
  readonly programVersion: string;
}

async function makePieces(
  office: Office,
  pieces: readonly Piece[],
  tools: PackageTools,
): Promise<Result<readonly (Piece & MadePaper)[]>> {
  const made: (Piece & MadePaper)[] = [];
  for (const [done, piece] of pieces.entries()) {
    if (tools.signal?.aborted) return refuse(problem('package.cancelled', '已取消，没有生成报送包'));
    tools.onProgress?.({ done, total: pieces.length * 3, current: piece.path });
    const paper = await makeOfficePaper(office, piece.ref, piece.format, tools);
    if (!paper.ok) return paper;
    made.push({ ...piece, ...paper.value });
  }
  return ok(made);
}

/** Makes, writes, reads back and records a submission package (notice 三（二）、（三）: 报送). */
export async function writeOfficePackage(
  office: Office,
  kind: SubmissionKind,
  dir: string,
  act: Act,
  tools: PackageTools,
): Promise<Result<WrittenPackage>> {
  const contents = contentsOf(office, kind, act.today);
  const errors = errorsOf(contents.problems);
  if (errors.length > 0) return refuse(...errors);
  const pieces = await makePieces(office, contents.pieces, tools);
  if (!pieces.ok) return pieces;
  const record = submissionRecord(office, kind, contents, act.today, tools.programVersion);
  const written = await writePackage(
    { dir },
    {
      record,
      bureau: bureauOf(office),
      files: pieces.value.map(({ path, title, bytes }) => ({ path, title, bytes })),
      makeListing: async (paper) => {
        const made = await tools.make(paper, 'pdf', tools.signal);
        return made.ok ? ok(made.value.bytes) : made;
      },
    },
    {
      signal: tools.signal,
      onProgress: ({ done, total, current }) =>
        tools.onProgress?.({ done: total + done * 2, total: total * 3, current }),
    },
  );
  return written.ok ? recordOrTakeBack(office, record, written.value, act) : written;
}

const leftBehind = ({ folder }: WrittenPackage): Problem =>
  problem('package.leftBehind', `报送包没有登记，也未能删除，请手工删除后再重新生成。位置：${folder}`, {
    found: folder,
  });

/** A package that is on no list would only stand in the way of the next one: without its record it does not stay. */
async function recordOrTakeBack(
  office: Office,
  record: SubmissionRecord,
  written: WrittenPackage,
  act: Act,
): Promise<Result<WrittenPackage>> {
  let recorded: Result<unknown>;
  try {
    recorded = recordSubmission(office, record, written.folderName, written.manifestSha256, act);
  } catch (bug) {
    await takeBackFolder(written.folder);
    throw bug;
  }
  if (recorded.ok) return ok(written);
  const taken = await takeBackFolder(written.folder);
  return taken.ok ? recorded : refuse(...recorded.problems, leftBehind(written));
}

function submissionRecord(
  office: Office,
  kind: SubmissionKind,
  { records, counts }: Contents,
  madeOn: IsoDate,
  programVersion: string,
): SubmissionRecord {
  const { name, district, cityBureau } = bureauOf(office);
  const { id, year, policy } = currentCampaign(office);
  return {
    format: 'workshop-desk/submission',
    formatVersion: 1,
    programVersion,
    kind,
    kindLabel: SUBMISSION_KINDS[kind],
    sequence: nextPackage(office, kind).sequence,
    madeOn,
    bureau: { name, district, cityBureau },
    campaign: { id, year, programmeName: policy.programmeName },
    counts,
    records,
  };
}
