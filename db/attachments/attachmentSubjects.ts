import type { AttachmentSubject, AttachmentSubjectKind } from '../model/attachments.ts';
import { ATTACHMENT_SUBJECTS, subjectParts } from '../model/attachments.ts';
import { WorkshopId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Office } from '../office.ts';

/** What an attachment's subject is, looked up where it lies. */
interface SubjectFacts {
  /** `null` for what belongs to the office as a whole: a meeting, a publicity. */
  readonly workshopId: WorkshopId | null;
  readonly year: number | null;
  /** For headings: «改造任务：更换地面砖». */
  readonly label: string;
}

/** One row each: workshop, year, and what tells this subject from others of its kind. */
const LOOKUPS: Readonly<Record<AttachmentSubjectKind, string>> = {
  meeting: `SELECT NULL AS workshop, c.year AS year, m.held_on || ' ' || m.topic AS detail
    FROM meeting m JOIN campaign c ON c.id = m.campaign_id WHERE m.id = ?`,
  application: `SELECT a.workshop_id AS workshop, c.year AS year, '' AS detail
    FROM application a JOIN campaign c ON c.id = a.campaign_id WHERE a.id = ?`,
  publicity: `SELECT NULL AS workshop, c.year AS year, p.first_day || '至' || p.last_day AS detail
    FROM publicity p JOIN campaign c ON c.id = p.campaign_id WHERE p.id = ?`,
  revision: `SELECT p.workshop_id AS workshop, c.year AS year, '第' || r.number || '版' AS detail
    FROM plan_revision r JOIN plan p ON p.id = r.plan_id JOIN campaign c ON c.id = p.campaign_id WHERE r.id = ?`,
  task: `SELECT p.workshop_id AS workshop, c.year AS year, t.problem AS detail
    FROM plan p JOIN campaign c ON c.id = p.campaign_id JOIN plan_revision r ON r.plan_id = p.id
    JOIN plan_task t ON t.revision_id = r.id WHERE p.id = ? AND t.line = ? ORDER BY r.number DESC`,
  visit: `SELECT v.workshop_id AS workshop, c.year AS year, v.visited_on AS detail
    FROM assistance_visit v JOIN campaign c ON c.id = v.campaign_id WHERE v.id = ?`,
  inspection: `SELECT i.workshop_id AS workshop, c.year AS year, i.inspected_on AS detail
    FROM inspection i JOIN campaign c ON c.id = i.campaign_id WHERE i.id = ?`,
  scoreLine: `SELECT i.workshop_id AS workshop, c.year AS year, i.inspected_on || ' ' || s.code || ' ' || s.content AS detail
    FROM inspection i JOIN campaign c ON c.id = i.campaign_id JOIN score_item s ON s.table_id = i.table_id
    WHERE i.id = ? AND s.id = ?`,
  workshop: `SELECT id AS workshop, NULL AS year, '' AS detail FROM workshop WHERE id = ?`,
  template: `SELECT NULL AS workshop, NULL AS year, '' AS detail FROM office_template WHERE id = ?`,
};

interface Found {
  readonly workshop: string | null;
  readonly year: number | null;
  readonly detail: string;
}

/** Refuses a subject that is not there, so that no attachment is ever lost behind nothing. */
export function subjectFacts(office: Office, subject: AttachmentSubject): Result<SubjectFacts> {
  const { kind, id, line } = subjectParts(subject);
  const query = office.sqlite.prepare<string[], Found>(LOOKUPS[kind]);
  const found = line === '' ? query.get(id) : query.get(id, line);
  if (!found) {
    return refuse(problem('attachment.subject', '附件所属的记录已不存在，请刷新后再试', { found: subject }));
  }
  const detail = found.detail.length > 24 ? `${found.detail.slice(0, 24)}…` : found.detail;
  return ok({
    workshopId: found.workshop === null ? null : WorkshopId.parse(found.workshop),
    year: found.year,
    label: [ATTACHMENT_SUBJECTS[kind], detail].filter(Boolean).join('：'),
  });
}
