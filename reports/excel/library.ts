/**
 * exceljs takes a quarter of a second to load: the data host, which seldom writes a workbook itself, must not wait
 * for it when the program starts.
 */
export const loadExcel = async () => (await import('exceljs')).default;
