import { ORPCError } from '@orpc/server';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { reporting } from '../../electron/host/api/base.ts';
import { logBug } from '../../electron/host/bugs.ts';

const ID = '110101199001010015';

function openLog() {
  const lines: string[] = [];
  const put = (line: string) => void lines.push(line);
  return { lines, log: { info: put, warn: put, error: put } };
}

function logged(error: unknown): readonly string[] {
  const context = openLog();
  logBug(context)(error);
  return context.lines;
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

test('a bug in long work is logged, and still ends the work', async () => {
  const context = openLog();
  const work = reporting(context, async (report) => {
    report({ done: 0, total: 1, current: '' });
    throw new TypeError('not a function');
  });
  await expect(async () => {
    while (!(await work.next()).done);
  }).rejects.toThrow('not a function');
  expect(context.lines).toHaveLength(1);
  expect(context.lines[0]).toMatch(/^A call failed: TypeError: not a function\n\s+at /);
});
