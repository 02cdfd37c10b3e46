import type { InspectionListRow } from '../../db/model/contract/inspections.ts';
import { toldAt } from '../../db/model/inspection.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import type { Stage } from '../../db/model/stage.ts';

type InspectionGroup =
  | 'building'
  | 'ready'
  | 'inspecting'
  | 'failed'
  | 'rectified'
  | 'passed'
  | 'recheckFailed'
  | 'rechecked'
  | 'notAwarded';

/** The chips, with the pass score in their words. */
export const inspectionChips = (passScore: number) =>
  (
    [
      ['building', '尚未完工'],
      ['ready', '待验收'],
      ['inspecting', '考评中'],
      ['failed', `低于${formatPoints(passScore)}分或否决，待整改`],
      ['rectified', '整改完成待复查'],
      ['passed', `县级合格（≥${formatPoints(passScore)}分）`],
      ['recheckFailed', '复评未通过'],
      ['rechecked', '复评合格'],
      ['notAwarded', '不予发放'],
    ] as const satisfies readonly (readonly [InspectionGroup, string])[]
  ).map(([key, label]) => ({ key, label }));

const GROUPS: Readonly<Partial<Record<Stage, InspectionGroup>>> = {
  finished: 'ready',
  inspecting: 'inspecting',
  rectifying: 'failed',
  awaitingReinspection: 'rectified',
  countyPassed: 'passed',
  recheckFailed: 'recheckFailed',
  recheckPassed: 'rechecked',
  notAwarded: 'notAwarded',
};

const UPPER_LEVELS = ['city', 'province'] as const;

/** Where a workshop stands in 考评验收; what comes after it is told by its scores. */
export function inspectionGroupOf(row: InspectionListRow): InspectionGroup {
  const { county } = row.outcomes;
  const said = GROUPS[row.stage];
  if (said) return said;
  if (!county) return 'building';
  if (!county.passed) return 'failed';
  const above = UPPER_LEVELS.map((level) => toldAt(row, level) ?? row.outcomes[level]);
  return above.some((one) => one?.passed === true) ? 'rechecked' : 'passed';
}

/** The group a link from the home page names by its stage. */
export const inspectionGroupOfLink = (stage: string | null): InspectionGroup | undefined =>
  Object.entries(GROUPS).find(([key]) => key === stage)?.[1];
