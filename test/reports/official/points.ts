/** A measured value; undefined where the form has none, such as a place Word only finds on the clerk's PC. */
type Found = number | string | undefined;

/** One rule of GB/T 9704-2012 and what the made files were found to have. */
export interface Point {
  readonly name: string;
  readonly clause: string;
  readonly expected: number | string;
  /** How far a measured number may be off. */
  readonly tolerance: number;
  readonly unit: string;
  readonly pdf: Found;
  readonly docx: Found;
}

type Asked = Pick<Point, 'expected'> & Partial<Pick<Point, 'tolerance' | 'unit'>>;

export const point = (name: string, clause: string, asked: Asked, pdf: Found, docx: Found): Point => ({
  name,
  clause,
  tolerance: 0,
  unit: '',
  ...asked,
  pdf,
  docx,
});

export const length = (expected: number, tolerance: number): Asked => ({ expected, tolerance, unit: 'mm' });
export const type = (expected: number): Asked => ({ expected, tolerance: 0.25, unit: 'pt' });
export const exactly = (expected: number | string): Asked => ({ expected });

function holds({ expected, tolerance }: Point, found: Found): boolean {
  if (found === undefined) return true;
  if (typeof expected === 'string' || typeof found === 'string') return found === expected;
  return Math.abs(found - expected) <= tolerance + 1e-9;
}

export const isMet = (one: Point): boolean => holds(one, one.pdf) && holds(one, one.docx);

const shown = (value: Found, unit: string): string =>
  typeof value === 'number' ? `${Number(value.toFixed(2))}${unit}` : (value ?? '—');

/** Chinese characters take two columns of a terminal. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);

const WIDTHS = [4, 42, 10, 24, 24, 24];

const line = (cells: readonly string[]): string =>
  cells.map((one, at) => one + ' '.repeat(Math.max(1, (WIDTHS[at] ?? 0) - columnsOf(one)))).join('');

/** The points as a table to be read. */
export function pointTable(points: readonly Point[]): string {
  const rows = points.map((one, index) => {
    const tolerance = one.tolerance === 0 ? '' : `±${one.tolerance}`;
    return line([
      String(index + 1),
      one.name,
      one.clause,
      `${shown(one.expected, '')}${tolerance}${one.unit}`,
      shown(one.pdf, one.unit),
      shown(one.docx, one.unit),
      isMet(one) ? '' : '不符',
    ]);
  });
  return [line(['', 'GB/T 9704-2012', '条款', '要求', 'PDF实测', 'DOCX实测', '']), ...rows].join('\n');
}
