import { eq } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { afterEach, expect, it } from 'vitest';
import { errorText } from '../../db/errorText.ts';
import { workshop } from '../../db/schema.ts';
import { addApplicant, emptyOffice } from '../fixtures/office.ts';
import { cleanUp, must } from './open/fixtures.ts';

afterEach(cleanUp);

const ID = '110101199001010015';
const HOME = '示例县示例镇示例村9号';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
};

/** What drizzle makes of SQLite's error when a statement with private values bound breaks a constraint. */
async function failedStatement(): Promise<unknown> {
  const office = await emptyOffice();
  const id = must(addApplicant(office, '示例豆腐坊'));
  const values = { name: `${ID}\n    at 示例豆腐坊`, ownerName: HOME };
  office.sqlite.exec('CREATE UNIQUE INDEX once ON workshop (owner_name)');
  must(addApplicant(office, '示例挂面坊', { workshop: { ownerName: HOME } }));
  const update = office.db.update(workshop).set(values).where(eq(workshop.id, id));
  const cause = thrownBy(() => update.run());
  if (!(cause instanceof Error)) throw cause;
  const { sql, params } = update.toSQL();
  return new DrizzleQueryError(sql, params, cause);
}

it('names a failed statement by SQLite’s code and the place in the program, without a word of its values', async () => {
  const error = await failedStatement();
  expect(String(error)).toContain(ID);
  const text = errorText(error);
  expect(text.split('\n')[0]).toBe('SqliteError SQLITE_CONSTRAINT_UNIQUE');
  expect(text).toContain('errorText.test.ts');
  for (const secret of [ID, HOME, '示例', 'update "', 'set "', 'params']) expect(text).not.toContain(secret);
});

it('keeps quiet about it however deep it lies', async () => {
  const wrapped = new Error(`saving ${HOME}`, { cause: await failedStatement() });
  expect(errorText(wrapped)).not.toContain(HOME);
  expect(errorText(wrapped)).toContain('SQLITE_CONSTRAINT_UNIQUE');
});

it('does not quote the text that could not be parsed', () => {
  const error = thrownBy(() => JSON.parse(`{"idNumber": ${ID}x}`));
  expect(errorText(error)).toMatch(/^SyntaxError\n\s+at /);
  expect(errorText(error)).not.toContain(ID);
});

it('keeps the message of a bug of ours', () => {
  expect(errorText(new Error('Invariant broken: facts of every application'))).toMatch(
    /^Error: Invariant broken: facts of every application\n\s+at /,
  );
  expect(errorText('thrown text')).toBe('thrown string');
});
