import type { DutyTablePaper } from '../../../db/model/papers/office.ts';
import type { PlanPaper, TaskClosurePaper } from '../../../db/model/papers/plans.ts';
import type { ApplicationPaper } from '../../../db/model/papers/selection.ts';
import {
  assistanceRecordPaper,
  decidedApplicationPaper,
  dutyTablePaper,
  meetingMinutesPaper,
  publicityReportPaper,
  qualificationPaper,
  selectionReportPaper,
  taskClosurePaper,
} from './moreSamples.ts';
import { applicant, planPaper } from './samples.ts';

/** Papers with every field as full as its form allows: nobody writes so much, and yet nothing may be lost. */

const SENTENCE = '墙面·地面（含更衣间）按“验收标准”改造，𠮷、䶮等字照写；';

/** As many characters as a field holds. */
const full = (characters: number): string =>
  `${[...SENTENCE.repeat(200)]
    .slice(0, characters - 1)
    .join('')
    .replace(/[（“]$/, '')}。`;

const opinions = decidedApplicationPaper.decided.opinions.map((one) => ({ ...one, comment: full(300) }));

const application: ApplicationPaper = {
  ...decidedApplicationPaper,
  applicant: {
    private: applicant.private,
    workshop: { ...applicant.workshop, name: full(60), address: full(100), products: full(200) },
    application: {
      ...applicant.application,
      equipment: full(500),
      speciality: full(500),
      problems: full(1000),
      renovation: full(1000),
    },
  },
  decided: { ...decidedApplicationPaper.decided, opinions },
};

const usualPlan = planPaper(3);
const plan: PlanPaper = {
  ...usualPlan,
  record: {
    ...usualPlan.record,
    plan: {
      ...usualPlan.record.plan,
      situation: full(2000),
      assistance: full(1000),
      tasks: usualPlan.record.plan.tasks.map((task, index) => ({
        ...task,
        problem: full(index === 0 ? 500 : 60),
        measure: full(index === 1 ? 500 : 60),
        responsible: full(40),
      })),
    },
  },
};

const usualClosure = taskClosurePaper(3);
const taskClosure: TaskClosurePaper = {
  ...usualClosure,
  tasks: usualClosure.tasks.map((task) => ({ ...task, standard: full(500), remark: full(300) })),
};

const usualDuties = dutyTablePaper();
const dutyTable: DutyTablePaper = {
  ...usualDuties,
  duties: usualDuties.duties.map((duty) => ({ ...duty, task: full(200), note: full(200) })),
};

const written = { findings: full(1000), advice: full(1000), ownerResponse: full(500) };
const visitsOf = (count: number) =>
  assistanceRecordPaper(count).visits.map((visit) => ({ ...visit, ...written }));

const publicity = publicityReportPaper(3, 5);
const selection = selectionReportPaper(3);

export const FULL_PAPERS = {
  application,
  qualification: { ...qualificationPaper(3), opinions },
  selectionReport: {
    ...selection,
    rows: selection.rows.map((row) => ({ ...row, honours: full(500), penalties: full(500) })),
  },
  publicityReport: {
    ...publicity,
    postedNote: full(300),
    objections: publicity.objections.map((one) => ({ ...one, handling: full(300) })),
  },
  plan,
  taskClosure,
  dutyTable,
  assistanceRecord: { ...assistanceRecordPaper(2), visits: visitsOf(2) },
  assistanceVisit: { ...assistanceRecordPaper(1, true), visits: visitsOf(1) },
  meetingMinutes: meetingMinutesPaper(full(4000)),
} as const;
