import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import { repoResources } from '../../build/resources.ts';
import { auditRows } from '../../db/audit.ts';
import type { Progress } from '../../db/model/contract/base.ts';
import { PathToken } from '../../db/model/desk.ts';
import { newId, WorkshopId } from '../../db/model/ids.ts';
import type { PrintRequest } from '../../db/model/printing.ts';
import { printLog } from '../../db/papers/printLog.ts';
import { printRoomApi } from '../../electron/host/api/printRoom.ts';
import type { HostContext } from '../../electron/host/context.ts';
import { openedCopies } from '../../electron/host/openedCopies.ts';
import { createPaperShop } from '../../electron/host/paperShop.ts';
import work from '../../electron/worker/worker.ts';
import { cleanUp, tempDir } from '../db/open/fixtures.ts';
import { actOn, newOffice, onRoster } from '../fixtures/plannedOffice.ts';
import { pageCount } from '../reports/read.ts';

afterEach(cleanUp);

const act = actOn('2021-11-10');

/** The data host's part of 打印室 on a real office; the worker's job runs here. */
async function desk() {
  const office = await newOffice();
  const workshopId = onRoster(office, '示例豆腐坊');
  const paths = new Map<string, string>();
  const stops: (() => void | Promise<void>)[] = [];
  const quiet = () => undefined;
  const rememberPath = (path: string): PathToken => {
    const token = PathToken.parse(newId(WorkshopId));
    paths.set(token, path);
    return token;
  };
  const context: HostContext = {
    dataDir: tempDir(),
    resources: repoResources(),
    version: '',
    today: () => act.today,
    now: () => act.at,
    pathOf: (token) => paths.get(token),
    rememberPath,
    keychain: { wrap: async () => undefined, unwrap: async () => undefined },
    log: { info: quiet, warn: quiet, error: quiet },
    pool: { run: (job) => work(job), stop: async () => undefined },
    onStop: (close) => void stops.push(close),
  };
  const session = { office: () => office, act: () => act };
  const shop = createPaperShop(context, session);
  const router = printRoomApi(context, session, shop, openedCopies(context));
  const make = async (sheets: PrintRequest['sheets']) => {
    const steps = await call(router.make, {
      ...{ sheets, order: 'byWorkshop', duplex: true, copies: 1, copyOrder: 'sets' },
      ...{ workshopIds: [workshopId], officePapers: [] },
    });
    const seen: Progress[] = [];
    for (;;) {
      const step = await steps.next();
      if (step.done) return { bundle: step.value, seen };
      seen.push(step.value);
    }
  };
  return {
    office,
    workshopId,
    context,
    paths,
    router,
    rememberPath,
    make,
    stop: () => stops.forEach((one) => void one()),
  };
}

const refusal = { data: { problems: [expect.objectContaining({ code: 'print.private' })] } };
const stale = { data: { problems: [expect.objectContaining({ code: 'print.stale' })] } };

describe('打印室 in the data host', () => {
  it('opens a copy with private numbers only when asked twice, in a folder that goes with the run', async () => {
    const { router, make, paths, context, office, workshopId, stop } = await desk();
    const { bundle, seen } = await make(['application', 'promise']);
    expect(seen.at(-1)).toMatchObject({ done: 2, total: 3 });
    expect(bundle).toMatchObject({ papers: 2, carriesPrivateNumbers: true });
    const { bundleId } = bundle;
    await expect(call(router.openBundle, { bundleId, confirmed: false })).rejects.toMatchObject(refusal);
    expect(existsSync(join(context.dataDir, 'opened'))).toBe(false);
    const { token } = await call(router.openBundle, { bundleId, confirmed: true });
    const path = paths.get(token) ?? '';
    expect(path.startsWith(join(context.dataDir, 'opened'))).toBe(true);
    expect(statSync(join(context.dataDir, 'opened')).mode & 0o077).toBe(0);
    expect(pageCount(readFileSync(path))).toBe(bundle.pages);
    expect(printLog(office, { workshopId })).toEqual([]);
    expect(auditRows(office, { limit: 1 })[0]).toMatchObject({ kind: '查看个人信息' });
    await call(router.noteBundle, { bundleId, means: 'viewer' });
    expect(printLog(office, { workshopId }).map((row) => row.means)).toEqual(['viewer', 'viewer']);
    stop();
    expect(existsSync(path)).toBe(false);
  });

  it('saves and logs the file on the screen, and no earlier one', async () => {
    const { router, make, rememberPath, context, office, workshopId } = await desk();
    const { bundle: first } = await make(['promise']);
    const { bundle } = await make(['qualification']);
    const file = rememberPath(join(context.dataDir, '打印.pdf'));
    await expect(call(router.saveBundle, { bundleId: first.bundleId, file })).rejects.toMatchObject(stale);
    await call(router.saveBundle, { bundleId: bundle.bundleId, file });
    expect(readFileSync(join(context.dataDir, '打印.pdf'))).toEqual(Buffer.from(bundle.bytes));
    await call(router.noteBundle, { bundleId: bundle.bundleId, means: 'printer' });
    expect(printLog(office, { workshopId }).map((row) => [row.means, row.title])).toEqual([
      ['printer', '资格审核表 示例豆腐坊'],
      ['file', '资格审核表 示例豆腐坊'],
    ]);
  });

  it('says so where the copy cannot be put down', async () => {
    const { router, context, workshopId } = await desk();
    writeFileSync(join(context.dataDir, 'opened'), '');
    const opening = call(router.open, { ref: { paper: 'qualification', workshopId }, confirmed: true });
    const refused = { data: { problems: [expect.objectContaining({ code: 'disk.exists' })] } };
    await expect(opening).rejects.toMatchObject(refused);
  });

  it('asks before it opens one paper with private numbers, and logs every way a paper leaves', async () => {
    const { router, workshopId } = await desk();
    const ref = { paper: 'application', workshopId } as const;
    await expect(call(router.open, { ref, confirmed: false })).rejects.toMatchObject(refusal);
    const { pages } = await call(router.open, { ref, confirmed: true });
    await call(router.note, { ref, means: 'viewer', format: 'pdf', pages });
    await call(router.note, { ref, means: 'file', format: 'docx', pages: 0 });
    const rows = await call(router.log, { ref });
    expect(rows.map((row) => [row.means, row.pages])).toEqual([
      ['file', 0],
      ['viewer', pages],
    ]);
  });
});
