import { MAX_ROWS, type RawCell, type RawMerge, type RawRow, type RawSheet } from '../model/import/grid.ts';
import { ok, type Result } from '../model/problems.ts';
import type { CellStyle } from './parts.ts';
import { readXml, stopReading, unescapeText } from './xml.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
}

/** Cells farther right belong to no list of applicants. */
const MAX_COLUMNS = 256;
const DAY = 86_400_000;

/** `BC12` → column 54. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

const rowOf = (reference: string): number => Number(/\d+/.exec(reference)?.[0] ?? 0);

function mergeOf(reference: string): RawMerge | undefined {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':');
  const merge = { top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) };
  return merge.top > 0 && merge.left >= 0 && merge.bottom >= merge.top ? merge : undefined;
}

interface CellParts {
  readonly type: string;
  readonly style: CellStyle;
  readonly text: string;
  readonly formula: boolean;
}

/** ISO text of a `t="d"` cell → the serial a numeric cell would hold. */
const isoSerial = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY + 25_569;

function numberCell(text: string, style: CellStyle): RawCell {
  const value = Number(text);
  if (!Number.isFinite(value)) return { kind: 'error', text };
  if (style === 'date') return { kind: 'date', serial: value };
  return style ? { kind: 'number', value, format: style } : { kind: 'number', value };
}

function cellOf({ type, style, text, formula }: CellParts, strings: readonly string[]): RawCell | undefined {
  if (formula && text === '' && type !== 'str') return { kind: 'uncalculated' };
  if (text === '') return undefined;
  switch (type) {
    case 's': {
      const shared = strings[Number(text)] ?? '';
      return shared === '' ? undefined : { kind: 'text', text: shared };
    }
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: unescapeText(text) };
    case 'b':
      return { kind: 'boolean', value: text === '1' || text === 'true' };
    case 'e':
      return { kind: 'error', text };
    case 'd': {
      const serial = isoSerial(text);
      return Number.isFinite(serial) ? { kind: 'date', serial } : { kind: 'error', text };
    }
    default:
      return numberCell(text, style);
  }
}

/** Collects the rows of one sheet while its XML goes by. */
class SheetReader {
  readonly rows: RawRow[] = [];
  readonly merges: RawMerge[] = [];
  tooManyRows = false;
  private readonly context: SheetContext;
  private row = 0;
  private hidden = false;
  private cells: (RawCell | undefined)[] = [];
  private column = -1;
  private type = '';
  private style: CellStyle;
  private text = '';
  private formula = false;
  private inValue = false;
  private phonetic = false;

  constructor(context: SheetContext) {
    this.context = context;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'v':
        this.inValue = true;
        return;
      case 'c':
        this.openCell(attributes);
        return;
      case 'row':
        this.row = attributes.r ? Number(attributes.r) : this.row + 1;
        this.hidden = attributes.hidden === '1' || attributes.hidden === 'true';
        this.cells = [];
        this.column = -1;
        return;
      case 'f':
        this.formula = true;
        return;
      case 't':
        this.inValue = !this.phonetic && this.type === 'inlineStr';
        return;
      case 'rPh':
        this.phonetic = true;
        return;
      case 'mergeCell': {
        const merge = mergeOf(attributes.ref ?? '');
        if (merge) this.merges.push(merge);
      }
    }
  }

  addText(text: string): void {
    if (this.inValue) this.text += text;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.inValue = false;
        return;
      case 'c':
        this.closeCell();
        return;
      case 'rPh':
        this.phonetic = false;
        return;
      case 'row':
        this.closeRow();
    }
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
    this.type = attributes.t ?? 'n';
    this.style = attributes.s ? this.context.styles[Number(attributes.s)] : undefined;
    this.text = '';
    this.formula = false;
  }

  private closeCell(): void {
    if (this.column < 0 || this.column >= MAX_COLUMNS) return;
    const { type, style, text, formula } = this;
    const cell = cellOf({ type, style, text, formula }, this.context.strings);
    if (!cell) return;
    while (this.cells.length < this.column) this.cells.push(undefined);
    this.cells[this.column] = cell;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    if (this.rows.length >= MAX_ROWS) {
      this.tooManyRows = true;
      stopReading();
    }
    this.rows.push({ row: this.row, hidden: this.hidden, cells: this.cells });
  }
}

/** The values of one worksheet part. */
export function readSheet(
  bytes: Buffer,
  entry: Pick<RawSheet, 'name' | 'hidden'>,
  context: SheetContext,
): Result<RawSheet> {
  const reader = new SheetReader(context);
  const read = readXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.addText(text),
    close: (name) => reader.close(name),
  });
  if (!read.ok) return read;
  const { rows, merges, tooManyRows } = reader;
  return ok({ name: entry.name, hidden: entry.hidden, rows, merges, tooManyRows });
}
