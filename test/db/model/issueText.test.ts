import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueText } from '../../../db/model/issueText.ts';

const said = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: issueText }).error?.issues[0]?.message;

test('a check without a sentence of its own speaks Chinese', () => {
  expect(said(z.string().max(30), '长'.repeat(31))).toBe('不能超过30个字');
  expect(said(z.string().min(1), '')).toBe('不能为空');
  expect(said(z.int().min(1), 0)).toBe('不能小于1');
  expect(said(z.int().max(60), 61)).toBe('不能大于60');
  expect(said(z.array(z.string()).min(1), [])).toBe('至少要有1项');
  expect(said(z.string(), undefined)).toBe('请填写');
  expect(said(z.iso.date(), '2021')).toBe('填写有误，请核对');
});

test('a sentence of its own stays', () => {
  expect(said(z.string().min(1, '请写明原因'), '')).toBe('请写明原因');
});
