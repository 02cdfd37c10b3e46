import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { problem } from '../../db/model/problems.ts';
import { isLocked, problemsOf } from '../../renderer/problems.ts';

describe('what a failed call says', () => {
  test('a refusal says its own sentences', () => {
    const problems = [problem('quota.exceeded', '超出名额', { field: 'quota' })];
    expect(problemsOf(new ORPCError('REFUSED', { data: { problems } }))).toEqual(problems);
  });

  test('input the host would not take is named by its field', () => {
    const data = { issues: [{ message: '不能为空', path: ['workshop', 'name'] }] };
    expect(problemsOf(new ORPCError('BAD_REQUEST', { data }))).toEqual([
      problem('input.invalid', '不能为空', { field: 'name' }),
    ]);
  });

  test('closed data say so', () => {
    const error = new ORPCError('LOCKED');
    expect(isLocked(error)).toBe(true);
    expect(problemsOf(error).map((one) => one.code)).toEqual(['window.locked']);
  });

  test('a bug shows no inner text', () => {
    const [found] = problemsOf(new TypeError('secret 11010519491231002X'));
    expect(found?.code).toBe('window.unexpected');
    expect(found?.message).not.toContain('secret');
  });
});
