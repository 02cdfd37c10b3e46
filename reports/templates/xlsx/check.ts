import { type Problem, problem, warning } from '../../../db/model/problems.ts';
import type { Parts } from '../officeFile.ts';
import { type Found, openPlaceholder, placeholdersIn, repeatsIn, strayBraces } from '../placeholders.ts';
import { childNamed, childrenNamed, descendants, textOf, type XmlElement } from '../xml.ts';
import { openBook, type Sheet } from './book.ts';
import { cellText, type SharedStrings } from './cells.ts';
import { parseRef } from './refs.ts';

const cellsOf = ({ root }: Sheet): readonly XmlElement[] => {
  const rows = childNamed(root, 'sheetData');
  return rows ? childrenNamed(rows, 'row').flatMap((row) => childrenNamed(row, 'c')) : [];
};

const placeOf = (sheets: readonly Sheet[], { name }: Sheet, ref: string): string =>
  sheets.length > 1 ? `“${name}”工作表${ref}单元格` : `${ref}单元格`;

/** Every placeholder of the workbook, by cell; those of headers and footers too. */
export function placeholdersInXlsx(parts: Parts): readonly Found[] {
  const { sheets, strings } = openBook(parts);
  return sheets.flatMap((sheet) => [
    ...cellsOf(sheet).flatMap((cell) =>
      placeholdersIn(cellText(cell, strings)).map((placeholder) => ({
        placeholder,
        where: placeOf(sheets, sheet, cell.attributes.r ?? ''),
      })),
    ),
    ...descendants(
      sheet.root,
      'oddHeader',
      'oddFooter',
      'evenHeader',
      'evenFooter',
      'firstHeader',
      'firstFooter',
    ).flatMap((one) =>
      placeholdersIn(textOf(one)).map((placeholder) => ({ placeholder, where: '页眉或页脚' })),
    ),
  ]);
}

function rowProblems(sheets: readonly Sheet[], sheet: Sheet, strings: SharedStrings): readonly Problem[] {
  const repeating = cellsOf(sheet).filter((cell) => repeatsIn(cellText(cell, strings)));
  const rows = new Set(repeating.map((cell) => parseRef(cell.attributes.r ?? '')?.row ?? 0));
  const [first] = rows;
  if (first === undefined) return [];
  if (rows.size > 1) {
    return [
      problem(
        'template.rows',
        `第${[...rows].join('、')}行都有{{明细.…}}，一张工作表只能有一行明细，程序会按家数或项数重复这一行`,
        { found: `${rows.size}行`, expected: '1行' },
      ),
    ];
  }
  const merges = childNamed(sheet.root, 'mergeCells');
  return (merges ? childrenNamed(merges, 'mergeCell') : []).flatMap(({ attributes }) => {
    const [from, to] = (attributes.ref ?? '').split(':').map(parseRef);
    const across = from && to && from.row <= first && first <= to.row && from.row !== to.row;
    return across ? [mergedAcross(placeOf(sheets, sheet, attributes.ref ?? ''), first)] : [];
  });
}

const mergedAcross = (where: string, row: number): Problem =>
  problem(
    'template.merged',
    `明细行（第${row}行）与上下行合并了：${where}。明细行要能逐行重复，请取消上下合并`,
    {
      found: where,
    },
  );

/** Some programs leave the addresses of rows and cells out: nothing could be moved then. */
function unaddressed(sheets: readonly Sheet[]): readonly Problem[] {
  const lacking = sheets.filter((sheet) =>
    [...descendants(sheet.root, 'row'), ...cellsOf(sheet)].some(
      ({ attributes }) => attributes.r === undefined,
    ),
  );
  return lacking.map(({ name }) =>
    problem(
      'template.addresses',
      `“${name}”工作表没有写明行号和单元格地址，请用 Excel 或 WPS 打开并另存后再上传`,
      {
        found: name,
      },
    ),
  );
}

const openPlaceholders = (sheets: readonly Sheet[], strings: SharedStrings): readonly Problem[] =>
  sheets.flatMap((sheet) =>
    cellsOf(sheet)
      .filter((cell) => strayBraces(cellText(cell, strings)))
      .map((cell) => openPlaceholder(placeOf(sheets, sheet, cell.attributes.r ?? ''))),
  );

/** What keeps a workbook from being filled row by row. */
export function xlsxProblems(parts: Parts): readonly Problem[] {
  const { sheets, strings } = openBook(parts);
  const inRows = sheets.flatMap((sheet) => rowProblems(sheets, sheet, strings));
  const without = sheets.filter((sheet) => !descendants(sheet.root, 'pageSetup', 'pageMargins').length);
  return [
    ...unaddressed(sheets),
    ...openPlaceholders(sheets, strings),
    ...inRows,
    ...without.map(({ name }) =>
      warning('template.page', `“${name}”工作表没有页面设置，打印前请核对纸张和方向`),
    ),
  ];
}
