import { z } from 'zod';
import { type ApplicationCore, OwnerPrivate, type WorkshopCore } from '../../db/model/application.ts';
import { ApplicantInput, type PrivateField, type WorkshopPage } from '../../db/model/contract/workshops.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { type Problem, problem, type Result } from '../../db/model/problems.ts';

/** What the form holds while it is typed in: `private` only carries fields the clerk is changing. */
export interface ApplicationValues {
  readonly workshop: Readonly<Record<keyof WorkshopCore, unknown>>;
  readonly private: Readonly<Partial<Record<PrivateField, string | null>>>;
  readonly application: Readonly<Record<keyof ApplicationCore, unknown>>;
}

/** A kept draft, as far as it can be trusted: the fields are checked again on saving. */
export const DraftValues = z.object({
  workshop: z.record(z.string(), z.unknown()),
  private: z.record(z.string(), z.string().nullable()),
  application: z.record(z.string(), z.unknown()),
});
export type DraftValues = z.infer<typeof DraftValues>;

export const EMPTY_VALUES: ApplicationValues = {
  workshop: {
    name: '',
    ownerName: '',
    ownerGender: null,
    creditCode: '',
    certificateKind: null,
    certificateNo: '',
    certificateValidUntil: null,
    economicType: '',
    township: '',
    address: '',
    station: '',
    openedOn: null,
    foodCategory: '',
    products: '',
    standard: '',
  },
  private: {},
  application: {
    appliedOn: null,
    staffCount: null,
    healthCertificateCount: null,
    totalArea: null,
    operationArea: null,
    annualOutput: '',
    annualSales: null,
    equipment: '',
    speciality: '',
    honours: '',
    penalties: '',
    problems: '',
    renovation: '',
    plannedInvestment: null,
    promisedOn: null,
  },
};

export const valuesOf = (page: WorkshopPage): ApplicationValues => ({
  workshop: page.workshop,
  private: {},
  application: page.application,
});

/** Null clears, asked for on purpose; fields never touched or left empty are left out, so that they stay as they are. */
function privateInput(values: ApplicationValues['private']): Record<string, string | null> {
  const given = Object.entries(values).flatMap(([name, value]): readonly [string, string | null][] => {
    if (value === null) return [[name, null]];
    const typed = value?.trim() ?? '';
    return typed === '' ? [] : [[name, typed]];
  });
  return Object.fromEntries(given);
}

const SELECTS = new Set(['invalid_value', 'invalid_type']);

/** The record the form describes, or what keeps it from being one, field by field. */
export function applicantInput(
  values: ApplicationValues,
  workshopId: WorkshopId | null,
): Result<ApplicantInput> {
  const parsed = ApplicantInput.safeParse({ ...values, workshopId, private: privateInput(values.private) });
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems: readonly Problem[] = parsed.error.issues.map((issue) => {
    const message = SELECTS.has(issue.code) ? '填写有误，请重新填写' : issue.message;
    return problem('application.field', message, { field: String(issue.path.at(-1)) });
  });
  return { ok: false, problems };
}

/** Whether a private number as typed can be saved; undefined when it can. */
export function privateFault(field: PrivateField, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const parsed = OwnerPrivate.shape[field].safeParse(text);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}
