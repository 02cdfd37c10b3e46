import { expect, test } from 'vitest';
import type { ShownImportRow } from '../../../db/model/contract/imports.ts';
import { problem, warning } from '../../../db/model/problems.ts';
import { cellProblems, chipsOf, rowLabel } from '../../../renderer/import/rowState.ts';

const row = (change: Partial<ShownImportRow>): ShownImportRow => ({
  row: 4,
  shown: {},
  problems: [],
  duplicateOf: null,
  hidden: false,
  valid: true,
  ...change,
});

test('a row stands under each chip that holds for it', () => {
  expect(chipsOf(row({}))).toEqual(['valid']);
  expect(chipsOf(row({ hidden: true }))).toEqual(['valid', 'hidden']);
  const duplicate = row({ valid: false, duplicateOf: 'file', problems: [problem('d', '重复')] });
  expect(chipsOf(duplicate)).toEqual(['faulty', 'duplicate']);
  expect(rowLabel(duplicate)).toBe('表内重复');
});

test('a sound row that waits for an answer about the whole file is not called faulty', () => {
  const waiting = row({ valid: false, problems: [warning('w', '请核对')] });
  expect(chipsOf(waiting)).toEqual(['waiting']);
  expect(rowLabel(waiting)).toBe('待确认');
});

test('problems are found by their cell', () => {
  const problems = [problem('a', '甲', { field: 'phone' }), problem('b', '乙', { field: 'name' })];
  expect(cellProblems(row({ problems }), 'name').map((one) => one.code)).toEqual(['b']);
});
