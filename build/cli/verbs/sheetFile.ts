import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { readWorkbook } from '../../../db/import/index.ts';
import type { WorkshopRow } from '../../../db/model/contract/workshops.ts';
import { readAnswers, type TypedAnswer } from '../../../db/model/import/answers.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import type { Workspace } from '../workspace.ts';

/** The workshop of that name, taking part this year. */
export function workshopNamed(name: string, { office, act }: Workspace): Result<WorkshopRow> {
  const found = workshopRows(office, act.today).filter((row) => row.name === name);
  const [only] = found;
  if (only && found.length === 1) return ok(only);
  const said = only ? `有${found.length}家同名的“${name}”，请在窗口中办理` : `没有小作坊“${name}”`;
  return refuse(problem('name.unknown', said, { found: name }));
}

const JsonAnswers = z.array(
  z.object({ code: z.string(), result: z.coerce.string(), reason: z.string().default('') }),
);

/** A filled sheet from a workbook or a JSON file. */
export async function typedIn(file: string): Promise<Result<readonly TypedAnswer[]>> {
  if (!/\.json$/i.test(file)) {
    const workbook = await readWorkbook(file);
    if (!workbook.ok) return workbook;
    const { typed, problems } = readAnswers(workbook.value);
    return problems.length > 0 ? refuse(...problems) : ok(typed);
  }
  const text = await guardFiles(file, () => readFile(file, 'utf8'));
  if (!text.ok) return text;
  const parsed = JsonAnswers.safeParse(jsonOf(text.value));
  if (!parsed.success) {
    return refuse(
      problem('answers.json', 'JSON 文件应是 [{ "code": "1.2", "result": "2", "reason": "…" }] 这样的列表'),
    );
  }
  return ok(parsed.data.map((one) => ({ ...one, place: `第${one.code}项` })));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
