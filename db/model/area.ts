import { z } from 'zod';

/** An area in integer 0.01 ㎡. */
export const Area = z.int().min(0).max(1e9).brand<'Area'>();
export type Area = z.infer<typeof Area>;

export const fromSquareMetres = (metres: number): Area =>
  Area.parse(Math.round(Number((metres * 100).toFixed(4))));

/** `3050` → `30.5`. No unit. */
export const formatArea = (area: Area): string => (area / 100).toString();
