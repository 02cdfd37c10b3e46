import { PAYEE_LABELS, type PayeeField } from '../../db/model/awards.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { client, useAct } from '../api.ts';
import { type MaskedFieldProps, MaskedInput } from '../shared/MaskedInput.tsx';

interface Props extends MaskedFieldProps {
  readonly field: PayeeField;
  readonly workshopId: WorkshopId;
  readonly masked: string | null;
}

/** A part of 收款信息. */
export function PayeeInput({ field, workshopId, ...rest }: Props) {
  const { run, running, problems } = useAct(client.awards.revealPayee, {
    refresh: false,
    readsFields: false,
  });
  const reveal = { run: () => run({ workshopId, field }), running, failed: problems.length > 0 };
  return <MaskedInput {...rest} label={PAYEE_LABELS[field]} reveal={reveal} />;
}
