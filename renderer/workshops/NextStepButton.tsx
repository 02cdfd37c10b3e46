import { Button, Typography } from 'antd';
import { useNavigate } from 'react-router';
import type { WorkshopPage } from '../../db/model/contract/workshops.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { NEXT_STEPS, type Stage } from '../../db/model/stage.ts';

/** Where the next step is done; stages not named here have nothing to be done by hand. */
const PLACES: Readonly<Partial<Record<Stage, (workshopId: WorkshopId) => string>>> = {
  awaitingReview: () => '/selection',
  refused: (id) => `/workshops/${id}?tab=application`,
  awaitingSelection: () => '/selection',
  notSelected: () => '/selection',
  awaitingPublicity: () => '/publicity',
  publicityOver: () => '/publicity',
  planning: (id) => `/plans/${id}`,
  drafting: (id) => `/plans/${id}`,
  awaitingSignature: (id) => `/plans/${id}`,
  returned: (id) => `/plans/${id}`,
  signed: (id) => `/plans/${id}`,
  inWorks: (id) => `/plans/${id}?tab=works`,
  changing: (id) => `/plans/${id}?tab=works`,
  finished: (id) => `/inspections/${id}`,
  inspecting: (id) => `/inspections/${id}`,
  rectifying: (id) => `/inspections/${id}`,
  recheckFailed: (id) => `/inspections/${id}`,
  awaitingReinspection: (id) => `/inspections/${id}`,
  countyPassed: () => '/results',
  recommended: () => '/submissions?of=results',
  announced: () => '/results?tab=payments',
};

/** The one button of a workshop's page. */
export function NextStepButton({ page }: { readonly page: WorkshopPage }) {
  const navigate = useNavigate();
  const place = PLACES[page.stage];
  if (!place) return <Typography.Text type="secondary">下一步：{NEXT_STEPS[page.stage]}</Typography.Text>;
  return (
    <Button type="primary" onClick={() => void navigate(place(page.workshopId))}>
      下一步：{NEXT_STEPS[page.stage]}
    </Button>
  );
}
