import type { ApplicationCore, WorkshopCore } from './application.ts';
import type { IsoDate } from './dates.ts';
import type { Policy } from './policy.ts';
import { type Problem, warning } from './problems.ts';
import { isFinished, ownMoneyWarning, type WorksTotals } from './works.ts';

/** What decides whether a workshop can be sent to its 考评验收. */
export interface ReadinessFacts {
  readonly works: WorksTotals | null;
  readonly worksStartedOn: IsoDate | null;
  /** A newer revision of the plan waits for its signatures. */
  readonly changing: boolean;
  readonly certificate: Pick<WorkshopCore, 'certificateNo' | 'certificateValidUntil'>;
  readonly people: Pick<ApplicationCore, 'staffCount' | 'healthCertificateCount'>;
}

function worksWarnings({ works, worksStartedOn, changing }: ReadinessFacts): readonly Problem[] {
  if (works === null) return [warning('ready.plan', '改造提升方案还没有签批')];
  if (worksStartedOn === null) return [warning('ready.start', '还没有登记开工')];
  const { tasks, finished, closed } = works;
  const change = changing ? [warning('ready.change', '方案变更还没有签批')] : [];
  if (isFinished(works)) return change;
  const open =
    finished < tasks ? `还有${tasks - finished}项任务没有完成` : `还有${tasks - closed}项任务没有销号`;
  return [
    ...change,
    warning('ready.tasks', open, {
      found: `已完成${finished}项、已销号${closed}项，共${tasks}项`,
      expected: '全部完成并销号',
    }),
  ];
}

function certificateWarnings({ certificate, people }: ReadinessFacts, day: IsoDate): readonly Problem[] {
  const { certificateNo, certificateValidUntil: until } = certificate;
  const { staffCount, healthCertificateCount } = people;
  const short =
    staffCount !== null && healthCertificateCount !== null && healthCertificateCount < staffCount
      ? staffCount - healthCertificateCount
      : 0;
  return [
    certificateNo === '' &&
      warning('ready.certificateMissing', '没有填小作坊证照编号，请核对证照', { field: 'certificateNo' }),
    until !== null &&
      until < day &&
      warning('ready.certificateExpired', `证照已于${until}到期`, {
        field: 'certificateValidUntil',
        found: until,
        expected: `${day}仍在有效期内`,
      }),
    short > 0 &&
      warning('ready.health', `有${short}名从业人员没有健康证明`, {
        field: 'healthCertificateCount',
        found: `${healthCertificateCount}人持证`,
        expected: `${staffCount}人`,
      }),
  ].filter((one) => one !== false);
}

/** What is still lacking for a 考评验收 on a day: warnings, for the assessors decide on the spot. */
export function readinessWarnings(facts: ReadinessFacts, policy: Policy, day: IsoDate): readonly Problem[] {
  const money = facts.works ? ownMoneyWarning(facts.works.spentOwn, policy.minOwnInvestment) : null;
  return [...worksWarnings(facts), ...(money ? [money] : []), ...certificateWarnings(facts, day)];
}
