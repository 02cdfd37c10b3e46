import type { Rule } from 'antd/es/form';
import type { z } from 'zod';

/** The record's own schema as a form rule, so that a field is checked as the data host will check it. */
export const zodRule = (schema: z.ZodType, label: string): Rule => ({
  validator: async (_, value: unknown) => {
    const parsed = schema.safeParse(value ?? '');
    if (parsed.success) return;
    const empty = value === undefined || value === null || value === '';
    throw new Error(empty ? `请填写${label}` : (parsed.error.issues[0]?.message ?? '填写有误'));
  },
});
