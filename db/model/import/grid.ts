/** A workbook as it was found, before anybody decides what its cells mean. Filled by `db/import`. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  /** Serial dates count from 1904 (old Macintosh workbooks). */
  readonly date1904: boolean;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with at least one value, in order. */
  readonly rows: readonly RawRow[];
  readonly merges: readonly RawMerge[];
  /** Reading stopped at `MAX_ROWS`. */
  readonly tooManyRows: boolean;
}

export interface RawRow {
  /** As Excel shows it, 1-based. */
  readonly row: number;
  readonly hidden: boolean;
  /** By 0-based column; holes are empty cells. */
  readonly cells: readonly (RawCell | undefined)[];
}

/** Rows 1-based, columns 0-based, both ends included. */
export interface RawMerge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type RawCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format?: NumberFormat }
  /** A number shown in a date format. */
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: 'uncalculated' };

/** What a number format adds to the number a reader sees. */
export interface NumberFormat {
  /** A unit printed by the format: `0.00"万元"`. */
  readonly unit: string | null;
  /** Shown divided or with a moved point (`0!.0,`): what is seen is not what is stored. */
  readonly scaled: boolean;
}

export const MAX_ROWS = 20_000;

/** `0` → `A`, `27` → `AB`. */
export function columnLetter(index: number): string {
  const head = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return head === 0 ? last : columnLetter(head - 1) + last;
}

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_1900_TO_1904 = 1462;
/** 1900-03-01 and 9999-12-31: below, Excel counts a day that never was; above, it shows nothing. */
const SERIALS = { first: 61, last: 2_958_465 };

/** A sheet repeats few days many times. */
const DAYS_SAID = new Map<number, string>();
const MAX_DAYS_SAID = 10_000;

/** A serial number → `YYYY-MM-DD`; `undefined` when no calendar day belongs to it. */
export function serialToIso(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial + 1e-9) + (date1904 ? DAYS_1900_TO_1904 : 0);
  if (!(days >= SERIALS.first && days <= SERIALS.last)) return undefined;
  const known = DAYS_SAID.get(days);
  if (known !== undefined) return known;
  const iso = new Date(EPOCH_1900 + days * DAY).toISOString().slice(0, 10);
  if (DAYS_SAID.size < MAX_DAYS_SAID) DAYS_SAID.set(days, iso);
  return iso;
}

/** Fifteen significant digits (all that Excel keeps), never in scientific notation. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return value.toString();
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded) && Math.abs(rounded) < 1e21) return BigInt(rounded).toString();
  const text = rounded.toString();
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** A cell as a reader of the sheet would say it. */
export function cellText(cell: RawCell | undefined, date1904: boolean): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return cell.text.trim();
    case 'number':
      return numberText(cell.value) + (cell.format?.unit ?? '');
    case 'date':
      return serialToIso(cell.serial, date1904) ?? numberText(cell.serial);
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.text;
    case 'uncalculated':
      return '（公式未计算）';
  }
}
