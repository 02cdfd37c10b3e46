import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { WorkshopId } from '../../db/model/ids.ts';
import { WorkshopSheet } from '../../db/model/printing.ts';

/** What a list hands over to 打印室, as the state of its address. */
export const HandedOver = z.object({
  workshopIds: z.array(WorkshopId),
  /** What the list is about; null: as printed last. */
  sheets: z.array(WorkshopSheet).nullable(),
});
export type HandedOver = z.infer<typeof HandedOver>;

interface Props {
  readonly workshopIds: readonly WorkshopId[];
  readonly sheets?: readonly WorkshopSheet[];
}

/** Takes the chosen workshops of a list to 打印室. */
export function PrintManyButton({ workshopIds, sheets }: Props) {
  const navigate = useNavigate();
  const state: HandedOver = { workshopIds: [...workshopIds], sheets: sheets ? [...sheets] : null };
  return <Button onClick={() => void navigate('/print', { state })}>批量打印…</Button>;
}
