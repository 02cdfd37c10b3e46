import { currentCampaign } from './bureau.ts';
import { officeCalendar } from './calendar.ts';
import { workingDayOnOrBefore } from './model/calendar.ts';
import type { Due, Overview } from './model/contract/backup.ts';
import { daysBetween, type IsoDate } from './model/dates.ts';
import { sumFen } from './model/money.ts';
import type { Stage } from './model/stage.ts';
import type { SubmissionKind } from './model/terms.ts';
import type { Office } from './office.ts';
import { planRows } from './plans.ts';
import { publicities } from './publicity.ts';
import { selectedCount } from './selection.ts';
import { submissions } from './submissions.ts';
import { workshopRows } from './workshops.ts';

type Undated = Pick<Due, 'key' | 'label' | 'link'> & { readonly dueOn: IsoDate };

/** A 报送 deadline on a rest day is really the working day before it (design §6.6). */
function withDays(office: Office, due: Undated, today: IsoDate): Due {
  const workingDueOn = workingDayOnOrBefore(due.dueOn, officeCalendar(office));
  return {
    ...due,
    workingDueOn,
    late: today > workingDueOn,
    daysLeft: daysBetween(today, workingDueOn),
    workshopId: null,
  };
}

function publicityDues(office: Office, today: IsoDate): readonly Undated[] {
  return publicities(office, today)
    .filter((one) => one.state !== 'cancelled' && one.rosterId === null)
    .map((one) => ({
      key: `publicity-${one.id}`,
      label:
        one.state === 'awaitingObjections'
          ? `公示期满，还有异议待处理（${one.entries.length}家）`
          : one.state === 'closed'
            ? `公示期满，请确定创建名单（${one.entries.length}家）`
            : `创建名单公示到期（${one.entries.length}家）`,
      dueOn: one.lastDay,
      link: '/publicity',
    }));
}

/** What is still to be handed up, and what work it waits for. */
export function dues(office: Office, today: IsoDate): readonly Due[] {
  const { policy } = currentCampaign(office);
  const handedUp = new Set<SubmissionKind>(submissions(office).map((one) => one.kind));
  const all: readonly (Undated | false)[] = [
    !handedUp.has('roster') && {
      key: 'submit-roster',
      label: '报送创建名单',
      dueOn: policy.deadlines.roster,
      link: '/submissions',
    },
    !handedUp.has('plans') && {
      key: 'submit-plans',
      label: '报送改造方案',
      dueOn: policy.deadlines.plans,
      link: '/submissions',
    },
    ...publicityDues(office, today),
    { key: 'summary', label: '报送创建工作总结', dueOn: policy.deadlines.summary, link: '/' },
  ];
  return all
    .filter((one) => one !== false)
    .map((one) => withDays(office, one, today))
    .sort((left, right) => left.workingDueOn.localeCompare(right.workingDueOn));
}

/** The figures of 工作台; each is the length or sum of a list the window can open. */
export function overview(office: Office, today: IsoDate): Overview {
  const rows = workshopRows(office, today);
  const counts: Partial<Record<Stage, number>> = {};
  for (const { stage } of rows) counts[stage] = (counts[stage] ?? 0) + 1;
  const plans = planRows(office, today);
  return {
    stageCounts: counts,
    quota: currentCampaign(office).policy.quota,
    selected: selectedCount(office),
    plannedOwn: sumFen(plans.map((one) => one.budgetOwn)),
    plannedOther: sumFen(plans.map((one) => one.budgetOther)),
    dues: dues(office, today),
  };
}
