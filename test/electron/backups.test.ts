import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../../db/backup/backup.ts';
import { PathToken } from '../../db/model/desk.ts';
import { backupsApi } from '../../electron/host/api/backups.ts';
import type { HostContext } from '../../electron/host/context.ts';
import { createSession } from '../../electron/host/session.ts';
import { cleanUp, must, onCleanUp, RESOURCES, tempDir } from '../db/open/fixtures.ts';
import { actOn, emptyOffice } from '../fixtures/office.ts';

const act = actOn('2021-04-06');
let api: ReturnType<typeof backupsApi>;
let name: string;
let file: string;

beforeEach(async () => {
  const office = await emptyOffice();
  ({ name, file } = must(await makeBackup(office, '手动', act)));
  const context: HostContext = {
    dataDir: office.dataDir,
    resources: { ...RESOURCES, fontsDir: '', workerFile: '' },
    version: '0.1.0',
    today: () => act.today,
    now: () => act.at,
    pathOf: () => undefined,
    rememberPath: (path) => PathToken.parse(path),
    keychain: { wrap: async () => undefined, unwrap: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    pool: { run: async () => undefined, stop: async () => undefined },
    onStop: onCleanUp,
  };
  api = backupsApi(context, createSession(context));
});
afterEach(cleanUp);

async function verify(fileName: string) {
  const steps = await call(api.verify, { fileName });
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

const codesOf = async (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) =>
      error instanceof ORPCError
        ? error.data.problems.map((one: { code: string }) => one.code)
        : [String(error)],
  );

test('a sound backup is read through', async () => {
  expect(await verify(name)).toEqual({ fileCount: 1 });
});

test('a backup with one altered byte is not', async () => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  writeFileSync(file, bytes);
  expect(await codesOf(verify(name))).toEqual(['backup.broken']);
});

test('only the data folder’s own backups are opened by name', async () => {
  const outside = join(tempDir(), name);
  writeFileSync(outside, readFileSync(file));
  for (const path of [outside, join('..', 'office.sqlite'), join('..', 'backups', name), '']) {
    expect(await codesOf(verify(path))).toEqual(['backup.unknown']);
    const restoring = async () => (await call(api.prepareRestore, { fileName: path })).next();
    expect(await codesOf(restoring())).toEqual(['backup.unknown']);
  }
});
