import type { PrivateField } from '../../db/model/contract/workshops.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { invariant } from '../../db/model/problems.ts';
import { client, useAct } from '../api.ts';
import { type MaskedFieldProps, MaskedInput } from '../shared/MaskedInput.tsx';

interface Props extends MaskedFieldProps {
  readonly field: PrivateField;
  readonly label: string;
  /** Null for a new applicant. */
  readonly workshopId: WorkshopId | null;
  readonly masked: string | null;
}

/** A private number of an owner. */
export function PrivateInput({ field, workshopId, masked, ...rest }: Props) {
  const { run, running, problems } = useAct(client.workshops.reveal, { readsFields: false });
  const show = () => {
    invariant(workshopId !== null, 'a number is revealed of a stored workshop only');
    return run({ workshopId, field });
  };
  const reveal = { run: show, running, failed: problems.length > 0 };
  const kept = workshopId === null ? null : masked;
  return <MaskedInput {...rest} masked={kept} reveal={reveal} clearable />;
}
