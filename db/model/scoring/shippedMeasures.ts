import { z } from 'zod';
import { MeasureId } from '../ids.ts';
import { MeasureInput, type StandardMeasure } from './measures.ts';
import shipped from './shippedMeasures.json' with { type: 'json' };

/** What the library starts with: one measure for each line of the sample table, to be made the office's own. */
export const SHIPPED_MEASURES: readonly StandardMeasure[] = z
  .array(MeasureInput)
  .parse(shipped)
  .map((one, index) => ({
    ...one,
    id: MeasureId.parse(`01790000-0000-7000-8001-${String(index + 1).padStart(12, '0')}`),
  }));
