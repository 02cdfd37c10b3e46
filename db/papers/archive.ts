import { assistanceOf } from '../assistance/assistance.ts';
import { attachments } from '../attachments/attachmentRecords.ts';
import { subjectFacts } from '../attachments/attachmentSubjects.ts';
import { bureauOf, currentCampaign } from '../bureau/bureau.ts';
import { inspectionRows } from '../inspections/inspections.ts';
import type { ArchiveItem } from '../model/archive.ts';
import { attachmentSubject } from '../model/attachments.ts';
import { formatCode } from '../model/checkCode.ts';
import type { AttachmentView } from '../model/contract/attachments.ts';
import type { RevisionView } from '../model/contract/plans.ts';
import type { WorkshopPage } from '../model/contract/workshops.ts';
import type { IsoDate } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { PAPER_TITLES } from '../model/papers.ts';
import { REVISION_STATES } from '../model/plan.ts';
import { ok, type Result } from '../model/problems.ts';
import { INSPECTION_LEVELS, type InspectionLevel } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { planOf } from '../plans/plans.ts';
import { publicities } from '../publicity/publicityViews.ts';
import { worksOf } from '../works/worksRecords.ts';
import { workshopPage } from '../workshops/workshops.ts';
import { publicityExtract, resultExtract, wasPaid } from './archiveExtracts.ts';
import { attached, type Gathering, item } from './archiveFiles.ts';

/** What goes into one workshop's folder of the year, in order, and what is left out of it. */
export interface ArchiveContents {
  readonly page: WorkshopPage;
  readonly items: readonly ArchiveItem[];
  readonly leftOut: readonly string[];
}

function applicationItems(gathering: Gathering): readonly ArchiveItem[] {
  const { page, owner, bureau } = gathering;
  const { workshopId, application, applicationId, reviews } = page;
  const reviewedOn =
    reviews
      .map((one) => one.reviewedOn)
      .sort()
      .at(-1) ?? null;
  return [
    item(
      owner,
      PAPER_TITLES.application,
      { kind: 'paper', ref: { paper: 'application', workshopId } },
      {
        date: application.appliedOn,
        isPrivate: true,
      },
    ),
    item(
      owner,
      PAPER_TITLES.promise,
      { kind: 'paper', ref: { paper: 'promise', workshopId } },
      {
        date: application.promisedOn,
        isPrivate: true,
      },
    ),
    ...attached(gathering, 'application', '改造前照片', applicationId),
    item(
      bureau,
      PAPER_TITLES.qualification,
      { kind: 'paper', ref: { paper: 'qualification', workshopId } },
      {
        date: reviewedOn,
      },
    ),
  ];
}

/** The posted notice is the office's own: its pictures belong to every workshop on it. */
function publicityItems(gathering: Gathering): readonly ArchiveItem[] {
  const { office, page, today, bureau } = gathering;
  const paper = publicityExtract(office, page, today);
  if (!paper) return [];
  const posted = publicities(office, today).filter((one) =>
    one.entries.some((entry) => entry.workshopId === page.workshopId),
  );
  const postings = posted.flatMap((one) =>
    attachments(office, { subject: attachmentSubject('publicity', one.id) }),
  );
  return [
    item(bureau, paper.title, { kind: 'extract', paper }, { date: today }),
    ...attached({ ...gathering, files: postings }, 'publicity', '公示现场照片'),
  ];
}

function revisionRemark({ state, scanConfirmedOn, signatures, checkCode }: RevisionView): string {
  const returned = signatures.find((one) => one.outcome === 'return');
  return [
    REVISION_STATES[state],
    returned ? `${returned.signedOn}退回` : '',
    scanConfirmedOn === null ? '' : '扫描件已核对',
    checkCode === null ? '' : `校验码${formatCode(checkCode)}`,
  ]
    .filter(Boolean)
    .join('，');
}

/** Every submitted revision with the scans of its signed paper; a draft is no paper yet. */
function planItems(gathering: Gathering): readonly ArchiveItem[] {
  const { office, page, today, owner } = gathering;
  const revisions = planOf(office, page.workshopId, today)?.revisions ?? [];
  return revisions
    .filter((one) => one.submittedOn !== null)
    .flatMap((revision) => {
      const leader = revision.signatures.find((one) => one.role === 'leader');
      return [
        item(
          owner,
          `${PAPER_TITLES.plan}（第${revision.number}版）`,
          { kind: 'paper', ref: { paper: 'plan', revisionId: revision.id } },
          {
            date: leader?.signedOn ?? revision.submittedOn,
            remark: revisionRemark(revision),
          },
        ),
        ...attached(gathering, 'revision', '方案照片', revision.id),
      ];
    });
}

function worksItems(gathering: Gathering): readonly ArchiveItem[] {
  const { office, page, today, bureau } = gathering;
  const { workshopId } = page;
  const works = worksOf(office, workshopId, today);
  const helped = assistanceOf(office, workshopId, today);
  const visits = helped.ok ? helped.value.visits : [];
  const record = { paper: 'assistanceRecord', workshopId, visitId: null } as const;
  return [
    ...(visits.length > 0
      ? [
          item(
            bureau,
            PAPER_TITLES.assistanceRecord,
            { kind: 'paper', ref: record },
            {
              date: visits[0]?.visitedOn ?? null,
              remark: `走访${visits.length}次`,
            },
          ),
        ]
      : []),
    ...attached(gathering, 'visit', '走访照片'),
    ...(works && works.startedOn !== null
      ? [
          item(
            bureau,
            PAPER_TITLES.taskClosure,
            { kind: 'paper', ref: { paper: 'taskClosure', workshopId } },
            {
              date: today,
            },
          ),
        ]
      : []),
    ...attached(gathering, 'task', '改造前后照片'),
  ];
}

/** Every finished scoring of these levels, the first in front; of one only told there is no sheet. */
function scoringItems(gathering: Gathering, levels: readonly InspectionLevel[]): readonly ArchiveItem[] {
  const { office, page, bureau } = gathering;
  const { workshopId } = page;
  return levels.flatMap((level) =>
    inspectionRows(office, workshopId, level)
      .filter((row) => row.finished && row.removed === null && !row.reported)
      .toReversed()
      .flatMap((row) => {
        const ref = { paper: 'scoreSheet', inspectionId: row.id, tableId: null, workshopId, level } as const;
        const title = `${INSPECTION_LEVELS[level]}${PAPER_TITLES.scoreSheet}${row.followsId === null ? '' : '（复查）'}`;
        return [
          item(bureau, title, { kind: 'paper', ref }, { date: row.inspectedOn }),
          ...attached(gathering, 'inspection', '考评现场照片', row.id),
        ];
      }),
  );
}

function resultItems({ office, page, today, bureau }: Gathering): readonly ArchiveItem[] {
  const paper = resultExtract(office, page, today);
  return paper ? [item(bureau, paper.title, { kind: 'extract', paper }, { date: today })] : [];
}

const PAYMENT_NOTE = '收款信息和奖补资金发放表：载有身份证号、银行卡号，随会计凭证另行保管';

function leftOutOf(items: readonly ArchiveItem[], withPrivate: boolean, paid: boolean): readonly string[] {
  const kept = withPrivate ? [] : items.filter((one) => one.isPrivate).map((one) => one.title);
  return [
    ...(kept.length === 0 ? [] : [`含个人信息的材料：${kept.join('、')}`]),
    ...(paid ? [PAYMENT_NOTE] : []),
  ];
}

/** 一坊一档 of the year: everything the records hold of one workshop, without private papers if so asked. */
export function archiveContents(
  office: Office,
  workshopId: WorkshopId,
  withPrivate: boolean,
  today: IsoDate,
): Result<ArchiveContents> {
  const page = workshopPage(office, workshopId, today);
  if (!page.ok) return page;
  const { year } = currentCampaign(office);
  const ofYear = ({ subject }: AttachmentView): boolean => {
    const facts = subjectFacts(office, subject);
    return facts.ok && (facts.value.year === null || facts.value.year === year);
  };
  const gathering: Gathering = {
    office,
    page: page.value,
    today,
    owner: page.value.workshop.ownerName,
    bureau: bureauOf(office).name,
    files: attachments(office, { workshopId }).filter(ofYear),
  };
  const items = [
    ...applicationItems(gathering),
    ...publicityItems(gathering),
    ...scoringItems(gathering, ['self']),
    ...planItems(gathering),
    ...worksItems(gathering),
    ...scoringItems(gathering, ['county', 'city', 'province']),
    ...resultItems(gathering),
    ...attached(gathering, 'workshop', '其他照片'),
  ];
  return ok({
    page: page.value,
    items: withPrivate ? items : items.filter((one) => !one.isPrivate),
    leftOut: leftOutOf(items, withPrivate, wasPaid(office, workshopId)),
  });
}
