import { z } from 'zod';
import { Area, fromSquareMetres } from './area.ts';
import { addDays, addYears, IsoDate, isoDate } from './dates.ts';
import { Fen, fromYuan } from './money.ts';
import { CountingRule } from './terms.ts';

export const Phase = z
  .object({ from: IsoDate, to: IsoDate })
  .refine((phase) => phase.from <= phase.to, { error: '开始日期不能晚于结束日期' });
export type Phase = z.infer<typeof Phase>;

/** Every figure of the notice that an office may have to set anew next year (seed-notice 二、三). */
export const Policy = z.object({
  /** As the office writes it: the notice itself writes both 名优特 and 名特优. */
  programmeName: z.string().trim().min(1).max(40),
  /** The document the campaign rests on, printed in notices. */
  basis: z.string().trim().max(200),
  quota: z.int().min(0).max(9999),
  minArea: Area,
  minOwnInvestment: Fen,
  passScore: z.int().min(0).max(1000),
  publicityDays: z.int().min(1).max(60),
  countingRule: CountingRule,
  award: Fen,
  citySamplePercent: z.int().min(0).max(100),
  provinceSamplePercent: z.int().min(0).max(100),
  phases: z.object({ mobilise: Phase, apply: Phase, build: Phase, accept: Phase }),
  deadlines: z.object({
    roster: IsoDate,
    plans: IsoDate,
    summary: IsoDate,
    /** Not in the policies of older programs; see `deadlineOf`. */
    results: IsoDate.optional(),
    payees: IsoDate.optional(),
  }),
  /** Day of the month by which the 进展月报 is due. */
  reportDay: z.int().min(1).max(28).default(25),
  /** A workshop in the works not visited for so many days is pointed out. */
  visitIntervalDays: z.int().min(1).max(365).default(30),
});
export type Policy = z.infer<typeof Policy>;

/** The notice's figures for any year; the quota (附表1) is the office's own and must be typed in. */
export function defaultPolicy(year: number, quota: number): Policy {
  const day = (monthAndDay: string): IsoDate => isoDate(`${year}-${monthAndDay}`);
  return {
    programmeName: '名优特',
    basis: '',
    quota,
    minArea: fromSquareMetres(30),
    minOwnInvestment: fromYuan(10_000),
    passScore: 900,
    publicityDays: 7,
    // The longer period is never wrong (research §5.3).
    countingRule: 'naturalExcludingFirst',
    award: fromYuan(10_000),
    citySamplePercent: 50,
    provinceSamplePercent: 10,
    phases: {
      mobilise: { from: day('02-01'), to: day('03-31') },
      apply: { from: day('04-01'), to: day('04-30') },
      build: { from: day('05-01'), to: day('09-30') },
      accept: { from: day('10-01'), to: day('11-30') },
    },
    deadlines: {
      roster: day('04-30'),
      plans: day('05-31'),
      results: day('10-31'),
      payees: day('11-30'),
      summary: day('11-20'),
    },
    reportDay: 25,
    visitIntervalDays: 30,
  };
}

/** The last day of a 报送. The notice names none for results and 收款信息: a month into the inspections, and at their end. */
export function deadlineOf({ deadlines, phases }: Policy, kind: keyof Policy['deadlines']): IsoDate {
  const given = deadlines[kind];
  if (given !== undefined) return given;
  if (kind === 'payees') return phases.accept.to;
  const suggested = addDays(phases.accept.from, 30);
  return suggested < phases.accept.to ? suggested : phases.accept.to;
}

/** Last year's policy for another year: every date moved by whole years, the quota (附表1) given anew. */
export function movedPolicy(policy: Policy, years: number, quota: number): Policy {
  const day = (date: IsoDate): IsoDate => addYears(date, years);
  const phase = ({ from, to }: Phase): Phase => ({ from: day(from), to: day(to) });
  const { mobilise, apply, build, accept } = policy.phases;
  const { roster, plans, summary, results, payees } = policy.deadlines;
  return {
    ...policy,
    quota,
    phases: { mobilise: phase(mobilise), apply: phase(apply), build: phase(build), accept: phase(accept) },
    deadlines: {
      roster: day(roster),
      plans: day(plans),
      summary: day(summary),
      ...(results === undefined ? {} : { results: day(results) }),
      ...(payees === undefined ? {} : { payees: day(payees) }),
    },
  };
}

export const Campaign = z.object({ year: z.int().min(2000).max(2100), policy: Policy });
