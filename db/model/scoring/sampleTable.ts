import { z } from 'zod';
import { ScoreItemId, ScoreTableId } from '../ids.ts';
import shipped from './sampleTable.json' with { type: 'json' };
import { ScoreItem, ScoreTable } from './table.ts';

/** Stands on screen and on every paper wherever the shipped table is used (research §3.3). */
export const SAMPLE_NOTICE = '示例评分表（非省厅正式表，请以省厅附表3为准）';

/** Fixed, so that the sample is the same record in every office. */
const uuid = (number: number): string => `01790000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const SAMPLE_TABLE_ID = ScoreTableId.parse(uuid(0));

const { items, ...head } = ScoreTable.pick({ title: true, version: true, source: true })
  .extend({ items: z.array(ScoreItem.omit({ id: true, key: true })) })
  .parse(shipped);

/** True for lines that are the shipped ones still: a copy nobody changed is no provincial table either. */
export const areSampleLines = (lines: readonly Omit<ScoreItem, 'id'>[]): boolean =>
  lines.length === SAMPLE_TABLE.items.length &&
  SAMPLE_TABLE.items.every(({ code, content, points }, index) => {
    const line = lines[index];
    return line?.code === code && line.content === content && line.points === points;
  });

/** Lines, sections and points of research §3.3: 6 veto lines, 27 of together 100 points. The ways of scoring are ours. */
export const SAMPLE_TABLE: ScoreTable = {
  ...head,
  id: SAMPLE_TABLE_ID,
  sample: true,
  limits: { key: null, major: null, others: null, absence: 'full' },
  items: items.map((item, index) => ({ ...item, id: ScoreItemId.parse(uuid(index + 1)), key: false })),
};
