import type { SheetView } from '../../db/model/contract/scoring.ts';
import type { InspectionId } from '../../db/model/ids.ts';
import { INSPECTION_LEVELS, type InspectionLevel } from '../../db/model/terms.ts';

/** 自查, 县级考评 …: how a scoring of a level is called. */
export const scoringName = (level: InspectionLevel): string =>
  level === 'self' ? INSPECTION_LEVELS.self : `${INSPECTION_LEVELS[level]}考评`;

/** Where a sheet of a level is filled in. */
export const sheetPath = (level: InspectionLevel, id: InspectionId): string =>
  level === 'self' ? `/scoring/${id}` : `/inspections/sheets/${id}`;

/** Where one goes back to from a sheet. */
export const homeOfSheet = ({ level, workshopId }: Pick<SheetView, 'level' | 'workshopId'>): string =>
  level === 'self' ? `/workshops/${workshopId}?tab=selfCheck` : `/inspections/${workshopId}`;
