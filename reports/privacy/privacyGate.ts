import type { Paper } from '../../db/model/papers.ts';
import { checkColumns } from '../../db/model/privacy.ts';
import { privatePatternsIn } from '../../db/model/privateNumbers.ts';
import { ok, type Problem, problem, type Result, refuse, warning } from '../../db/model/problems.ts';
import { documentOf } from '../documents/document.ts';
import { fieldInWords, type PaperField, paperFields } from '../documents/paperFields.ts';
import { textOf } from '../documents/textOf.ts';
import type { WorkbookDescription } from '../excel/workbook.ts';
import { isWorkbookPaper, workbookOf } from '../excel/workbooks.ts';
import { storedAddressesIn, storedNumbersIn } from './storedPrivate.ts';

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

/** A workshop's own address is public even where it is the owner's home (db/model/homeAddress.ts says why). */
const isPublicField = ({ key }: PaperField): boolean => key === 'address';

/** The addresses a paper publishes on purpose. */
export const publishedIn = (paper: Paper): readonly string[] =>
  paperFields(paper)
    .filter(isPublicField)
    .map(({ text }) => text);

/** In any other field a home address is a leak. */
function leakedAddress(paper: Paper, stored: ReadonlySet<string>): string | undefined {
  const fields = paperFields(paper).filter((field) => !isPublicField(field));
  const field = fields.find(({ text }) => storedAddressesIn([text], stored).size > 0);
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
