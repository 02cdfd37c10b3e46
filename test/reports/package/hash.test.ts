import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashFile } from '../../../reports/package/hash.ts';
import { freshFolder } from './sample.ts';

const bytes = Buffer.alloc((5 << 20) + 3, 'workshop');

it('reads a file of several chunks once, for all digests', async () => {
  const path = join(await freshFolder(), 'large.bin');
  await writeFile(path, bytes);
  const digests = await hashFile(path, ['sha256', 'md5']);
  expect([...(digests ?? [])]).toStrictEqual([
    ['sha256', createHash('sha256').update(bytes).digest('hex')],
    ['md5', createHash('md5').update(bytes).digest('hex')],
  ]);
});

it('stops in the middle of a file', async () => {
  const path = join(await freshFolder(), 'large.bin');
  await writeFile(path, bytes);
  const stop = new AbortController();
  const hashing = hashFile(path, ['sha256'], stop.signal);
  stop.abort();
  expect(await hashing).toBeNull();
});
