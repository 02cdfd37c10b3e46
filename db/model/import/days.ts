import { type Fault, fault, type Reading, read } from './reading.ts';
import { compact } from './text.ts';

const EXPECTED = '填如2021-04-05';
const DAY = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?/;
const WHOLE_DAY = new RegExp(`^${DAY.source}(?:[T日]?\\d{1,2}[:时].*)?$`);
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const PERIOD = new RegExp(`^(?:自|从)?${DAY.source}(?:起)?[至到~-]+(?:${DAY.source}|(长期))(?:止)?$`);
const MONTH = /^(\d{4})[年./-](\d{1,2})月?(份)?$/;
const YEAR = /^(\d{4})年?$/;

const two = (text: string): string => text.padStart(2, '0');

/** ISO text of a day that exists, between 1900 and 2199. */
function realDay(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return undefined;
  return year >= '1900' && year < '2200' ? iso : undefined;
}

const day = (year: string, month: string, date: string): Reading<string> => {
  const iso = realDay(year, month, date);
  return iso ? read(iso, iso) : fault('import.noSuchDay', '不是存在的日期', EXPECTED);
};

/** How much of a date a column may leave out. */
export interface DayRules {
  /** «2015年» is enough (开办时间): the first day is recorded, and said. */
  readonly partial?: boolean;
  /** «2021.4.5至2024.4.4» gives its last day (有效期). */
  readonly periodEnd?: boolean;
}

function partialDay(text: string): Reading<string> | undefined {
  const [, year, month = '1'] = MONTH.exec(text) ?? YEAR.exec(text) ?? [];
  if (year === undefined) return undefined;
  const iso = realDay(year, month, '1');
  if (!iso) return fault('import.noSuchDay', '不是存在的日期', EXPECTED);
  const note: Fault = { code: 'import.partialDay', said: `没有写到日，按${iso}登记` };
  return read(iso, iso, note);
}

/** The last day of a written period; `''` for 长期. */
function periodEnd(text: string): Reading<string> | undefined {
  const [, , , , year, month = '', date = '', forever] = PERIOD.exec(text) ?? [];
  if (forever) return read('', '长期');
  return year === undefined ? undefined : day(year, month, date);
}

/** A written date → ISO text. Two-digit years and day-first orders are refused: they can be read in two ways. */
export function readDay(text: string, rules: DayRules = {}): Reading<string> {
  const written = compact(text)
    .replaceAll('。', '.')
    .replaceAll('．', '.')
    .replace(/[.\-/]$/, '');
  const [, year, month, date] = WHOLE_DAY.exec(written) ?? EIGHT_DIGITS.exec(written) ?? [];
  if (year !== undefined && month !== undefined && date !== undefined) return day(year, month, date);
  if (rules.periodEnd) {
    if (/^长期(有效)?$/.test(written)) return read('', '长期');
    const end = periodEnd(written);
    if (end) return end;
  }
  if (rules.partial) {
    const partial = partialDay(written);
    if (partial) return partial;
  }
  if (MONTH.test(written) || YEAR.test(written)) return fault('import.noDay', '没有写到日', EXPECTED);
  if (/^\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?$/.test(written)) {
    return fault('import.shortYear', '的年份不是四位', EXPECTED);
  }
  return fault('import.notDay', '不是日期', EXPECTED);
}
