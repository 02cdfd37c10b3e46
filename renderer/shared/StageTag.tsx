import { Tag } from 'antd';
import { STAGES, type Stage } from '../../db/model/stage.ts';

/** Blue: the office has something to do. Red: refused or sent back. The words always say it too. */
const COLOURS: Readonly<Partial<Record<Stage, string>>> = {
  awaitingReview: 'blue',
  awaitingSelection: 'blue',
  awaitingPublicity: 'blue',
  publicityOver: 'blue',
  planning: 'blue',
  drafting: 'blue',
  awaitingSignature: 'blue',
  refused: 'red',
  changing: 'blue',
  finished: 'blue',
  inspecting: 'blue',
  rectifying: 'red',
  recheckFailed: 'red',
  awaitingReinspection: 'blue',
  notAwarded: 'red',
  returned: 'red',
  countyPassed: 'blue',
  announced: 'blue',
};

/** Where a workshop stands, as a small label. */
export const StageTag = ({ stage }: { readonly stage: Stage }) => (
  <Tag color={COLOURS[stage] ?? 'default'}>{STAGES[stage]}</Tag>
);
