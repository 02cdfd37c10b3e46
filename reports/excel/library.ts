/**
 * exceljs takes a quarter of a second to load: the data host, which seldom writes a workbook itself, must not wait
 * for it when the program starts.
 */
export const loadExcel = async () => (await import('exceljs')).default;

/** A print area as exceljs wants it: it sets a `$` before the columns only, and a half relative area is none. */
export const printAreaOf = (lastColumn: string, lastRow: number): string => `A$1:${lastColumn}$${lastRow}`;
