import { type ComponentProps, isValidElement, type ReactNode, useRef } from 'react';

/** What a cell of antd's virtual table is drawn from; `rowInfo` is made anew at each drawing. */
interface CellProps {
  readonly record?: unknown;
  /** Made anew at each drawing where antd works out widths. */
  readonly column?: object;
  readonly colIndex?: number;
  readonly index?: unknown;
  readonly renderIndex?: unknown;
  /** Where the columns stand that do not scroll: known only after the first drawing. */
  readonly rowInfo?: { readonly fixedInfoList?: readonly object[] };
}

const fixedPlace = ({ rowInfo, colIndex = 0 }: CellProps): object => rowInfo?.fixedInfoList?.[colIndex] ?? {};

const hasSame = (one: object, other: object): boolean =>
  one === other ||
  (Object.keys(one).length === Object.keys(other).length &&
    Object.entries(one).every(([key, value]) => Object.is(value, Reflect.get(other, key))));

const isSameCell = (drawn: ReactNode, next: ReactNode): boolean =>
  isValidElement<CellProps>(drawn) &&
  isValidElement<CellProps>(next) &&
  drawn.props.record === next.props.record &&
  hasSame(drawn.props.column ?? {}, next.props.column ?? {}) &&
  drawn.props.index === next.props.index &&
  drawn.props.renderIndex === next.props.renderIndex &&
  hasSame(fixedPlace(drawn.props), fixedPlace(next.props));

/** The cells drawn already wherever the next ones would look the same. */
export function steady(drawn: ReactNode, next: ReactNode): ReactNode {
  if (!Array.isArray(drawn) || !Array.isArray(next) || drawn.length !== next.length) return next;
  return next.map((cell: ReactNode, at) => (isSameCell(drawn[at], cell) ? drawn[at] : cell));
}

/**
 * A row of a virtual table, which draws every cell of every row at each step of scrolling and once more for each thing
 * it measures (columns, heights, scroll bar). Cells of the same record in the same column are left as they stand.
 */
export function SteadyRow({ children, ...rest }: ComponentProps<'div'>) {
  const drawn = useRef(children);
  drawn.current = steady(drawn.current, children);
  return <div {...rest}>{drawn.current}</div>;
}
