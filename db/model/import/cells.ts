import { type Area, formatArea, fromSquareMetres } from '../area.ts';
import { characterFault } from '../characters.ts';
import type { ColumnUnit } from '../importTypes.ts';
import { type Fen, formatYuan, fromYuan } from '../money.ts';
import { type DayRules, readDay } from './days.ts';
import { cellText, type NumberFormat, numberText, type RawCell, serialToIso } from './grid.ts';
import { type Quantity, readQuantity } from './numbers.ts';
import { fault, type Reading, read } from './reading.ts';
import { compact, saysNothing, tidy } from './text.ts';
import { metresPer, yuanPer } from './units.ts';

/** What reading a cell depends on besides the cell. */
interface CellContext {
  readonly date1904: boolean;
  /** The unit of the column, where known. */
  readonly unit: ColumnUnit | null;
}

export type CellReader = (cell: RawCell, context: CellContext) => Reading<unknown>;

/** Cells that hold no value at all, whatever the field. */
export function unreadable(cell: RawCell): ReturnType<typeof fault> | undefined {
  if (cell.kind === 'error') return fault('import.errorCell', '是公式的错误值', '改正公式或直接填写内容');
  if (cell.kind !== 'uncalculated') return undefined;
  return fault('import.formula', '没有保存计算结果', '用 Excel 或 WPS 打开并保存一次，或直接填写数值');
}

/** Free text. */
export const readText: CellReader = (cell, { date1904 }) => {
  const text = tidy(cellText(cell, date1904));
  if (/^[-—–/\\]+$/.test(text)) return read('', '');
  const doubtful = characterFault(text);
  if (doubtful === undefined) return read(text, text);
  return read(text, text, { code: 'import.strangeCharacter', said: doubtful });
};

const NUMBER_IN_DATE_FORMAT = fault(
  'import.dateFormat',
  '的单元格被设成了日期格式',
  '把单元格格式改为“常规”并核对数值',
);

const SCALED = fault(
  'import.scaledFormat',
  '的数字格式改变了显示的数值（如缩小为万元）',
  '改为“常规”格式并核对数值',
);

const withFormat = (value: number, format: NumberFormat | undefined): Reading<Quantity> =>
  format?.scaled ? SCALED : read({ value, unit: compact(format?.unit ?? '') }, numberText(value));

/** The number and the unit a cell shows by itself. */
export function cellQuantity(cell: RawCell, example: string): Reading<Quantity> {
  if (cell.kind === 'date') return NUMBER_IN_DATE_FORMAT;
  if (cell.kind === 'boolean') return fault('import.notNumber', '不是数字', `填如${example}`);
  if (cell.kind === 'number') {
    if (cell.value < 0) return fault('import.negative', '是负数', `填如${example}`);
    return withFormat(cell.value, cell.format);
  }
  return readQuantity(cellText(cell, false), example);
}

const AREA_EXAMPLE = '35㎡';
const MAX_METRES = 1_000_000;

export const readArea: CellReader = (cell, context) => {
  const quantity = cellQuantity(cell, AREA_EXAMPLE);
  if (!quantity.ok) return quantity;
  const { value, unit } = quantity.value;
  const factor = metresPer(unit || (context.unit ?? ''));
  if (unit !== '' && factor === undefined)
    return fault('import.areaUnit', '的面积单位不明', '填如35㎡或0.5亩');
  if (factor === undefined && value !== 0)
    return fault('import.unitUnknown', '没有写明单位', '选定本列单位是㎡还是亩');
  const metres = value * (factor ?? 1);
  if (metres > MAX_METRES) return fault('import.outOfRange', '超出范围', `不超过${MAX_METRES}㎡`);
  const area: Area = fromSquareMetres(metres);
  return read(area, `${formatArea(area)}㎡`);
};

const MAX_YUAN = 1e10;

export const readMoney: CellReader = (cell, context) => {
  const quantity = cellQuantity(cell, '1.5万元或15000元');
  if (!quantity.ok) return quantity;
  const { value, unit } = quantity.value;
  const factor = yuanPer(unit || (context.unit ?? ''));
  if (unit !== '' && factor === undefined)
    return fault('import.moneyUnit', '的金额单位不明', '填如1.5万元或15000元');
  if (factor === undefined && value !== 0)
    return fault('import.unitUnknown', '没有写明单位', '选定本列单位是元还是万元');
  const yuan = value * (factor ?? 1);
  if (yuan > MAX_YUAN) return fault('import.outOfRange', '超出范围', '不超过100亿元');
  const amount: Fen = fromYuan(yuan);
  return read(amount, `${formatYuan(amount)}元`);
};

export const readCount: CellReader = (cell) => {
  const quantity = cellQuantity(cell, '3');
  if (!quantity.ok) return quantity;
  const { value, unit } = quantity.value;
  if (unit !== '' && !/^[人名个位]人?$/.test(unit)) return fault('import.notNumber', '不是人数', '填如3');
  if (!Number.isInteger(value)) return fault('import.notInteger', '不是整数', '填如3');
  if (value > 100_000) return fault('import.outOfRange', '超出范围', '填实际人数');
  return read(value, numberText(value));
};

/** A number in a date column: a serial, or `20210405` typed without separators. */
function numericDay(value: number, date1904: boolean, rules: DayRules): Reading<string> {
  const text = numberText(value);
  if (/^(19|20|21)\d{6}$/.test(text) || (/^(19|20|21)\d{2}$/.test(text) && value < 2200))
    return readDay(text, rules);
  // 1927 to 2119: everything a workshop's papers can say, and no plain number by chance.
  const iso = value >= 10_000 && value <= 80_000 ? serialToIso(value, date1904) : undefined;
  return iso ? read(iso, iso) : readDay(text, rules);
}

/** A calendar day as ISO text; `''` when the period is open-ended. */
export const dayReader =
  (rules: DayRules = {}): CellReader =>
  (cell, { date1904 }) => {
    if (cell.kind === 'number') return emptyAsNull(numericDay(cell.value, date1904, rules));
    if (cell.kind !== 'date') return emptyAsNull(readDay(cellText(cell, date1904), rules));
    const iso = serialToIso(cell.serial, date1904);
    return iso ? read(iso, iso) : fault('import.noSuchDay', '不是存在的日期', '填如2021-04-05');
  };

const emptyAsNull = (reading: Reading<string>): Reading<string | null> =>
  reading.ok && reading.value === '' ? { ...reading, value: null } : reading;

export const isEmpty = (cell: RawCell | undefined): boolean =>
  cell === undefined || (cell.kind === 'text' && cell.text.trim() === '');

/** Empty, or a dash and the like: nothing to read for any field but free text. */
export const isNothing = (cell: RawCell): boolean => cell.kind === 'text' && saysNothing(cell.text);
