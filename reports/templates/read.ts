import { readWorkbook } from '../../db/import/index.ts';
import type { PreviewSheet } from '../../db/model/contract/templates.ts';
import type { RawCell } from '../../db/model/import/grid.ts';
import { ok, type Result } from '../../db/model/problems.ts';
import type { TemplateFormat } from '../../db/model/templates.ts';
import { paragraphText } from './docx/fill.ts';
import { MADE, openOfficeFile, xmlPart } from './officeFile.ts';
import { childNamed, childrenNamed, descendants, isNamed, type XmlElement } from './xml.ts';

const shown = (cell: RawCell | undefined): string => {
  if (!cell) return '';
  switch (cell.kind) {
    case 'text':
    case 'error':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'boolean':
      return cell.value ? '是' : '否';
    case 'date':
      return '（日期）';
    case 'uncalculated':
      return '（打开时计算）';
  }
};

/** Rows of equal length, but for titles that stand alone. */
function padded(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) =>
    row.length === 1 ? row : [...row, ...Array<string>(columns - row.length).fill('')],
  );
}

async function workbookSheets(bytes: Uint8Array): Promise<Result<readonly PreviewSheet[]>> {
  const book = await readWorkbook(bytes);
  if (!book.ok) return book;
  return ok(
    book.value.sheets
      .filter(({ hidden, rows }) => !hidden && rows.length > 0)
      .map(({ name, rows }) => ({ name, rows: padded(rows.map(({ cells }) => [...cells].map(shown))) })),
  );
}

const cellText = (cell: XmlElement): string => descendants(cell, 'p').map(paragraphText).join('\n');

/** A paragraph is a row of one cell, a table's row one of its own. */
const bodyRows = (node: XmlElement): readonly (readonly string[])[] =>
  node.children.flatMap((child): readonly (readonly string[])[] => {
    if (isNamed(child, 'p')) return paragraphText(child) === '' ? [] : [[paragraphText(child)]];
    if (isNamed(child, 'tbl'))
      return childrenNamed(child, 'tr').map((row) => childrenNamed(row, 'tc').map(cellText));
    return isNamed(child, 'sdt', 'sdtContent') ? bodyRows(child) : [];
  });

function documentSheets(bytes: Uint8Array): Result<readonly PreviewSheet[]> {
  const parts = openOfficeFile(bytes, 'docx', MADE);
  if (!parts.ok) return parts;
  const root = xmlPart(parts.value, 'word/document.xml');
  const body = root && childNamed(root, 'body');
  return ok([{ name: '正文', rows: body ? bodyRows(body) : [] }]);
}

/** What a made file says, as simple tables: enough to see whether every value lies where it should. */
export const previewSheets = async (
  bytes: Uint8Array,
  format: TemplateFormat,
): Promise<Result<readonly PreviewSheet[]>> =>
  format === 'xlsx' ? workbookSheets(bytes) : documentSheets(bytes);
