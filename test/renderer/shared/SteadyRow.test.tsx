import { isValidElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { steady } from '../../../renderer/shared/SteadyRow.tsx';

const record = { name: '示例豆腐坊' };
const column = { key: 'name' };

const Cell = (_props: Readonly<Record<string, unknown>>): ReactNode => null;

const cell = (props: object = {}) => (
  <Cell
    key="0"
    record={record}
    column={column}
    colIndex={0}
    index={3}
    renderIndex={3}
    rowInfo={{ fixedInfoList: [{ fixStart: null, zIndex: 0 }] }}
    {...props}
  />
);

const isKept = (drawn: ReactNode, next: ReactNode): boolean => {
  const cells = steady([drawn], [next]);
  return Array.isArray(cells) && isValidElement(cells[0]) && cells[0] === drawn;
};

describe('the cells of a row that is drawn again', () => {
  it('stay as they are where nothing of their own has changed', () => {
    expect(isKept(cell(), cell())).toBe(true);
    expect(
      isKept(cell(), cell({ rowInfo: { fixedInfoList: [{ fixStart: null, zIndex: 0 }], more: 1 } })),
    ).toBe(true);
  });

  it('are drawn anew for another record, column, place in the list or fixed place', () => {
    expect(isKept(cell(), cell({ record: { ...record } }))).toBe(false);
    expect(isKept(cell(), cell({ column: { ...column, width: 120 } }))).toBe(false);
    expect(isKept(cell(), cell({ column: { ...column, render: () => null } }))).toBe(false);
    expect(isKept(cell(), cell({ index: 4 }))).toBe(false);
    expect(isKept(cell(), cell({ renderIndex: 4 }))).toBe(false);
    expect(isKept(cell(), cell({ rowInfo: { fixedInfoList: [{ fixStart: 48, zIndex: 0 }] } }))).toBe(false);
  });

  it('follow the next drawing when their number changes', () => {
    const next = [cell(), cell()];
    expect(steady([cell()], next)).toBe(next);
  });
});
