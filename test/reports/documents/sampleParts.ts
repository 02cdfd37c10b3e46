import { bureau, YEAR } from './samples.ts';

/** What every sample of a paper begins with. */
export const head = { bureau, year: YEAR, programmeName: '名优特' };

/** So many rows, each made from its place. */
export const rowsOf = <Row>(count: number, row: (index: number) => Row): readonly Row[] =>
  Array.from({ length: count }, (_, index) => row(index));
