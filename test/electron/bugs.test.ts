import { ORPCError } from '@orpc/server';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { logBug } from '../../electron/host/bugs.ts';

const ID = '110101199001010015';

function logged(error: unknown): readonly string[] {
  const lines: string[] = [];
  const put = (line: string) => void lines.push(line);
  logBug({ log: { info: put, warn: put, error: put } })(error);
  return lines;
}

test('a bug of a handler is logged by its cause, without the values of the statement', () => {
  const cause = new RangeError('too many parameters');
  const [line] = logged(new DrizzleQueryError('insert into workshop values (?)', [ID], cause));
  expect(line).toMatch(/^A call failed: RangeError\n\s+at /);
  expect(line).not.toContain(ID);
  expect(line).not.toContain('insert');
});

test('a refusal and a cancelled call are no bugs', () => {
  expect(logged(new ORPCError('REFUSED'))).toEqual([]);
  expect(logged(new DOMException('The work was cancelled', 'AbortError'))).toEqual([]);
});
