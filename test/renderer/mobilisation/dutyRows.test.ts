import { describe, expect, it } from 'vitest';
import { asDuties, asRows, isSame, moved, NEW_DUTY } from '../../../renderer/mobilisation/dutyRows.ts';

const rows = asRows(['甲', '乙', '丙'].map((task) => ({ ...NEW_DUTY, task })));
const tasks = (given: typeof rows) => given.map((row) => row.task).join('');

describe('dutyRows', () => {
  it('moves a row one place, and leaves the ends where they are', () => {
    expect(tasks(moved(rows, 0, 1))).toBe('乙甲丙');
    expect(tasks(moved(rows, 2, -1))).toBe('甲丙乙');
    expect(moved(rows, 0, -1)).toBe(rows);
    expect(moved(rows, 2, 1)).toBe(rows);
  });

  it('gives every new row a key of its own, and takes it off before saving', () => {
    expect(new Set(rows.map((row) => row.key)).size).toBe(3);
    expect(asDuties(rows)[0]).toEqual({ ...NEW_DUTY, task: '甲' });
    expect(isSame(rows, asDuties(rows))).toBe(true);
    expect(isSame(moved(rows, 0, 1), asDuties(rows))).toBe(false);
  });
});
