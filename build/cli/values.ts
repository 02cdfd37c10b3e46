import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { guardFiles } from '../../db/disk/fileProblems.ts';
import { issueText } from '../../db/model/issueText.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';

/** For an option that may be given several times. */
export const collect = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  value,
];

/** The checks' own sentences, where a schema gives none. */
const IN_CHINESE = { error: issueText };

/** A JSON value given in the command line or in a file, checked by its schema. */
export async function textArgument<Schema extends z.ZodType>(
  given: string,
  schema: Schema,
): Promise<Result<z.output<Schema>>> {
  const isText = /^\s*[[{]/.test(given);
  const text = isText ? ok(given) : await guardFiles(given, () => readFile(given, 'utf8'));
  if (!text.ok) return text;
  try {
    const parsed = schema.safeParse(JSON.parse(text.value), IN_CHINESE);
    if (parsed.success) return ok(parsed.data);
    return refuse(
      ...parsed.error.issues.map((issue) =>
        problem('json.invalid', `输入的 JSON 中“${issue.path.join('.') || '整体'}”不正确：${issue.message}`, {
          field: issue.path.join('.'),
        }),
      ),
    );
  } catch {
    return refuse(problem('json.broken', '输入的不是有效的 JSON，请检查引号、逗号和括号'));
  }
}
