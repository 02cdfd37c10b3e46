export type { RawWorkbook } from '../model/import/grid.ts';
export { previewImport } from '../model/import/preview.ts';
export type { ImportContext, ImportProbe } from '../model/importTypes.ts';
export { type ReadOptions, readWorkbook } from './workbook.ts';
