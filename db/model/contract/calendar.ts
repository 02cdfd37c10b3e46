import { type } from '@orpc/contract';
import { z } from 'zod';
import { CalendarDay } from '../calendar.ts';
import { IsoDate } from '../dates.ts';
import { call } from './base.ts';

const Year = z.int().min(2000).max(2100);

/** 节假日 of one year: what the program brings along, what the office entered. */
export interface CalendarYear {
  readonly year: number;
  readonly inLibrary: boolean;
  /** The office says that this year, which the program does not bring along, is entered completely. */
  readonly complete: boolean;
  readonly statutory: readonly CalendarDay[];
  readonly corrections: readonly CalendarDay[];
}

/** A change of the office's own days; its answer is the change that undoes it. */
export const CalendarChange = z.object({
  set: z.array(CalendarDay).max(400),
  /** Days that go back to the statutory calendar. */
  remove: z.array(IsoDate).max(400),
  complete: z.object({ year: Year, complete: z.boolean() }).nullable(),
});
export type CalendarChange = z.infer<typeof CalendarChange>;

export const calendar = {
  year: call.input(z.object({ year: Year })).output(type<CalendarYear>()),
  change: call.input(CalendarChange).output(type<CalendarChange>()),
};
