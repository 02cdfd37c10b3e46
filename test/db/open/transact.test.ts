import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok, problem, refuse } from '../../../db/model/problems.ts';
import { transact } from '../../../db/office.ts';
import { createOffice } from '../../../db/open/create.ts';
import type { OpenOffice } from '../../../db/open/unlock.ts';
import { setting } from '../../../db/schema.ts';
import {
  canMount,
  cleanUp,
  codesOf,
  must,
  OPENING,
  onCleanUp,
  RESOURCES,
  smallDisk,
  tempDir,
} from './fixtures.ts';

afterEach(cleanUp);

const inFolder = async (dir: string): Promise<OpenOffice> => {
  const { office } = must(await createOffice(dir, RESOURCES, OPENING));
  onCleanUp(() => office.close());
  return office;
};

const put = (office: OpenOffice, key: string, value = '') =>
  office.db.insert(setting).values({ key, value }).run();
const keysIn = (office: OpenOffice) =>
  office.db
    .select()
    .from(setting)
    .all()
    .map(({ key }) => key);

describe('transact', () => {
  let office: OpenOffice;
  beforeEach(async () => {
    office = await inFolder(tempDir());
  });

  it('keeps what succeeded', () => {
    expect(transact(office, () => ok(put(office, 'a').changes))).toEqual(ok(1));
    expect(keysIn(office)).toEqual(['a']);
  });

  it('undoes everything before a refusal, and hands the refusal on', () => {
    const refused = transact(office, () => {
      put(office, 'a');
      return refuse(problem('some.rule', '不行'));
    });
    expect(codesOf(refused)).toEqual(['some.rule']);
    expect(keysIn(office)).toEqual([]);
  });

  it('undoes everything before a bug, and throws it on', () => {
    const attempt = () =>
      transact(office, () => {
        put(office, 'a');
        put(office, 'a');
        return ok(1);
      });
    expect(attempt).toThrow();
    expect(keysIn(office)).toEqual([]);
    expect(office.sqlite.inTransaction).toBe(false);
  });

  it('nests: an inner refusal undoes the inner part, the outer decides about the rest', () => {
    const outer = transact(office, () => {
      put(office, 'a');
      const inner = transact(office, () => {
        put(office, 'b');
        return refuse(problem('inner', '不行'));
      });
      return ok(inner.ok);
    });
    expect(outer).toEqual(ok(false));
    expect(keysIn(office)).toEqual(['a']);
  });
});

it.skipIf(!canMount)(
  'a full disk is a refusal, and the data stay sound (needs root to mount one)',
  async () => {
    const office = await inFolder(smallDisk(900).dir);
    put(office, 'before');
    const refused = transact(office, () => {
      for (let part = 0; part < 200; part++) put(office, `big${part}`, 'x'.repeat(20_000));
      return ok(undefined);
    });
    expect(codesOf(refused)).toEqual(['disk.full']);
    expect(keysIn(office)).toEqual(['before']);
    expect(office.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    transact(office, () => ok(put(office, 'after')));
    expect(keysIn(office)).toEqual(['before', 'after']);
  },
);
