import { z } from 'zod';
import { MeasureId, newId } from '../ids.ts';
import { MeasureInput, type StandardMeasure } from './measures.ts';
import shipped from './shippedMeasures.json' with { type: 'json' };

const SHIPPED = z.array(MeasureInput).parse(shipped);

/**
 * What the library starts with: one measure for each line of the sample table. With new ids: an office may change
 * and delete every one of them.
 */
export const shippedMeasures = (): readonly StandardMeasure[] =>
  SHIPPED.map((one) => ({ ...one, id: newId(MeasureId) }));
