import { currentCampaign } from '../../db/bureau/bureau.ts';
import type { PackagePrecheck } from '../../db/model/contract/packages.ts';
import type { WritingSubject, WritingView } from '../../db/model/contract/writings.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { reportDraft } from '../../db/model/drafts/report.ts';
import type { WritingId } from '../../db/model/ids.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import { obligationLabel } from '../../db/model/submissionCalendar.ts';
import { type Renewal, renewalOf, unfinished } from '../../db/model/writing.ts';
import type { Act, Office } from '../../db/office.ts';
import { casePhotos, freshFromRecords } from '../../db/summary/writingFacts.ts';
import { createWriting, renewWriting } from '../../db/summary/writingSteps.ts';
import {
  existingWriting,
  type FreshWriting,
  findWriting,
  subjectOf,
  type Writing,
} from '../../db/summary/writings.ts';
import { projectName } from '../documents/programme.ts';
import { paperTitle } from '../packageKinds/contents.ts';
import { REPORT_STEM } from '../packageKinds/summary.ts';
import { precheckPackage } from './packages.ts';

/** What goes with a report: papers by their titles, once each, and papers that lie in a folder by its name. */
function annexesOf(files: PackagePrecheck['files']): readonly string[] {
  const folderOf = ({ path }: PackagePrecheck['files'][number]): string =>
    path.split('/').slice(0, -1).join('/');
  const titles = files.map((file) => {
    const folder = folderOf(file);
    const within = new Set(files.filter((one) => folderOf(one) === folder).map(paperTitle));
    return folder === '' || within.size < 2 ? paperTitle(file) : `${folder}（${within.size}份）`;
  });
  return [...new Set(titles)];
}

/** A text as the records pre-write it now; a report says what its package would hold. */
function freshWriting(office: Office, subject: WritingSubject, today: IsoDate): Result<FreshWriting> {
  if (subject.kind !== 'report') return freshFromRecords(office, subject, today);
  const { submission: kind, month } = subject;
  if ((kind === 'monthly') !== (month !== null)) {
    return refuse(problem('writing.month', '进展月报须选择月份，其他报送不分月份', { field: 'month' }));
  }
  const { year, policy } = currentCampaign(office);
  const { counts, files } = precheckPackage(office, { kind, month }, today);
  const label = obligationLabel(kind, month);
  const project = projectName(policy.programmeName);
  const annexes = annexesOf(files.filter((file) => !file.path.startsWith(REPORT_STEM)));
  const draft = reportDraft({ year, project, basis: policy.basis, kind, label, counts, annexes });
  return ok({ title: `关于报送${year}年${project}${label}的报告`, ...draft });
}

function freshOf(office: Office, writing: Writing, today: IsoDate): Result<FreshWriting> {
  const subject = subjectOf(writing);
  // Its workshop is gone for good: what was written stays as it is.
  return subject === null
    ? ok({ title: writing.title, ...writing.body })
    : freshWriting(office, subject, today);
}

/** Pre-writes a text; where there is one already, that is answered. */
export function createOfficeWriting(office: Office, subject: WritingSubject, act: Act): Result<WritingId> {
  const existing = existingWriting(office, subject);
  if (existing) return ok(existing.id);
  const fresh = freshWriting(office, subject, act.today);
  return fresh.ok ? createWriting(office, subject, fresh.value, act) : fresh;
}

/** A text beside what the records say now. */
export function writingView(office: Office, id: WritingId, today: IsoDate): Result<WritingView> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const writing = found.value;
  const fresh = freshOf(office, writing, today);
  return ok({
    ...writing,
    // What can no longer be counted (a case whose plan was taken back) has nothing to be compared with.
    renewal: fresh.ok ? renewalOf(writing.body, fresh.value) : { changes: [], edited: [] },
    problems: unfinished(writing.body),
    photos: writing.workshopId === null ? [] : casePhotos(office, writing.workshopId),
  });
}

/** 重新取数; answers what changed. */
export function renewOfficeWriting(office: Office, id: WritingId, act: Act): Result<Renewal> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const fresh = freshOf(office, found.value, act.today);
  if (!fresh.ok) return fresh;
  const renewal = renewalOf(found.value.body, fresh.value);
  const renewedNow = renewWriting(office, id, fresh.value, act);
  return renewedNow.ok ? ok(renewal) : renewedNow;
}
