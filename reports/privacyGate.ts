import type { Paper, PaperFormat } from '../db/model/papers.ts';
import { checkColumns } from '../db/model/privacy.ts';
import { privatePatternsIn } from '../db/model/privateNumbers.ts';
import { ok, type Problem, problem, type Result, refuse, warning } from '../db/model/problems.ts';
import { documentOf } from './documents/document.ts';
import { fieldInWords, paperFields } from './documents/paperFields.ts';
import { textOf } from './documents/textOf.ts';
import type { WorkbookDescription } from './excel/workbook.ts';
import { isWorkbookPaper, workbookOf } from './excel/workbooks.ts';
import { finishedTexts } from './finishedText.ts';

/** Letters and digits alone, full width to half, in capitals: a number is found however it was typed. */
const condensed = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A phone, an ID or a card number; anything else (a home address) is compared as text. */
const isNumber = (value: string): boolean => /^\d{7,}X?$/.test(condensed(value));

const textsOfWorkbook = (workbook: WorkbookDescription): readonly string[] => {
  const { name, sheetName, office, title, caption, columns, rows, notes } = workbook;
  return [
    name,
    sheetName,
    office,
    title,
    caption.left,
    caption.right,
    ...columns.map((column) => column.header),
    ...rows.flat().map((value) => String(value ?? '')),
    ...notes,
  ];
};

function textsOfDocument(paper: Paper): readonly string[] {
  if (paper.paper === 'planLedger' || paper.paper === 'helperList' || paper.paper === 'list') return [];
  const document = documentOf(paper);
  return [document.name, document.office, ...textOf(document)];
}

/** Everything the finished files say, in whatever format, their properties among it. */
export function printedTexts(paper: Paper): readonly string[] {
  const workbook = isWorkbookPaper(paper) ? textsOfWorkbook(workbookOf(paper)) : [];
  return [...textsOfDocument(paper), ...workbook];
}

interface Sought {
  readonly numbers: ReadonlySet<string>;
  readonly lengths: readonly number[];
}

/** By the set of values they were made of: an office's thousands of numbers are condensed once for many papers. */
const prepared = new WeakMap<Iterable<string>, Sought>();

function sought(stored: Iterable<string>): Sought {
  const known = prepared.get(stored);
  if (known) return known;
  const numbers = new Set([...stored].filter(isNumber).map(condensed));
  const made = { numbers, lengths: [...new Set([...numbers].map((number) => number.length))] };
  prepared.set(stored, made);
  return made;
}

/** What of `stored` (private values in the clear) stands in the texts; the answer never repeats the number. */
export const storedNumbersIn = (texts: readonly string[], stored: Iterable<string>): number =>
  foundIn(texts, sought(stored)).size;

function foundIn(texts: readonly string[], { numbers, lengths }: Sought): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [digits] of texts.flatMap((text) => [...condensed(text).matchAll(/[\dX]{7,}/g)])) {
    for (const length of lengths) {
      for (let at = 0; at + length <= digits.length; at++) {
        const part = digits.slice(at, at + length);
        if (numbers.has(part)) found.add(part);
      }
    }
  }
  return found;
}

const MOBILE_DIGITS = 11;

/**
 * Reads a finished file back and compares it with what is stored: whatever way a number came onto the paper, the file
 * does not leave (design §6.1).
 */
export async function checkFinished(
  { bytes, format }: { readonly bytes: Uint8Array; readonly format: PaperFormat },
  stored: ReadonlySet<string>,
): Promise<Result<void>> {
  const texts = await finishedTexts(bytes, format);
  // A narrow column breaks a long number over lines; a short one might come about by chance where lines are joined.
  const broken = [...foundIn([texts.join('')], sought(stored))].filter((one) => one.length >= MOBILE_DIGITS);
  if (storedNumbersIn(texts, stored) + broken.length === 0) return ok(undefined);
  return refuse(
    problem(
      'privacy.finishedFile',
      '生成的文件中有系统登记的身份证号、手机号或银行卡号，没有交出文件，请核对材料内容后重试',
    ),
  );
}

/** The first text with a home address of `stored`; a short one (`示例村`) is told by anybody and tells nobody. */
function withHomeAddress<T extends { readonly text: string }>(
  texts: readonly T[],
  stored: Iterable<string>,
): T | undefined {
  const addresses = [...stored].filter((value) => !isNumber(value) && [...value].length >= 6).map(condensed);
  return texts.find(({ text }) => addresses.some((address) => condensed(text).includes(address)));
}

/** Whether a text that travels in the clear holds anything of `stored`. */
export const holdsPrivate = (texts: readonly string[], stored: ReadonlySet<string>): boolean =>
  storedNumbersIn(texts, stored) > 0 ||
  withHomeAddress(
    texts.map((text) => ({ text })),
    stored,
  ) !== undefined;

/**
 * A workshop's own address is public even where it is the owner's home; in any other field a home address is a leak.
 */
function leakedAddress(paper: Paper, stored: Iterable<string>): string | undefined {
  const fields = paperFields(paper).filter(({ key }) => key !== 'address');
  const field = withHomeAddress(fields, stored);
  return field && fieldInWords(paper, field);
}

/** Stops a paper that prints a stored private number (design §6.1). */
export function checkPrivacy(paper: Paper, stored: ReadonlySet<string>): Result<Paper> {
  const columns = checkColumns(paper);
  if (!columns.ok) return columns;
  const texts = printedTexts(paper);
  const found = storedNumbersIn(texts, stored);
  if (found > 0) {
    const field = paperFields(paper).find(({ text }) => storedNumbersIn([text], stored) > 0);
    const where = field ? fieldInWords(paper, field) : '正文';
    return refuse(
      problem(
        'privacy.storedNumber',
        `${where}中有系统登记的身份证号、手机号或银行卡号，不能印在本材料上，请删除后重试`,
        {
          ...(field ? { field: field.key } : {}),
          ...(field?.row === undefined ? {} : { row: field.row }),
        },
      ),
    );
  }
  const address = leakedAddress(paper, stored);
  if (address === undefined) return ok(paper);
  return refuse(
    problem('privacy.homeAddress', `${address}中有业主的家庭住址，不能印在本材料上，请删除后重试`),
  );
}

/** What merely looks like a private number, such as a certificate's: the clerk gives a reason or takes it out. */
export function privacyWarnings(paper: Paper): readonly Problem[] {
  return paperFields(paper).flatMap((field) =>
    privatePatternsIn(field.text).map(({ kind, masked }) =>
      warning(
        'privacy.pattern',
        `${fieldInWords(paper, field)}中的“${masked}”像是${kind}，请核对；确需公开的，请写明理由`,
        { field: field.key, found: masked, ...(field.row === undefined ? {} : { row: field.row }) },
      ),
    ),
  );
}
