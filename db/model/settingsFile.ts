import { z } from 'zod';
import { Bureau } from './bureau.ts';
import { IsoDate } from './dates.ts';
import { ChosenFaces } from './faces.ts';
import { ListId, SavedViews } from './lists.ts';
import { TemplateFormat, TemplatePaper } from './templates.ts';
import { enumOf } from './terms.ts';

/** What goes along to another PC of the same office: nothing of a year, nothing private. */
export const SETTINGS_PARTS = {
  bureau: '本单位信息',
  templates: '本单位模板',
  views: '已保存的筛选',
  faces: '指定的字体',
} as const;
export const SettingsPart = enumOf(SETTINGS_PARTS);
export type SettingsPart = z.infer<typeof SettingsPart>;

export const SETTINGS_FORMAT = 'workshop-desk/settings';

/** `settings.json` of an exported file; templates and fonts lie beside it. */
export const SettingsFile = z.object({
  format: z.literal(SETTINGS_FORMAT),
  formatVersion: z.literal(1),
  madeOn: IsoDate,
  bureau: Bureau,
  views: z.record(ListId, SavedViews),
  faces: ChosenFaces,
  templates: z.array(
    z.object({
      paper: TemplatePaper,
      format: TemplateFormat,
      fileName: z.string().min(1).max(100),
      path: z.string(),
    }),
  ),
});
export type SettingsFile = z.infer<typeof SettingsFile>;

/** What an import of one part would do, in words. */
export interface SettingsChange {
  readonly part: SettingsPart;
  readonly lines: readonly string[];
}
