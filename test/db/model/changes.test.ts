import { expect, test } from 'vitest';
import { actionGroupOf } from '../../../db/model/auditActions.ts';
import { STAFF_FIELDS } from '../../../db/model/changeFields.ts';
import { changedLabels, changesBetween, changesText, privateChange } from '../../../db/model/changes.ts';

const mask = (value: string) => `${value.slice(0, 2)}***`;

test('only the fields that differ are told, in words', () => {
  const before = { name: '示例甲', unit: '', position: '科员', roles: ['clerk' as const] };
  const after = { ...before, unit: '食品科', roles: ['clerk' as const, 'helper' as const] };
  const changes = changesBetween(before, after, STAFF_FIELDS);
  expect(changesText(changes)).toBe('科（所）：—→食品科；职责：经办人→经办人、帮扶责任人');
  expect(changedLabels(changes)).toBe('科（所）、职责');
  expect(changesBetween(before, before, STAFF_FIELDS)).toEqual([]);
});

test('a private value is masked on both sides, and told even where the masks look alike', () => {
  expect(privateChange('联系电话', '13900000001', '13900000002', mask)).toEqual([
    { label: '联系电话', from: '13***', to: '13***' },
  ]);
  expect(privateChange('联系电话', null, '13900000002', mask)).toEqual([
    { label: '联系电话', from: '—', to: '13***' },
  ]);
  expect(privateChange('联系电话', 'x', 'x', mask)).toEqual([]);
});

test('an action belongs to a kind by its first part; removals to 回收站', () => {
  expect(actionGroupOf('plan.submit')).toBe('plan');
  expect(actionGroupOf('review')).toBe('selection');
  expect(actionGroupOf('meeting.remove')).toBe('recycle');
  expect(actionGroupOf('somethingNew')).toBe('other');
});
