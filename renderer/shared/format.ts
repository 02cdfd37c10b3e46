import { type Area, formatArea } from '../../db/model/area.ts';
import { momentText } from '../../db/model/dates.ts';
import { type Fen, formatYuan } from '../../db/model/money.ts';

/** What stands where nothing was filled in. */
export const BLANK = '—';

export const yuanText = (value: Fen | null): string => (value === null ? BLANK : `${formatYuan(value)}元`);

export const areaText = (value: Area | null): string => (value === null ? BLANK : `${formatArea(value)}㎡`);

export const orBlank = (text: string | null): string => (text === null || text === '' ? BLANK : text);

export { momentText };

/** `1536` → `1.5 KB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}

/** `75000` ms → `约1分15秒`. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `约${seconds}秒`;
  const rest = seconds % 60;
  return `约${Math.trunc(seconds / 60)}分${rest === 0 ? '钟' : `${rest}秒`}`;
}
