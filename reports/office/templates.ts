import { bureauOf } from '../../db/bureau/bureau.ts';
import { putTemplate } from '../../db/bureau/officeTemplates.ts';
import type { MadePaper, PaperRef } from '../../db/model/contract/papers.ts';
import type { TemplatePlaceholders, TemplatePreview } from '../../db/model/contract/templates.ts';
import type { OfficeTemplateId } from '../../db/model/ids.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import {
  TEMPLATE_FORMATS,
  TEMPLATE_PAPERS,
  type TemplateFormat,
  type TemplatePaper,
  templateName,
  templatePaperOf,
} from '../../db/model/templates.ts';
import type { Act, Office } from '../../db/office.ts';
import { paperRecord } from '../../db/papers/paperRecords.ts';
import { planRows } from '../../db/plans/plans.ts';
import { rosters } from '../../db/publicity/rosters.ts';
import { monthsOf } from '../../db/summary/monthly.ts';
import { writingRows } from '../../db/summary/writings.ts';
import { leakIn } from '../privacy/finishedGate.ts';
import { canariesOf, strayCanary } from '../templates/canaries.ts';
import { fictionalData, placeholderOf, rowPlaceholderOf, templateFields } from '../templates/fields.ts';
import { templateLeak } from '../templates/leak.ts';
import type { Properties } from '../templates/properties.ts';
import { previewSheets } from '../templates/read.ts';
import { sampleTemplate } from '../templates/sample.ts';
import { checkTemplate, fillTemplate } from '../templates/template.ts';
import { makeGated, mayCarryPrivateNumbers, numbersOnce, type PaperTools } from './papers.ts';

export interface Which {
  readonly paper: TemplatePaper;
  readonly format: TemplateFormat;
}

interface PickedTemplate {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a template of this paper may ask for, ready to be copied. */
export function templatePlaceholders(paper: TemplatePaper): TemplatePlaceholders {
  const { fields, rowFields } = templateFields(paper);
  return {
    fields: fields.map(({ name }) => placeholderOf(name)),
    rows: rowFields.map(({ name }) => rowPlaceholderOf(name)),
  };
}

const supported = ({ paper, format }: Which): Result<void> =>
  TEMPLATE_FORMATS[paper].includes(format)
    ? ok(undefined)
    : refuse(
        problem('template.format', `${templateName(paper, format)}不能使用模板`, {
          found: format,
          expected: TEMPLATE_FORMATS[paper].join('、'),
        }),
      );

export async function sampleOf(which: Which): Promise<Result<MadePaper>> {
  const possible = supported(which);
  if (!possible.ok) return possible;
  const bytes = await sampleTemplate(which.paper, which.format);
  return ok({ bytes, fileName: `${TEMPLATE_PAPERS[which.paper]}_示例模板.${which.format}` });
}

/** A record of this year to try a template with. 发放表 is never tried with the numbers it carries. */
function recordOf(office: Office, paper: TemplatePaper, { today }: PaperTools): PaperRef | undefined {
  switch (paper) {
    case 'roster': {
      const [latest] = rosters(office);
      return latest && { paper: 'roster', rosterId: latest.id };
    }
    case 'plan': {
      const signed = planRows(office, today).find(({ state }) => state === 'signed' || state === 'submitted');
      return signed?.revisionId ? { paper: 'plan', revisionId: signed.revisionId } : undefined;
    }
    case 'monthly': {
      const [month] = monthsOf(office, today);
      return month === undefined ? undefined : { paper: 'monthly', month };
    }
    case 'summary':
    case 'report': {
      const finished = writingRows(office).find(
        ({ kind, finishedOn }) => kind === paper && finishedOn !== null,
      );
      return finished && { paper: 'writing', writingId: finished.id };
    }
    case 'planLedger':
    case 'inspectionSummary':
    case 'recommended':
    case 'finalList':
      return { paper };
    case 'paymentList':
      return undefined;
  }
}

interface Tried {
  readonly made: MadePaper;
  readonly fictional: boolean;
}

const propertiesOf = (office: Office, { paper }: Which, { today }: PaperTools): Properties => ({
  title: TEMPLATE_PAPERS[paper],
  office: bureauOf(office).name,
  madeOn: today,
});

async function tryWithFiction(
  office: Office,
  which: Which,
  bytes: Uint8Array,
  tools: PaperTools,
): Promise<Result<Tried>> {
  const properties = propertiesOf(office, which, tools);
  const filled = await fillTemplate(bytes, which.format, fictionalData(which.paper), properties);
  if (!filled.ok) return filled;
  const fileName = `${TEMPLATE_PAPERS[which.paper]}_试填.${which.format}`;
  return ok({ made: { bytes: filled.value, fileName }, fictional: true });
}

/** Fills it with numbers in place of private values and looks where in the made file they come out. */
async function checkCanaries(
  office: Office,
  which: Which,
  bytes: Uint8Array,
  tools: PaperTools,
): Promise<Result<void>> {
  const canaries = canariesOf(which.paper);
  // Public papers offer no private value to a template at all.
  if (canaries.values.size === 0) return ok(undefined);
  const properties = propertiesOf(office, which, tools);
  const filled = await fillTemplate(bytes, which.format, canaries.data, properties);
  if (!filled.ok) return filled;
  const stray = strayCanary(filled.value, which, canaries, mayCarryPrivateNumbers(which));
  return stray ? refuse(stray) : ok(undefined);
}

/** Fills a checked file as the paper would be; with made-up values where the year has no such record yet. */
async function tryOut(
  office: Office,
  which: Which,
  bytes: Uint8Array,
  tools: PaperTools,
): Promise<Result<Tried>> {
  const ref = recordOf(office, which.paper, tools);
  const record = ref && paperRecord(office, ref, tools.today);
  if (!record?.ok || templatePaperOf(record.value) !== which.paper)
    return tryWithFiction(office, which, bytes, tools);
  const made = await makeGated(office, record.value, which.format, tools, bytes);
  return made.ok ? ok({ made: made.value, fictional: false }) : made;
}

/** Everything that must hold before a file is used: its kind, its placeholders, what it says, how it comes out. */
async function checked(office: Office, which: Which, { bytes }: PickedTemplate, tools: PaperTools) {
  const possible = supported(which);
  if (!possible.ok) return possible;
  const sound = checkTemplate(bytes, which.paper, which.format);
  if (!sound.ok) return sound;
  const numbers = numbersOnce(office);
  const leak = await leakIn({ bytes, format: which.format, paper: null }, numbers());
  if (leak) return refuse(templateLeak(leak));
  const harmless = await checkCanaries(office, which, bytes, tools);
  if (!harmless.ok) return harmless;
  const tried = await tryOut(office, which, bytes, { ...tools, numbers });
  return tried.ok ? ok({ ...tried.value, ...sound.value }) : tried;
}

/** Checks a file and tries it; stores nothing. */
export async function previewTemplate(
  office: Office,
  which: Which,
  file: PickedTemplate,
  tools: PaperTools,
): Promise<Result<TemplatePreview>> {
  const tried = await checked(office, which, file, tools);
  if (!tried.ok) return tried;
  const { made, fictional, placeholders, warnings } = tried.value;
  const sheets = await previewSheets(made.bytes, which.format);
  if (!sheets.ok) return sheets;
  return ok({ fileName: file.fileName, fictional, placeholders, warnings, sheets: sheets.value });
}

/** The tried paper itself, to be looked at in Excel or Word. */
export async function triedTemplate(
  office: Office,
  which: Which,
  file: PickedTemplate,
  tools: PaperTools,
): Promise<Result<MadePaper>> {
  const tried = await checked(office, which, file, tools);
  return tried.ok ? ok(tried.value.made) : tried;
}

/** Puts a file into use, after the same checks as its preview. */
export async function adoptTemplate(
  office: Office,
  which: Which,
  file: PickedTemplate,
  tools: PaperTools,
  act: Act,
): Promise<Result<OfficeTemplateId>> {
  const tried = await checked(office, which, file, tools);
  return tried.ok ? putTemplate(office, which, file, act) : tried;
}
